/** Adds a reason or a counter-reason: what kind, what it points at, what the officer saw. */
import { Modal, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  REASON_CODES,
  REASON_KINDS,
  type ReasonCode,
  RECORD_FIELDS,
  type RecordField,
} from '#shared/domain/roster/account-proof.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { EvidencePicker } from '../../ui/evidence-picker.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';

type Side = 'for' | 'against';
const SIDES = ['for', 'against'] as const;
const FIRST: Readonly<Record<Side, ReasonCode>> = { for: 'nama_lengkap', against: 'bantahan' };

interface ReasonFormProps {
  readonly accountId: string;
  /** The side that is shown first. */
  readonly first?: Side;
  readonly onClose: () => void;
}

export function ReasonForm({ accountId, first = 'for', onClose }: ReasonFormProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [side, setSide] = useState<Side>(first);
  const [kind, setKind] = useState<ReasonCode>(FIRST[first]);
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const [record, setRecord] = useState<RecordField | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const empty = evidenceId === null && record === null && note.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    void run(async () => {
      await call('roster.addProofReason', { accountId, kind, evidenceId, record, note });
      onClose();
    });
  };
  const kinds = REASON_CODES.filter((code) => REASON_KINDS[code].side === side).map((code) => ({
    value: code,
    label: `${REASON_KINDS[code].words[language]}${REASON_KINDS[code].weight === 'strong' ? ` (${t('proof.strong')})` : ''}`,
  }));
  return (
    <Modal opened onClose={onClose} title={t('proof.addTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Segmented
            label={t('proof.side')}
            wide
            data={choices(SIDES, (value) => t(value === 'for' ? 'proof.sideFor' : 'proof.sideAgainst'))}
            value={side}
            onChange={(value) => {
              setSide(value);
              setKind(FIRST[value]);
            }}
          />
          <Select
            label={t('proof.kind')}
            {...(side === 'for' && REASON_KINDS[kind].weight === 'strong' && { description: t('proof.strongNeeds') })}
            data={kinds}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(REASON_CODES.find((code) => code === value) ?? kind)}
            data-autofocus
          />
          <EvidencePicker
            label={t('proof.evidence')}
            hint={t('proof.evidenceHint')}
            value={evidenceId}
            onChange={setEvidenceId}
          />
          <Select
            label={t('proof.field')}
            placeholder={t('proof.noField')}
            data={choices(RECORD_FIELDS, (field) => t(`proof.recordField.${field}`))}
            value={record}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
            onChange={(value) => setRecord(RECORD_FIELDS.find((field) => field === value) ?? null)}
          />
          <Textarea
            label={t('proof.note')}
            description={t('proof.noteHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={tried && empty ? t('proof.needed') : undefined}
            autosize
            minRows={2}
            maxRows={6}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
