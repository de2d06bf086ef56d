/** Adds an act or changes what is said of it; while the type is chosen, its sheet is shown. */
import { Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '#shared/contract/acts.ts';
import type { Respondent } from '#shared/contract/cases.ts';
import { ACT_TYPES, actSheet, type ActType } from '#shared/domain/acts/sheets.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';

/** What may be proposed for an act; `still` while it is being written. */
export type ProposalOf = (act: {
  readonly actId: string | null;
  readonly day: string | null;
  readonly type: ActType;
  readonly still?: boolean;
}) => ReactNode;

interface ActFormProps {
  readonly caseId: string;
  /** Null for a new one. */
  readonly act: Act | null;
  /** The day of the case, offered for a new act. */
  readonly day: string | null;
  readonly respondents: readonly Respondent[];
  readonly proposalOf: ProposalOf | undefined;
  readonly onClose: () => void;
}

/** What the form holds; the type of a new act can be changed until it is saved. */
type ActValues = Pick<Act, 'type' | 'respondentId' | 'day' | 'dateText' | 'address' | 'note'>;

export function ActForm({ caseId, act, day, respondents, proposalOf, onClose }: ActFormProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const people = respondents.filter((one) => one.unlinkedAt === null || one.id === act?.respondentId);
  const only = people.length === 1 ? people[0] : undefined;
  const [values, setValues] = useState<ActValues>({
    type: act?.type ?? 'posting',
    respondentId: act === null ? (only?.id ?? null) : act.respondentId,
    day: act === null ? day : act.day,
    dateText: act?.dateText ?? '',
    address: act?.address ?? '',
    note: act?.note ?? '',
  });
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('cases.saveAct', { caseId, actId: act?.id ?? null, ...values });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(act === null ? 'acts.addTitle' : 'acts.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TypeField type={values.type} fixed={act !== null} onChange={(type) => change({ type })} />
          <Select
            label={t('acts.who')}
            placeholder={t('acts.nobody')}
            data={people.map((one) => ({
              value: one.id,
              label: one.person?.name ?? one.accountText ?? t('acts.unknown'),
            }))}
            value={values.respondentId}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
            onChange={(respondentId) => change({ respondentId })}
          />
          <TextInput
            type="date"
            label={t('acts.day')}
            value={values.day ?? ''}
            onChange={({ currentTarget: { value } }) => change({ day: value === '' ? null : value })}
          />
          {proposalOf?.({ actId: act?.id ?? null, day: values.day, type: values.type, still: true })}
          <TextInput
            label={t('acts.dateText')}
            value={values.dateText}
            onChange={(event) => change({ dateText: event.currentTarget.value })}
          />
          <TextInput
            label={t('acts.address')}
            value={values.address}
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
          <Textarea
            label={t('acts.note')}
            value={values.note}
            autosize
            maxRows={6}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}

interface TypeFieldProps {
  readonly type: ActType;
  readonly fixed: boolean;
  readonly onChange: (type: ActType) => void;
}

/** The type, and what it will ask for. */
function TypeField({ type, fixed, onChange }: TypeFieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const needed = actSheet(type).items.filter(({ need }) => need === 'required');
  return (
    <Select
      label={t('acts.type')}
      description={`${t('acts.needs')}: ${needed.map(({ words }) => words[language]).join(', ')}`}
      data={choices(ACT_TYPES, (value) => actSheet(value).words[language])}
      value={type}
      allowDeselect={false}
      disabled={fixed}
      onChange={(value) => onChange(ACT_TYPES.find((one) => one === value) ?? type)}
      data-autofocus
    />
  );
}
