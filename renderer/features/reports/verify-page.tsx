/** Any PDF, from here or from elsewhere: a verdict in plain words, with its reasons. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice, type Tone } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { useReasonWords } from './reason-words.ts';
import './reports.css';

/** Dokumen → Verifikasi dokumen. */
export function VerifyPage(): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [verdict, setVerdict] = useState<ReportVerdict | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const check = (chosen: ChosenFile): void => {
    setFile(chosen);
    setVerdict(null);
    void run(async () => setVerdict(await runJob('reports.verify', { file: chosen.token }, reportVerdict, setJob)));
  };
  return (
    <Page
      title={t('reports.check.title')}
      detail={file?.name}
      actions={
        verdict !== null && (
          <Button variant="default" onClick={() => setVerdict(null)}>
            {t('reports.check.another')}
          </Button>
        )
      }
    >
      <div className="n-narrow">
        {error !== null && <Problem error={error} />}
        {busy && <JobProgress label={t('reports.check.checking')} state={job} />}
        {!busy && verdict === null && (
          <DropField
            title={t('reports.check.drop')}
            text={t('reports.check.dropText')}
            purpose="pdf"
            onFiles={([chosen]) => chosen !== undefined && check(chosen)}
          />
        )}
        {!busy && verdict !== null && <Verdict verdict={verdict} />}
      </div>
    </Page>
  );
}

const LOOKS = {
  valid: { tone: 'done', icon: IconCircleCheck },
  indeterminate: { tone: 'waiting', icon: IconHelpCircle },
  invalid: { tone: 'problem', icon: IconCircleX },
} as const;

/** The verdict and everything it stands on. */
function Verdict({ verdict }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  const words = useReasonWords();
  const { tone, icon: Drawn } = LOOKS[verdict.verdict];
  const { issuedHere, custodyHead } = verdict;
  return (
    <>
      <div className="n-verdict" data-tone={tone} role="status">
        <Drawn size={32} stroke={1.6} color="var(--tone)" />
        <div>
          <h2>{t(`reports.check.verdict.${verdict.verdict}`)}</h2>
          <p>{t(`reports.check.verdictText.${verdict.verdict}`)}</p>
        </div>
      </div>
      {verdict.reasons.length > 0 && (
        <Section title={t('reports.check.reasons')}>
          <ul className="n-rows n-card">
            {verdict.reasons.map((reason) => (
              <li key={reason} className="n-plain-row">
                {words(reason)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {typeof issuedHere === 'boolean' && (
        <Section title={t('reports.title')}>
          <Notice tone={issuedHere ? 'done' : 'quiet'}>
            {t(issuedHere ? 'reports.check.issuedHere' : 'reports.check.notIssuedHere')}
          </Notice>
        </Section>
      )}
      {custodyHead !== null && custodyHead !== undefined && (
        <Notice tone={custodyHead.ancestor ? 'done' : 'waiting'}>
          {t(custodyHead.ancestor ? 'reports.check.head' : 'reports.check.headForeign', { n: custodyHead.sequence })}
        </Notice>
      )}
      {verdict.signatures.map((signature) => (
        <Signature key={`${signature.field}-${signature.revision ?? 0}`} signature={signature} />
      ))}
      <Changes verdict={verdict} />
      <Attachments verdict={verdict} />
    </>
  );
}

type Finding = ReportVerdict['signatures'][number];
const CHAIN_TONES: Readonly<Record<Finding['chain'], Tone>> = {
  trusted: 'done',
  untrusted: 'waiting',
  'not-checked': 'quiet',
};

function Signature({ signature }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const words = useReasonWords();
  const intact = signature.integrity === 'intact';
  const permission =
    signature.certification === 1 || signature.certification === 2 || signature.certification === 3
      ? signature.certification
      : null;
  return (
    <Section title={`${t('reports.check.signature')}: ${signature.signer ?? t('common.unknown')}`}>
      <div className="n-card" style={{ padding: 16 }}>
        <Facts
          rows={[
            [
              t('reports.check.fingerprint'),
              signature.fingerprint === null ? null : <Hash key="f" value={signature.fingerprint} whole />,
            ],
            [t('reports.check.level'), signature.level === 'B-B' ? 'PAdES B-B' : signature.level],
            [t('reports.check.time'), <SigningTime key="t" signature={signature} />],
            [
              t('reports.check.integrity'),
              <Mark key="i" tone={intact ? 'done' : 'problem'} plain>
                {t(intact ? 'reports.check.intact' : 'reports.check.broken')}
              </Mark>,
            ],
            [
              t('reports.check.chain'),
              <Mark key="c" tone={CHAIN_TONES[signature.chain]} plain>
                {t(`reports.check.chains.${signature.chain}`)}
              </Mark>,
            ],
            [t('reports.check.revocation'), t('reports.check.revocationText')],
            [
              t('reports.check.certification'),
              permission === null ? t('reports.check.permissions.none') : t(`reports.check.permissions.${permission}`),
            ],
            ...(signature.reasons.length === 0
              ? []
              : ([[t('reports.check.reasons'), signature.reasons.map(words).join(' ')]] as const)),
          ]}
        />
      </div>
    </Section>
  );
}

function SigningTime({ signature }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (signature.time === null) return t('reports.check.noTime');
  const readable = Number.isNaN(Date.parse(signature.time)) ? signature.time : format.instant(signature.time);
  return signature.timeSource === 'claimed' ? `${readable} (${t('reports.check.claimed')})` : readable;
}

function Changes({ verdict }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  if (verdict.changes.length === 0) return null;
  return (
    <Section title={t('reports.check.changes')}>
      <ul className="n-rows n-card">
        {verdict.changes.map((change) => (
          <li key={`${change.revision}-${change.kind}-${change.what}`} className="n-plain-row">
            <Mark tone={change.allowed ? 'done' : 'problem'}>
              {t(change.allowed ? 'reports.check.allowed' : 'reports.check.notAllowed')}
            </Mark>{' '}
            {t('reports.check.revision', { n: change.revision })} · {t(`reports.check.kinds.${kindOf(change.kind)}`)} ·{' '}
            {change.what}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function kindOf(kind: string): 'sign' | 'timestamp' | 'validation-data' | 'other' {
  return (['sign', 'timestamp', 'validation-data'] as const).find((known) => known === kind) ?? 'other';
}

function Attachments({ verdict }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  if (verdict.attachments.length === 0) return null;
  return (
    <Section title={t('reports.check.attachments')}>
      <ul className="n-rows n-card">
        {verdict.attachments.map((file) => (
          <li key={file.name} className="n-plain-row">
            {file.name} · <Hash value={file.sha256} />
            {typeof file.inVault === 'boolean' && (
              <span className="n-meta">
                {' '}
                · {t(file.inVault ? 'reports.check.inVault' : 'reports.check.notInVault')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
