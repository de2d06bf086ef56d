/** A new status with its reason. */
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '#shared/contract/cases.ts';
import { CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';

/** Asks for the status and the reason. Which steps are allowed is the vault's decision. */
export function StatusDialog({ file, onClose }: { file: CasePage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [status, setStatus] = useState<(typeof CASE_STATUSES)[number] | null>(null);
  const others = CASE_STATUSES.filter((listed) => listed !== file.case.status);
  return (
    <ReasonDialog
      title={t('cases.status.title')}
      submitLabel={t('cases.status.submit')}
      ready={status !== null}
      submit={async (reason) => status !== null && call('cases.setStatus', { id: file.case.id, status, reason })}
      onClose={onClose}
    >
      <Select
        label={t('cases.status.to')}
        data={choices(others, (listed) => t(`names.caseStatus.${listed}`))}
        value={status}
        onChange={(value) => setStatus(others.find((listed) => listed === value) ?? null)}
        allowDeselect={false}
        mb="sm"
        data-autofocus
      />
    </ReasonDialog>
  );
}
