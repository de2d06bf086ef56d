/** Reminders for the eye: words, hashtags, gestures, symbols, each with its note and source. */
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Reminder, reminderKind } from '#shared/contract/elections.ts';
import { REMINDER_KINDS, REMINDER_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { isProofWhole, NO_PROOF, orNull, ProofFields } from './proof-fields.tsx';
import { RemoveDialog } from './remove.tsx';

const view = z.object({ kind: reminderKind.optional() });
type View = z.infer<typeof view>;

interface RemindersProps {
  /** The reminder that is open. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

export function Reminders({ selected, onSelect }: RemindersProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered<View>('election-reminders', view, {});
  const [adding, setAdding] = useState(false);
  const all = useOperation('elections.reminderList', { limit: 1_000 }, { enabled: selected !== undefined });
  const editing = all.data?.rows.find(({ id }) => id === selected) ?? null;
  const selection = { query, kind: asked.kind };
  const rows = useWindowedRows(['elections.reminderList', selection], (offset, limit) =>
    call('elections.reminderList', { ...selection, offset, limit }),
  );
  const columns = useColumns();
  const plain = query === '' && asked.kind === undefined;
  const add = (
    <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('elections.reminders.add')}
    </Button>
  );
  const filters: FilterChoice[] = [
    {
      label: t('elections.reminders.filterKind'),
      options: choices(REMINDER_KINDS, (kind) => REMINDER_WORDS[kind][language]),
      value: asked.kind,
      onChange: (value) => setAsked({ kind: REMINDER_KINDS.find((kind) => kind === value) }),
    },
  ];
  return (
    <>
      <div className="n-tools n-meta">{t('elections.reminders.detail')}</div>
      <ListTools
        title={t('elections.reminders.title')}
        search={{ value: query, onChange: setQuery, placeholder: t('elections.reminders.search') }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('elections.reminderList', { ...selection, limit })}
        selection={{ list: 'electionReminders', ...selection }}
      >
        {add}
      </ListTools>
      <ListRows
        label={t('elections.reminders.title')}
        list="election-reminders"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={({ id }) => onSelect(id)}
        empty={
          <Empty
            icon={IconEye}
            title={t(plain ? 'elections.reminders.empty' : 'elections.reminders.emptySearch')}
            action={add}
          >
            {t('elections.reminders.emptyText')}
          </Empty>
        }
      />
      {adding && <ReminderForm reminder={null} onClose={() => setAdding(false)} />}
      {selected !== undefined && editing !== null && (
        <ReminderForm key={editing.id} reminder={editing} onClose={() => onSelect(undefined)} />
      )}
    </>
  );
}

function useColumns(): Column<Reminder, never>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    { key: 'kind', title: t('elections.column.kind'), width: 132, cell: (row) => REMINDER_WORDS[row.kind][language] },
    { key: 'text', title: t('elections.column.text'), width: 150, grow: 2, always: true, cell: (row) => row.text },
    { key: 'about', title: t('elections.column.about'), width: 100, grow: 1, cell: (row) => row.about },
    { key: 'note', title: t('elections.column.note'), width: 170, grow: 3, cell: (row) => row.note },
    {
      key: 'verification',
      title: t('elections.column.verification'),
      width: 130,
      cell: (row) => t(`names.verification.${row.verification}`),
    },
  ];
}

const NEW: Omit<Reminder, 'id' | 'about'> = {
  electionId: null,
  candidateId: null,
  kind: 'kata',
  text: '',
  note: '',
  fromDay: null,
  untilDay: null,
  ...NO_PROOF,
};

function ReminderForm({ reminder, onClose }: { reminder: Reminder | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState(() => withoutNames(reminder));
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const ready = values.text.trim() !== '' && isProofWhole(values);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    void run(async () => {
      await call('elections.saveReminder', { ...values, id: reminder?.id ?? null });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(reminder === null ? 'elections.reminders.add' : 'elections.reminders.edit')}
      size={600}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('elections.field.text')}
            value={values.text}
            required
            data-autofocus
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <Select
              label={t('elections.field.reminderKind')}
              data={choices(REMINDER_KINDS, (kind) => REMINDER_WORDS[kind][language])}
              value={values.kind}
              allowDeselect={false}
              onChange={(value) => change({ kind: REMINDER_KINDS.find((kind) => kind === value) ?? values.kind })}
            />
            <AboutFields values={values} onChange={change} />
          </Group>
          <Group grow>
            {(['fromDay', 'untilDay'] as const).map((key) => (
              <TextInput
                key={key}
                type="date"
                label={t(`elections.field.${key}`)}
                value={values[key] ?? ''}
                onChange={(event) => change({ [key]: orNull(event.currentTarget.value) })}
              />
            ))}
          </Group>
          <Textarea
            label={t('elections.field.note')}
            value={values.note}
            autosize
            maxRows={4}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <ProofFields proof={values} onChange={change} />
          {!isProofWhole(values) && <div className="n-meta">{t('elections.needVerified')}</div>}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={!ready} label={t('common.save')} onClose={onClose}>
          {reminder !== null && (
            <Button variant="subtle" color="gray" onClick={() => setRemoving(true)}>
              {t('elections.remove')}
            </Button>
          )}
        </DialogButtons>
      </form>
      {removing && reminder !== null && (
        <RemoveDialog
          what="reminder"
          id={reminder.id}
          name={reminder.text}
          onClose={() => setRemoving(false)}
          onRemoved={onClose}
        />
      )}
    </Modal>
  );
}

interface AboutFieldsProps {
  readonly values: Pick<Reminder, 'electionId' | 'candidateId'>;
  readonly onChange: (part: Partial<AboutFieldsProps['values']>) => void;
}

/** Of one candidate, of one election, or for all. */
function AboutFields({ values, onChange }: AboutFieldsProps): ReactNode {
  const { t } = useTranslation();
  const elections = useOperation('elections.list', {}).data?.rows ?? [];
  const candidates = useOperation('elections.candidates', { limit: 1_000 }).data?.rows ?? [];
  return (
    <>
      <Select
        label={t('elections.field.election')}
        placeholder={t('elections.field.anyElection')}
        data={elections.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.electionId}
        clearable
        clearButtonProps={{ 'aria-label': t('elections.field.anyElection') }}
        onChange={(electionId) => onChange({ electionId, candidateId: null })}
      />
      <Select
        label={t('elections.field.about')}
        placeholder={t('elections.field.anyone')}
        data={candidates
          .filter(({ electionId }) => values.electionId === null || electionId === values.electionId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={values.candidateId}
        clearable
        clearButtonProps={{ 'aria-label': t('elections.field.anyone') }}
        onChange={(candidateId) => onChange({ candidateId })}
      />
    </>
  );
}

function withoutNames(reminder: Reminder | null): typeof NEW {
  if (reminder === null) return NEW;
  const { id: _id, about: _about, ...values } = reminder;
  return values;
}
