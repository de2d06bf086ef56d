/** Adds a stage to a calendar or changes one; what cannot be is said by the vault and nothing is kept. */
import { Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election, ElectionStage } from '#shared/contract/elections.ts';
import { OFFICE_WORDS, OFFICES_OF, STAGE_KINDS, STAGE_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';
import { isProofWhole, NO_PROOF, ProofFields } from './proof-fields.tsx';

interface StageFormProps {
  readonly election: Election;
  /** Null for a new one. */
  readonly stage: ElectionStage | null;
  readonly onClose: () => void;
}

const NEW: Omit<ElectionStage, 'id'> = {
  kind: 'penetapan',
  office: null,
  name: '',
  startsOn: '',
  endsOn: '',
  note: '',
  ...NO_PROOF,
};

export function StageForm({ election, stage, onClose }: StageFormProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState<Omit<ElectionStage, 'id'>>(stage ?? NEW);
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const ready = values.startsOn !== '' && isProofWhole(values);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    void run(async () => {
      const endsOn = values.endsOn === '' ? values.startsOn : values.endsOn;
      await call('elections.saveStage', { ...values, endsOn, id: stage?.id ?? null, electionId: election.id });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t(stage === null ? 'elections.addStage' : 'elections.editStage')} · ${election.name}`}
      size={600}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <Select
              label={t('elections.field.kind')}
              data={choices(STAGE_KINDS, (kind) => STAGE_WORDS[kind][language])}
              value={values.kind}
              allowDeselect={false}
              data-autofocus
              onChange={(value) => change({ kind: STAGE_KINDS.find((kind) => kind === value) ?? values.kind })}
            />
            <Select
              label={t('elections.field.office')}
              placeholder={t('elections.field.allOffices')}
              data={choices(OFFICES_OF[election.regime], (one) => OFFICE_WORDS[one][language])}
              value={values.office}
              clearable
              clearButtonProps={{ 'aria-label': t('elections.field.allOffices') }}
              onChange={(value) => change({ office: OFFICES_OF[election.regime].find((one) => one === value) ?? null })}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={t('elections.field.startsOn')}
              value={values.startsOn}
              required
              onChange={(event) => change({ startsOn: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('elections.field.endsOn')}
              value={values.endsOn}
              onChange={(event) => change({ endsOn: event.currentTarget.value })}
            />
          </Group>
          <TextInput
            label={t('elections.field.stageName')}
            value={values.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <ProofFields proof={values} onChange={change} />
          <Textarea
            label={t('elections.field.note')}
            value={values.note}
            autosize
            maxRows={4}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {!isProofWhole(values) && <div className="n-meta">{t('elections.needVerified')}</div>}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={!ready} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
