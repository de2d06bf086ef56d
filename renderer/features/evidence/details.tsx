/** Everything known about one piece of evidence: its seal, facts, record, files, cases and thread. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import { originWords } from '#shared/domain/capture/post-fact-words.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useCustodyWords } from '../../ui/custody-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { Thread } from '../../ui/thread.tsx';
import { CaptureFacts } from './capture-facts.tsx';
import { DescribeDialog } from './describe.tsx';
import { FiledSection } from './filed.tsx';
import { OriginSection } from './origin.tsx';
import { AlikePictures, PictureText } from './picture-text.tsx';
import { SealCheck } from './seal-check.tsx';
import { SecondLooks } from './second-look.tsx';
import { CopiesSection } from './working-copy/copies.tsx';
import './evidence.css';

/** The panel beside the gallery or in the viewer. */
export function EvidenceDetails({ id }: { id: string }): ReactNode {
  const page = useOperation('evidence.get', { id });
  return (
    <div className="n-details">
      <Answer of={page} rows={14}>
        {(value) => <Filled key={id} page={value} />}
      </Answer>
    </div>
  );
}

function Filled({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  const [broken, setBroken] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<'describe' | 'withdraw' | null>(null);
  const { evidence } = page;
  return (
    <>
      <h2>{evidence.title}</h2>
      {evidence.secondHand && <Notice tone="waiting">{t('evidence.secondHandText')}</Notice>}
      <div className="n-details-actions">
        <SealCheck id={evidence.id} onChecked={setBroken} />
      </div>
      <EvidenceFacts page={page} />
      <div className="n-details-actions">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPencil size={14} />}
          onClick={() => setAsking('describe')}
        >
          {t('evidence.edit.title')}
        </Button>
        {!evidence.withdrawn && (
          <Button variant="default" size="xs" onClick={() => setAsking('withdraw')}>
            {t('evidence.withdraw.action')}
          </Button>
        )}
      </div>
      <FiledSection evidence={evidence} />
      <OriginSection page={page} />
      {page.capture !== null && <CaptureFacts record={page.capture} artefacts={page.artefacts} />}
      {page.capture !== null && <SecondLooks evidenceId={evidence.id} mayPlan={!evidence.withdrawn} />}
      <PictureText page={page} />
      <AlikePictures page={page} />
      <CopiesSection page={page} broken={broken} />
      <Files page={page} broken={broken} />
      <EvidenceThread page={page} />
      {asking === 'describe' && <DescribeDialog page={page} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && (
        <ReasonDialog
          title={t('evidence.withdraw.title')}
          text={t('evidence.withdraw.text', { number: evidence.number })}
          submitLabel={t('evidence.withdraw.action')}
          danger
          submit={(reason) => call('evidence.withdraw', { id: evidence.id, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function EvidenceFacts({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { evidence, provenance } = page;
  const range = evidence.postedBetween;
  const between =
    range === null
      ? ''
      : t('evidence.facts.postedBetween', { from: format.brief(range[0]), to: format.brief(range[1]) });
  const origin = page.capture?.postedAtFrom ?? null;
  // A time taken from the page is one instant, said once and with where it stands.
  const posted =
    origin === null
      ? [evidence.postedAtText, between].filter((part) => part !== '')
      : [evidence.postedAtText, t('evidence.stated.from', { origin: originWords(origin, language) })];
  return (
    <Facts
      rows={[
        [
          t('evidence.facts.number'),
          <span key="n" className="n-mono">
            {evidence.number}
          </span>,
        ],
        [
          evidence.origin === 'capture' || evidence.origin === 'screen'
            ? t('evidence.facts.captured')
            : t('evidence.facts.received'),
          format.instant(evidence.capturedAt),
        ],
        [t('evidence.facts.by'), provenance.who],
        [t('evidence.facts.posted'), posted.join(', ')],
        ...(evidence.secondHand
          ? ([
              [t('evidence.facts.obtainedFrom'), provenance.obtainedFrom],
              [t('evidence.facts.obtainedAt'), provenance.obtainedAtText],
              [t('evidence.facts.originalName'), provenance.originalName],
              [t('evidence.intake.address'), evidence.address],
            ] as const)
          : []),
        [t('evidence.facts.note'), evidence.note],
        [t('evidence.facts.hash'), <Hash key="h" value={evidence.mainSha256} />],
      ]}
    />
  );
}

function Files({ page, broken }: { page: EvidencePage; broken: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [choosing, setChoosing] = useState<string | null>(null);
  const exportIt = async (artefactId: string, withAccountData: boolean): Promise<void> => {
    const { saved, name } = await call('evidence.export', { id: page.evidence.id, artefactId, withAccountData });
    if (saved) notify.done(t('evidence.files.exported', { name }));
  };
  const save = ({ id, kind }: EvidencePage['artefacts'][number]): void => {
    if (page.capture?.visibility.accountData === true && carriesPageData(kind)) setChoosing(id);
    else exportIt(id, false).catch(notify.failed);
  };
  return (
    <Section title={t('evidence.files.title')}>
      <ul className="n-rows">
        {page.artefacts.map((artefact) => {
          const kind = t(`names.artefact.${artefact.kind}`);
          const words = /media$/.test(artefact.kind) ? `${kind}: ${artefact.name}` : kind;
          return (
            <li key={artefact.id} className="n-file-row">
              <div className="n-row-text">
                <div className="n-clip">{words}</div>
                <div className="n-meta n-clip">
                  {format.bytes(artefact.bytes)}
                  {artefact.width !== null && artefact.height !== null && ` · ${artefact.width} × ${artefact.height}`} ·{' '}
                  <Hash value={artefact.sha256} />
                </div>
              </div>
              {broken.includes(artefact.id) && <Mark tone="problem">{t('evidence.seal.broken')}</Mark>}
              <Tooltip label={t('evidence.files.export', { what: words })}>
                <ActionIcon onClick={() => save(artefact)} aria-label={t('evidence.files.export', { what: words })}>
                  <IconDownload size={17} stroke={1.6} />
                </ActionIcon>
              </Tooltip>
            </li>
          );
        })}
      </ul>
      {choosing !== null && (
        <ConfirmDialog
          title={t('visibility.exportTitle')}
          text={t('visibility.exportText')}
          submitLabel={t('visibility.exportAnyway')}
          submit={() => exportIt(choosing, true)}
          onClose={() => setChoosing(null)}
        />
      )}
    </Section>
  );
}

function EvidenceThread({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  // Asked for with the log itself: the head moves with every entry, this item's own viewing among them.
  const { data: log } = useOperation('custody.list', { limit: 1 });
  const words = useCustodyWords();
  const head = log?.head ?? null;
  return (
    <Section title={t('evidence.thread')}>
      <Thread
        label={t('evidence.thread')}
        knots={page.thread.map((knot) => ({
          key: knot.sequence,
          title: words(knot.action),
          ...((knot.caseNumber !== null || knot.reason !== null) && {
            detail: [knot.caseNumber, knot.reason].filter((part) => part !== null).join(' · '),
          }),
          meta: `${format.brief(knot.at)} · ${knot.user} · #${knot.sequence}`,
        }))}
        {...(head !== null && {
          head: (
            <>
              #{head.sequence} <Hash value={head.hash} />
            </>
          ),
        })}
      />
    </Section>
  );
}
