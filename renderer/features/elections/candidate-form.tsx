/** A candidate or pair: who, under which number and marks, since when; and the accounts that are theirs. */
import { Button, Group, Modal, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, Election } from '#shared/contract/elections.ts';
import { CANDIDATE_PATHS, OFFICE_WORDS, OFFICES_OF, PATH_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { CandidateAccounts } from './candidate-accounts.tsx';
import { orNull } from './proof-fields.tsx';
import { RemoveDialog } from './remove.tsx';

interface CandidateFormProps {
  /** Null for a new one. */
  readonly candidate: Candidate | null;
  readonly elections: readonly Election[];
  readonly onClose: () => void;
  /** A new one stays open after it was saved: its accounts come next. */
  readonly onSaved: (id: string) => void;
}

type Values = Omit<Candidate, 'id' | 'electionName' | 'regime' | 'accounts' | 'standing' | 'candidateFrom'>;

export function CandidateForm({ candidate, elections, onClose, onSaved }: CandidateFormProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState<Values>(() => valuesOf(candidate, elections));
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<Values>): void => setValues({ ...values, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { id } = await call('elections.saveCandidate', { ...values, id: candidate?.id ?? null });
      if (candidate === null) onSaved(id);
      else onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(candidate === null ? 'elections.candidates.add' : 'elections.candidates.edit')}
      size={780}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <WhereFields values={values} elections={elections} onChange={change} />
          <NameFields values={values} onChange={change} />
          <MarkFields values={values} onChange={change} />
          <DayFields values={values} onChange={change} />
          <Textarea
            label={t('elections.field.note')}
            value={values.note}
            autosize
            maxRows={4}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={values.name.trim() === '' || values.electionId === ''}
          label={t('common.save')}
          onClose={onClose}
        >
          {candidate !== null && (
            <Button variant="subtle" color="gray" onClick={() => setRemoving(true)}>
              {t('elections.remove')}
            </Button>
          )}
        </DialogButtons>
      </form>
      {candidate === null ? (
        <div className="n-meta">{t('elections.candidates.noAccounts')}</div>
      ) : (
        <CandidateAccounts candidate={candidate} />
      )}
      {removing && candidate !== null && (
        <RemoveDialog
          what="candidate"
          id={candidate.id}
          name={candidate.name}
          onClose={() => setRemoving(false)}
          onRemoved={onClose}
        />
      )}
    </Modal>
  );
}

interface FieldsProps {
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

function WhereFields({
  values,
  elections,
  onChange,
}: FieldsProps & { readonly elections: readonly Election[] }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const regime = elections.find(({ id }) => id === values.electionId)?.regime ?? 'PILKADA';
  const offices = OFFICES_OF[regime];
  const choose = (electionId: string): void => {
    const next = OFFICES_OF[elections.find(({ id }) => id === electionId)?.regime ?? regime];
    onChange({ electionId, office: next.includes(values.office) ? values.office : (next.at(-1) ?? values.office) });
  };
  return (
    <Group grow align="flex-start">
      <Select
        label={t('elections.field.election')}
        data={elections.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.electionId}
        allowDeselect={false}
        onChange={(value) => choose(value ?? values.electionId)}
      />
      <Select
        label={t('elections.field.standsFor')}
        data={choices(offices, (one) => OFFICE_WORDS[one][language])}
        value={values.office}
        allowDeselect={false}
        onChange={(value) => onChange({ office: offices.find((one) => one === value) ?? values.office })}
      />
      <TextInput
        label={t('elections.field.region')}
        value={values.region}
        onChange={(event) => onChange({ region: event.currentTarget.value })}
      />
    </Group>
  );
}

function NameFields({ values, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t('elections.field.candidate')}
          value={values.name}
          required
          data-autofocus
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('elections.field.partner')}
          description={t('elections.field.partnerHelp')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={values.partnerName}
          onChange={(event) => onChange({ partnerName: event.currentTarget.value })}
        />
      </Group>
      <Group align="flex-end">
        <TextInput
          w={120}
          label={t('elections.field.number')}
          value={values.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <Segmented
          label={t('elections.field.path')}
          data={choices(CANDIDATE_PATHS, (path) => PATH_WORDS[path][language])}
          value={values.path}
          onChange={(path) => onChange({ path })}
        />
      </Group>
    </>
  );
}

function MarkFields({ values, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const field = (key: 'parties' | 'tags' | 'symbols' | 'colours'): ReactNode => (
    <TagsInput
      label={t(`elections.field.${key}`)}
      value={values[key]}
      maxTags={40}
      clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
      onChange={(next) => onChange({ [key]: next })}
    />
  );
  return (
    <>
      <Group grow align="flex-start">
        {field('parties')}
        {field('tags')}
      </Group>
      <Group grow align="flex-start">
        {field('symbols')}
        {field('colours')}
      </Group>
      <div className="n-meta">{t('elections.field.listHelp')}</div>
    </>
  );
}

function DayFields({ values, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const field = (key: 'declaredOn' | 'determinedOn' | 'withdrawnOn'): ReactNode => (
    <TextInput
      type="date"
      label={t(`elections.field.${key}`)}
      value={values[key] ?? ''}
      {...(key === 'determinedOn' && {
        description: t('elections.field.determinedHelp'),
        inputWrapperOrder: ['label', 'input', 'description'] as const,
      })}
      onChange={(event) => onChange({ [key]: orNull(event.currentTarget.value) })}
    />
  );
  return (
    <>
      <Group grow align="flex-start">
        {field('declaredOn')}
        {field('determinedOn')}
        {field('withdrawnOn')}
      </Group>
      {values.withdrawnOn !== null && (
        <TextInput
          label={t('elections.field.withdrawnWhy')}
          value={values.withdrawnWhy}
          onChange={(event) => onChange({ withdrawnWhy: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Of a new one: the first election of the list, and its last office (here the mayor's). */
function valuesOf(candidate: Candidate | null, elections: readonly Election[]): Values {
  if (candidate !== null) {
    const {
      id: _id,
      electionName: _name,
      regime: _regime,
      accounts: _accounts,
      standing: _standing,
      ...rest
    } = candidate;
    const { candidateFrom: _from, ...values } = rest;
    return values;
  }
  const first = elections[0];
  return {
    electionId: first?.id ?? '',
    office: OFFICES_OF[first?.regime ?? 'PILKADA'].at(-1) ?? 'wali_kota',
    region: '',
    name: '',
    partnerName: '',
    number: '',
    path: 'partai',
    parties: [],
    symbols: [],
    colours: [],
    tags: [],
    declaredOn: null,
    determinedOn: null,
    withdrawnOn: null,
    withdrawnWhy: '',
    note: '',
  };
}
