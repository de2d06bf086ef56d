/** One requirement as the office words it, and who verified it where. */
import { Modal, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';

const STATES = ['salinan_dibaca', 'sumber_sekunder', 'inferensi', 'ingatan', 'konflik', 'diverifikasi'] as const;

export function RequirementDialog({ row, onClose }: { row: Requirement; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [value, setValue] = useState(row);
  const { limit } = value;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('publicReports.saveRequirement', value);
      notify.done(t('publicReports.settings.savedRow'));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('publicReports.settings.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('publicReports.settings.text')}
            autosize
            value={value.text}
            onChange={(event) => setValue({ ...value, text: event.currentTarget.value })}
            data-autofocus
          />
          {limit !== null && (
            <NumberInput
              label={`${t('publicReports.settings.limit')}: ${t(`publicReports.settings.units.${limit.unit}`)}`}
              min={1}
              max={365}
              value={limit.days}
              onChange={(days) =>
                setValue({ ...value, limit: { ...limit, days: typeof days === 'number' ? days : limit.days } })
              }
            />
          )}
          <TextInput
            label={t('publicReports.settings.basis')}
            value={value.basis}
            onChange={(event) => setValue({ ...value, basis: event.currentTarget.value })}
          />
          <Select
            label={t('publicReports.settings.state')}
            allowDeselect={false}
            data={choices(STATES, (state) => t(`names.verification.${state}`))}
            value={value.verification}
            onChange={(state) =>
              setValue({ ...value, verification: STATES.find((one) => one === state) ?? value.verification })
            }
          />
          <TextInput
            label={t('publicReports.settings.sourceUrl')}
            value={value.sourceUrl ?? ''}
            onChange={(event) => setValue({ ...value, sourceUrl: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('publicReports.settings.by')}
            value={value.verifiedBy ?? ''}
            onChange={(event) => setValue({ ...value, verifiedBy: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t('publicReports.settings.at')}
            value={value.verifiedAt ?? ''}
            onChange={(event) => setValue({ ...value, verifiedAt: event.currentTarget.value || null })}
          />
          <Switch
            label={t('publicReports.settings.active')}
            checked={value.active}
            onChange={(event) => setValue({ ...value, active: event.currentTarget.checked })}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={value.text.trim() === ''} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
