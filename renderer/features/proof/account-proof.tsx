/** Whose an account is: the grade, why just this one, the reasons on both sides, and what can be done. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountProof as Proof } from '#shared/contract/account-proof.ts';
import { GRADE_BASES, REASON_KINDS } from '#shared/domain/roster/account-proof.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Answer } from '../../ui/states.tsx';
import { GradeMark } from './grade-mark.tsx';
import { LowerForm } from './lower-form.tsx';
import './proof.css';
import { ReasonForm } from './reason-form.tsx';
import { Reasons } from './reasons.tsx';

/** Asks for the account's reasons and shows them. */
export function AccountProof({ accountId }: { accountId: string }): ReactNode {
  const proof = useOperation('roster.proof', { accountId });
  return (
    <Answer of={proof} rows={3}>
      {(value) => <ProofParts proof={value} />}
    </Answer>
  );
}

/** The same for reasons that are there already. */
export function ProofParts({ proof }: { proof: Proof }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const [open, setOpen] = useState<'add' | 'lower' | 'restore' | null>(null);
  const close = (): void => setOpen(null);
  const { account, reasons, lowered } = proof;
  const side = (which: 'for' | 'against') => reasons.filter(({ kind }) => REASON_KINDS[kind].side === which);
  return (
    <div className="n-proof">
      <div className="n-proof-grade">
        <GradeMark grade={account.confidence} />
        <span className="n-quiet">{GRADE_BASES[proof.basis][language]}</span>
      </div>
      {lowered !== null && account.confidence !== proof.carried && (
        <p className="n-meta">
          {t('proof.carried', { grade: t(`names.confidence.${proof.carried}`) })}.{' '}
          {t('proof.lowered', { by: lowered.by, when: format.brief(lowered.at), reason: lowered.reason })}
        </p>
      )}
      <Reasons accountId={account.id} label={t('proof.for')} reasons={side('for')} none={t('proof.none')} />
      <Reasons
        accountId={account.id}
        label={t('proof.against')}
        reasons={side('against')}
        none={t('proof.noneAgainst')}
      />
      <div className="n-proof-tools">
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setOpen('add')}>
          {t('proof.add')}
        </Button>
        {proof.carried !== 'belum' && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('lower')}>
            {t('proof.lower')}
          </Button>
        )}
        {lowered !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('restore')}>
            {t('proof.restore')}
          </Button>
        )}
      </div>
      {open === 'add' && <ReasonForm accountId={account.id} onClose={close} />}
      {open === 'lower' && <LowerForm proof={proof} onClose={close} />}
      {open === 'restore' && (
        <ReasonDialog
          title={t('proof.restore')}
          text={t('proof.restoreText')}
          submitLabel={t('proof.restore')}
          submit={(reason) => call('roster.lowerGrade', { accountId: account.id, grade: null, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}
