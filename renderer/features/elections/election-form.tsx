/** Adds an election or changes what is said of it. */
import { Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/contract/elections.ts';
import { REGIMES } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { orNull } from './proof-fields.tsx';

interface ElectionFormProps {
  /** Null for a new one. */
  readonly election: Election | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function ElectionForm({ election, onClose, onSaved }: ElectionFormProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState<Pick<Election, 'name' | 'regime' | 'watchFrom' | 'watchUntil' | 'note'>>({
    name: election?.name ?? '',
    regime: election?.regime ?? 'PILKADA',
    watchFrom: election?.watchFrom ?? null,
    watchUntil: election?.watchUntil ?? null,
    note: election?.note ?? '',
  });
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { id } = await call('elections.save', { id: election?.id ?? null, ...values });
      onClose();
      onSaved?.(id);
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(election === null ? 'elections.add' : 'elections.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('elections.field.name')}
            value={values.name}
            required
            data-autofocus
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Segmented
            label={t('elections.field.regime')}
            data={choices(REGIMES, (regime) => t(`names.regime.${regime}`))}
            value={values.regime}
            onChange={(regime) => change({ regime })}
          />
          <Group grow align="flex-end">
            <TextInput
              type="date"
              label={t('elections.field.watchFrom')}
              value={values.watchFrom ?? ''}
              onChange={(event) => change({ watchFrom: orNull(event.currentTarget.value) })}
            />
            <TextInput
              type="date"
              label={t('elections.field.watchUntil')}
              value={values.watchUntil ?? ''}
              onChange={(event) => change({ watchUntil: orNull(event.currentTarget.value) })}
            />
          </Group>
          <div className="n-meta">{t('elections.field.watchHelp')}</div>
          <Textarea
            label={t('elections.field.note')}
            value={values.note}
            autosize
            maxRows={6}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={values.name.trim() === ''} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
