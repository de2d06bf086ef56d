/** The form for a round: whom it covers, how often, by whom; what it comes to is counted while it is filled in. */
import { Modal, MultiSelect, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import type { PlanPreview } from './plan-draft.ts';
import { CADENCES, type Cadence } from '#shared/domain/monitoring/rules.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { type Draft, draftOf, planOf } from './plan-draft.ts';

interface BeginDialogProps {
  /** The round that the new one follows: its plan is taken over. */
  readonly follows: string | undefined;
  /** The person that the round is for. */
  readonly employeeId: string | undefined;
  readonly onClose: () => void;
  readonly onBegun: (id: string) => void;
}

export function BeginDialog({ follows, employeeId, onClose, onBegun }: BeginDialogProps): ReactNode {
  const { t } = useTranslation();
  const offered = useOperation('monitoring.choices', {});
  const status = useOperation('vault.status', {});
  const before = useOperation('monitoring.get', { id: follows ?? '' }, { enabled: follows !== undefined });
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={t(follows === undefined ? 'monitoring.plan.title' : 'monitoring.plan.following')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Answer of={offered}>
        {(choice) =>
          follows !== undefined && before.data === undefined ? (
            <Answer of={before}>{() => null}</Answer>
          ) : (
            <Form
              offered={choice}
              initial={draftOf(before.data, employeeId, status.data?.user?.id ?? choice.users[0]?.id ?? '')}
              follows={follows ?? null}
              onClose={onClose}
              onBegun={onBegun}
            />
          )
        }
      </Answer>
    </Modal>
  );
}

function Form({
  offered,
  initial,
  follows,
  onClose,
  onBegun,
}: {
  offered: OutputOf<'monitoring.choices'>;
  initial: Draft;
  follows: string | null;
  onClose: () => void;
  onBegun: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const plan = planOf(draft);
  const reasonMissing = draft.persons.length > 0 && draft.reason.trim().length < 3;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (draft.title.trim() === '' || reasonMissing || plan === null) return;
    void run(async () => {
      const { title, cadence, assigneeId } = draft;
      onBegun((await call('monitoring.begin', { title, plan, cadence, assigneeId, follows })).id);
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('monitoring.plan.name')}
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={tried && draft.title.trim() === '' ? t('common.required') : undefined}
          maxLength={200}
          autoFocus
        />
        <Who draft={draft} offered={offered} set={set} tried={tried} reasonMissing={reasonMissing} />
        <Sample draft={draft} set={set} />
        <div className="n-mon-two">
          <Select
            label={t('monitoring.plan.cadence')}
            data={choices(CADENCES, (value: Cadence) => t(`monitoring.cadence.${value}`))}
            value={draft.cadence}
            allowDeselect={false}
            onChange={(value) => set({ cadence: CADENCES.find((one) => one === value) ?? draft.cadence })}
          />
          <Select
            label={t('monitoring.plan.assignee')}
            data={offered.users.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.assigneeId}
            allowDeselect={false}
            onChange={(value) => set({ assigneeId: value ?? draft.assigneeId })}
          />
        </div>
        {plan !== null && !reasonMissing && <Preview plan={plan} />}
        {error !== null && <Problem error={error} />}
      </Stack>
      <DialogButtons busy={busy} label={t('monitoring.plan.submit')} disabled={plan === null} onClose={onClose} />
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

function Who({
  draft,
  offered,
  set,
  tried,
  reasonMissing,
}: PartProps & { offered: OutputOf<'monitoring.choices'>; tried: boolean; reasonMissing: boolean }): ReactNode {
  const { t } = useTranslation();
  const many = (field: 'agencies' | 'units' | 'positions'): ReactNode => (
    <MultiSelect
      label={t(`monitoring.plan.${field}`)}
      placeholder={draft[field].length === 0 ? t('common.all') : ''}
      data={[...new Set([...offered[field], ...draft[field]])]}
      value={[...draft[field]]}
      onChange={(value) => set({ [field]: value })}
      limit={100}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
    />
  );
  return (
    <>
      {draft.persons.length > 0 ? (
        <Textarea
          label={t('monitoring.plan.reason')}
          description={`${t('monitoring.plan.persons', { n: draft.persons.length })} ${t('monitoring.plan.reasonHint')}`}
          value={draft.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          error={tried && reasonMissing ? t('common.reasonShort') : undefined}
          maxLength={2_000}
          autosize
          minRows={2}
        />
      ) : (
        <>
          <div className="n-mon-two">
            {many('agencies')}
            {many('units')}
          </div>
          {many('positions')}
        </>
      )}
      <div className="n-mon-row">
        <Segmented
          label={t('monitoring.plan.lastChecked')}
          data={choices(['any', 'never', 'before'] as const, (value) => t(`monitoring.plan.when.${value}`))}
          value={draft.when}
          onChange={(when) => set({ when })}
        />
        {draft.when === 'before' && (
          <TextInput
            type="date"
            label={t('monitoring.plan.day')}
            value={draft.day}
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
        )}
      </div>
    </>
  );
}

function Sample({ draft, set }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Switch
        label={t('monitoring.plan.sample')}
        description={t('monitoring.plan.sampleText')}
        checked={draft.sampled}
        onChange={(event) => set({ sampled: event.currentTarget.checked })}
      />
      {draft.sampled && (
        <div className="n-mon-two">
          <NumberInput
            label={t('monitoring.plan.size')}
            value={draft.size}
            onChange={(value) => set({ size: typeof value === 'number' ? value : 0 })}
            min={1}
            max={100_000}
            allowDecimal={false}
          />
          <TextInput
            label={t('monitoring.plan.seed')}
            description={t('monitoring.plan.seedHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.seed}
            onChange={(event) => set({ seed: event.currentTarget.value })}
            maxLength={200}
          />
        </div>
      )}
    </>
  );
}

function Preview({ plan }: { plan: CallOf<'monitoring.preview'>['plan'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked] = useDebouncedValue(plan, 150);
  const preview = useOperation('monitoring.preview', { plan: asked }, { keep: true });
  return (
    <div className="n-mon-preview" role="status">
      <Answer of={preview} rows={2}>
        {(value: PlanPreview) =>
          value.eligible === 0 ? (
            <b>{t('monitoring.plan.nobody')}</b>
          ) : (
            <>
              <b>
                {t(value.exact ? 'monitoring.plan.preview' : 'monitoring.plan.previewAbout', {
                  persons: format.number(value.persons),
                  accounts: format.number(value.accounts),
                })}
              </b>{' '}
              {value.persons < value.eligible && t('monitoring.plan.of', { n: format.number(value.eligible) })}
              <p className="n-meta">
                {value.withoutAccount > 0 &&
                  `${t('monitoring.plan.without', { n: format.number(value.withoutAccount) })}. `}
                {value.setAside > 0 && `${t('monitoring.plan.setAside', { n: format.number(value.setAside) })} `}
                {t('monitoring.plan.order')}
              </p>
            </>
          )
        }
      </Answer>
    </div>
  );
}
