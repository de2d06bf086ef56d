/** One signature or document time stamp: who, when, proven by what, up to which certificate. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { indicationCode } from '#shared/domain/signature/verdict-words.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { Facts } from '../../ui/page.tsx';

type Finding = ReportVerdict['signatures'][number];
type Certificate = Finding['certificates'][number];

const INDICATION_TONES: Readonly<Record<Finding['indication'], Tone>> = {
  'TOTAL-PASSED': 'done',
  INDETERMINATE: 'waiting',
  'TOTAL-FAILED': 'problem',
};
const CHAIN_TONES: Readonly<Record<Finding['chain'], Tone>> = {
  trusted: 'done',
  untrusted: 'waiting',
  'not-checked': 'quiet',
};
const REVOCATION_TONES: Readonly<Record<Finding['revocation'], Tone>> = {
  good: 'done',
  'not-needed': 'done',
  'revoked-later': 'done',
  'not-published': 'quiet',
  'not-checked': 'quiet',
  unknown: 'waiting',
  unproven: 'waiting',
  revoked: 'problem',
};

export function SignatureCard({ signature }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const name = signature.signer ?? t('common.unknown');
  const title = signature.level === 'timestamp' ? 'verification.stamp' : 'verification.signature';
  const permission = signature.certification === null ? 'none' : (`${signature.certification}` as const);
  return (
    <article className="n-card n-verdict-card">
      <div className="n-verdict-head">
        <h3>{t(title, { name })}</h3>
        <Mark tone={INDICATION_TONES[signature.indication]}>
          {t(`verification.indications.${signature.indication}`)}
        </Mark>
      </div>
      {signature.seal === true && <p className="n-meta">{t('verification.seal')}</p>}
      <Facts
        rows={[
          [t('verification.indication'), indicationCode(signature.indication, signature.subIndication)],
          [t('verification.integrity'), <Integrity key="i" signature={signature} />],
          [t('verification.time'), <StatedTime key="t" signature={signature} />],
          [t('verification.bestTime'), <BestTime key="b" signature={signature} />],
          [t('verification.level'), t(`verification.levels.${signature.level}`)],
          [
            t('verification.chain'),
            <Mark key="c" tone={CHAIN_TONES[signature.chain]} plain>
              {t(`verification.chains.${signature.chain}`)}
            </Mark>,
          ],
          [
            t('verification.revocation'),
            <Mark key="r" tone={REVOCATION_TONES[signature.revocation]} plain>
              {t(`verification.revocations.${signature.revocation}`)}
            </Mark>,
          ],
          [t('verification.algorithm'), signature.algorithm],
          [
            t('verification.fingerprint'),
            signature.fingerprint === null ? null : <Hash key="f" value={signature.fingerprint} whole />,
          ],
          [t('verification.field'), signature.field],
          ...(signature.level === 'timestamp'
            ? []
            : ([[t('verification.certification'), t(`verification.permissions.${permission}`)]] as const)),
          ...(signature.locks === null
            ? []
            : ([
                [
                  t('verification.field'),
                  t(`verification.locks.${signature.locks.action}`, { fields: signature.locks.fields.join(', ') }),
                ],
              ] as const)),
        ]}
      />
      {signature.certificates.length > 1 && <Chain certificates={signature.certificates} />}
      {signature.reasons.length > 0 && (
        <ul className="n-verdict-reasons">
          {signature.reasons.map((reason) => (
            <li key={reason}>{t(`verification.reason.${reason}`)}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Integrity({ signature }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const intact = signature.integrity === 'intact';
  const covered = signature.coversWholeFile
    ? t('verification.coversAll')
    : t('verification.coversRevision', { n: signature.revision ?? 0 });
  return (
    <>
      <Mark tone={intact ? 'done' : 'problem'} plain>
        {t(intact ? 'verification.intact' : 'verification.broken')}
      </Mark>
      {intact && signature.revision !== null && <span className="n-meta"> · {covered}</span>}
    </>
  );
}

function StatedTime({ signature: { time, timeSource } }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (time === null || timeSource === 'none') return t('verification.noTime');
  return t(`verification.${timeSource}`, { time: format.instant(time) });
}

function BestTime({ signature: { bestTime, bestTimeProof } }: { signature: Finding }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return t(`verification.bestTimes.${bestTimeProof}`, { time: format.instant(bestTime) });
}

/** The chain upwards, with the revocation of each. */
function Chain({ certificates }: { certificates: readonly Certificate[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="n-verdict-chain" aria-label={t('verification.chain')}>
      {certificates.map((one) => (
        <li key={one.fingerprint}>
          <span>{one.name}</span>{' '}
          <span className="n-meta">
            {t('verification.validity', { from: format.brief(one.notBefore), until: format.brief(one.notAfter) })} ·{' '}
            {one.anchor ? t('verification.anchor') : t(`verification.revocations.${one.revocation}`)}
            {one.revocationSource !== null && ` (${one.revocationSource.toUpperCase()})`}
            {one.revokedAt !== null && ` · ${format.instant(one.revokedAt)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
