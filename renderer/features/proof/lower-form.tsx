/** Lowers the grade below what the reasons carry, with a reason. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountProof } from '#shared/contract/account-proof.ts';
import { type Grade, GRADES, isLowerGrade } from '#shared/domain/roster/account-proof.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';

export function LowerForm({ proof, onClose }: { proof: AccountProof; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const below = GRADES.filter((grade) => isLowerGrade(grade, proof.carried));
  const [grade, setGrade] = useState<Grade>(below.at(-1) ?? 'belum');
  return (
    <ReasonDialog
      title={t('proof.lowerTitle')}
      text={t('proof.lowerText')}
      submitLabel={t('proof.lower')}
      submit={(reason) => call('roster.lowerGrade', { accountId: proof.account.id, grade, reason })}
      onClose={onClose}
    >
      <Segmented
        label={t('proof.grade')}
        wide
        data={choices(below, (value) => t(`names.confidence.${value}`))}
        value={grade}
        onChange={setGrade}
      />
      <div style={{ height: 12 }} />
    </ReasonDialog>
  );
}
