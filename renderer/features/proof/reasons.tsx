/** The reasons of one side, each with what it points at, who gave it, and how it ended. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMessageCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProofReason } from '#shared/contract/account-proof.ts';
import { REASON_KINDS } from '#shared/domain/roster/account-proof.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';

interface ReasonsProps {
  readonly accountId: string;
  readonly label: string;
  readonly reasons: readonly ProofReason[];
  readonly none: string;
}

export function Reasons({ accountId, label, reasons, none }: ReasonsProps): ReactNode {
  return (
    <div className="n-proof-side">
      <h3>{label}</h3>
      {reasons.length === 0 && <p className="n-quiet">{none}</p>}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.id} data-off={reason.closed?.how === 'withdrawn' || undefined}>
            <Reason accountId={accountId} reason={reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reason({ accountId, reason }: { accountId: string; reason: ProofReason }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const [closing, setClosing] = useState<'withdrawn' | 'answered' | null>(null);
  const kind = REASON_KINDS[reason.kind];
  const what = kind.words[language];
  return (
    <div className="n-proof-reason">
      <div>
        <div>
          {what}
          {kind.weight === 'strong' && <span className="n-quiet"> · {t('proof.strong')}</span>}
        </div>
        <Backing reason={reason} />
        {reason.note !== '' && <div className="n-proof-note">{reason.note}</div>}
        <div className="n-meta">{t('proof.meta', { by: reason.addedBy, when: format.brief(reason.addedAt) })}</div>
        {reason.closed !== null && (
          <div className="n-meta">{t(`proof.${reason.closed.how}`, { reason: reason.closed.reason })}</div>
        )}
      </div>
      {reason.closed === null && (
        <div className="n-proof-actions">
          {kind.side === 'against' && (
            <Tooltip label={t('proof.answer')}>
              <ActionIcon aria-label={`${t('proof.answer')}: ${what}`} onClick={() => setClosing('answered')}>
                <IconMessageCheck size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('proof.withdraw')}>
            <ActionIcon aria-label={`${t('proof.withdraw')}: ${what}`} onClick={() => setClosing('withdrawn')}>
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {closing !== null && (
        <ReasonDialog
          title={t(closing === 'withdrawn' ? 'proof.withdraw' : 'proof.answer')}
          text={t(closing === 'withdrawn' ? 'proof.withdrawText' : 'proof.answerText', { what })}
          submitLabel={t(closing === 'withdrawn' ? 'proof.withdraw' : 'proof.answer')}
          danger={closing === 'withdrawn'}
          submit={(words) =>
            call('roster.closeProofReason', { accountId, reasonId: reason.id, how: closing, reason: words })
          }
          onClose={() => setClosing(null)}
        />
      )}
    </div>
  );
}

/** Evidence, a record, or the remark that there is neither. */
function Backing({ reason: { evidence, record } }: { reason: ProofReason }): ReactNode {
  const { t } = useTranslation();
  const parts = [
    evidence === null
      ? null
      : evidence.stands
        ? [evidence.number, evidence.title].filter((part) => part !== '').join(' · ')
        : t('proof.evidenceGone', { number: evidence.number }),
    record === null ? null : t('proof.record', { field: t(`proof.recordField.${record.field}`), value: record.value }),
  ].filter((part) => part !== null);
  return <div className="n-proof-backing">{parts.length === 0 ? t('proof.unbacked') : parts.join('; ')}</div>;
}
