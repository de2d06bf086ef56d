/** A case is one page: who, what is missing, then its sections, each one jump away. */
import { Button, Group } from '@mantine/core';
import { IconFileText, IconWorldDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage as CaseFile } from '#shared/contract/cases.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { CaseStatusMark } from '../../ui/case-status.tsx';
import { useFormat } from '../../ui/format.ts';
import { MissingStrip } from '../../ui/marks.tsx';
import { useMissingWords } from '../../ui/missing-words.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { useCustodyWords } from '../../ui/custody-words.ts';
import { Thread } from '../../ui/thread.tsx';
import { AllegationsSection } from './allegations.tsx';
import { ChronologySection } from './chronology.tsx';
import { PackageButton } from './case-package.tsx';
import { RespondentsSection } from './respondents.tsx';
import { StatusDialog } from './status-dialog.tsx';

interface CasePageProps {
  readonly id: string;
  /** Evidence and documents are other features' parts, put in by the routes. */
  readonly evidence: ReactNode;
  readonly documents: ReactNode;
  readonly acts: ReactNode;
  readonly accounts: ReactNode;
  /** Which allegations the day of the case suggests. */
  readonly proposalOf?: (day: string | null) => ReactNode;
  /** Whether the respondents were taught: a line under them. */
  readonly taught: ReactNode;
}

const SECTIONS = [
  'person',
  'chronology',
  'allegations',
  'acts',
  'evidence',
  'accounts',
  'documents',
  'history',
] as const;
type SectionName = (typeof SECTIONS)[number];

/** Where each missing thing can be mended. */
const MEND: Readonly<Record<string, SectionName>> = {
  NO_RESPONDENT: 'person',
  PERSON_UNKNOWN: 'person',
  NO_EVIDENCE: 'evidence',
  ONLY_SECOND_HAND: 'evidence',
  ACCOUNT_UNPROVEN: 'accounts',
  NO_ACT: 'acts',
  ACT_ITEMS_MISSING: 'acts',
  NO_ALLEGATION: 'allegations',
  LEGAL_UNVERIFIED: 'allegations',
  NO_ACT_DATE: 'chronology',
  NO_NARRATIVE: 'chronology',
  CANDIDATE_STATUS_UNKNOWN: 'chronology',
};

/** Kasus → one case. */
export function CasePage({ id, ...parts }: CasePageProps): ReactNode {
  const file = useOperation('cases.get', { id });
  return <Answer of={file}>{(value) => <Filled key={id} file={value} {...parts} />}</Answer>;
}

function Filled({
  file,
  evidence,
  documents,
  acts,
  accounts,
  proposalOf,
  taught,
}: Omit<CasePageProps, 'id'> & { readonly file: CaseFile }): ReactNode {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const jump = (section: SectionName): void =>
    body.current?.querySelector(`#kasus-${section}`)?.scrollIntoView({ block: 'start' });
  return (
    <div ref={body}>
      <Head file={file} onMend={jump} />
      <nav className="n-case-nav" aria-label={t('cases.title')}>
        {SECTIONS.map((section) => (
          <button key={section} type="button" onClick={() => jump(section)}>
            {t(`cases.sections.${section}`)}
          </button>
        ))}
      </nav>
      <div className="n-case-body">
        <RespondentsSection id="kasus-person" file={file}>
          {taught}
        </RespondentsSection>
        <ChronologySection id="kasus-chronology" file={file} />
        <AllegationsSection id="kasus-allegations" file={file} proposal={proposalOf?.(file.case.actDate)} />
        {acts}
        <Section id="kasus-evidence" title={t('cases.sections.evidence')}>
          {evidence}
        </Section>
        <Section id="kasus-accounts" title={t('cases.sections.accounts')}>
          {accounts}
        </Section>
        <Section id="kasus-documents" title={t('cases.sections.documents')} actions={<PackageButton file={file} />}>
          {documents}
        </Section>
        <HistorySection file={file} />
      </div>
    </div>
  );
}

function Head({ file, onMend }: { file: CaseFile; onMend: (section: SectionName) => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const words = useMissingWords();
  const [changing, setChanging] = useState(false);
  const { case: row } = file;
  return (
    <header className="n-case-head">
      <div className="n-marks">
        <span className="n-mono n-quiet">{row.number}</span>
        <CaseStatusMark status={row.status} />
      </div>
      <div className="n-case-head-top">
        <h2>{row.title === '' ? t('cases.untitled') : row.title}</h2>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('cases.actions.status')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} />}
            onClick={() => void navigate({ to: '/dokumen/buat/$caseId', params: { caseId: row.id } })}
          >
            {t('cases.actions.report')}
          </Button>
          <Button
            leftSection={<IconWorldDownload size={16} />}
            onClick={() => void call('capture.openWindow', { caseId: row.id }).catch(notify.failed)}
          >
            {t('cases.actions.capture')}
          </Button>
        </Group>
      </div>
      <MissingStrip
        label={t('cases.missing')}
        complete={t('cases.complete')}
        items={file.missing.map((code) => {
          const section = MEND[code];
          return { code, words: words(code), ...(section !== undefined && { mend: () => onMend(section) }) };
        })}
      />
      {changing && <StatusDialog file={file} onClose={() => setChanging(false)} />}
    </header>
  );
}

function HistorySection({ file }: { file: CaseFile }): ReactNode {
  const { t } = useTranslation();
  const said = useCustodyWords();
  const format = useFormat();
  return (
    <Section id="kasus-history" title={t('cases.sections.history')}>
      <Thread
        label={t('cases.sections.history')}
        knots={file.statusHistory.map((change) => ({
          key: change.at + change.status,
          title: t(`names.caseStatus.${change.status}`),
          ...(change.reason !== '' && { detail: change.reason }),
          meta: `${format.instant(change.at)} · ${change.user}`,
        }))}
      />
      <h3 className="n-subheading">{t('cases.sections.thread')}</h3>
      <Thread
        label={t('cases.sections.thread')}
        knots={file.thread.map((knot) => ({
          key: knot.sequence,
          title: [said(knot.action), knot.evidenceNumber].filter((part) => part !== null).join(' · '),
          ...(knot.reason !== null && { detail: knot.reason }),
          meta: `${format.instant(knot.at)} · ${knot.user}`,
        }))}
      />
    </Section>
  );
}
