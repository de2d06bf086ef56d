/** One document for every case of a period: chosen, counted, issued with progress, and what was refused and why. */
import { Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import { type BatchResult, batchResult } from '#shared/contract/documents.ts';
import { CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { kindNamed, useKindChoices } from './kind-words.ts';
import { type Choice, useSignerChoice } from './signer-choice.tsx';

const VARIANTS = ['lengkap', 'disamarkan', 'keduanya'] as const;
const NUMBERS = ['next', 'blank'] as const;

interface Selection {
  readonly document: NonNullable<ReturnType<typeof kindNamed>>;
  readonly variant: (typeof VARIANTS)[number];
  readonly from: string;
  readonly to: string;
  readonly statuses: (typeof CASE_STATUSES)[number][];
  readonly unit: string;
  readonly number: (typeof NUMBERS)[number];
}

/** The dialog; it stays open until the person has read what came of it. */
export function BatchDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [job, setJob] = useState<JobState | null>(null);
  const [result, setResult] = useState<BatchResult | null>(null);
  const { busy, error, run } = useAction();
  const submit = (selection: Selection, signature: Choice): void =>
    void run(async () => setResult(await runJob('documents.batch', { ...selection, signature }, batchResult, setJob)));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('documents.batchDialog.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {busy && <JobProgress label={t('documents.batchDialog.running')} state={job} />}
      {!busy && result !== null && <Result result={result} />}
      {!busy && result === null && <SelectionForm error={error} onSubmit={submit} onClose={onClose} />}
    </Modal>
  );
}

interface SelectionFormProps {
  readonly error: unknown;
  readonly onSubmit: (selection: Selection, signature: Choice) => void;
  readonly onClose: () => void;
}

function SelectionForm({ error, onSubmit, onClose }: SelectionFormProps): ReactNode {
  const { t } = useTranslation();
  const year = new Date().getFullYear();
  const [asked, setAsked] = useState<Selection>({
    document: 'ba_pengamanan_bukti',
    variant: 'lengkap',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    statuses: [],
    unit: '',
    number: 'next',
  });
  const kinds = useKindChoices().filter(({ value }) => isForMany(value));
  const { choice, fields } = useSignerChoice('seal');
  const complete = asked.from !== '' && asked.to !== '';
  const size = useOperation('documents.batchSize', asked, { enabled: complete, keep: true });
  const cases = complete ? (size.data?.cases ?? 0) : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (cases > 0 && choice !== null) onSubmit(asked, choice);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('documents.batchDialog.text')}
        </Text>
        <Select
          label={t('documents.build.document')}
          data={kinds}
          allowDeselect={false}
          value={asked.document}
          onChange={(value) => setAsked({ ...asked, document: kindNamed(value) ?? asked.document })}
          data-autofocus
        />
        <Segmented
          label={t('documents.build.variant')}
          data={choices(VARIANTS, (variant) =>
            variant === 'keduanya' ? t('documents.batchDialog.both') : t(`names.reportKind.${variant}`),
          )}
          value={asked.variant}
          onChange={(variant) => setAsked({ ...asked, variant })}
        />
        {asked.variant === 'keduanya' && <p className="n-meta">{t('documents.batchDialog.bothText')}</p>}
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label={t('documents.batchDialog.from')}
            value={asked.from}
            onChange={(event) => setAsked({ ...asked, from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('documents.batchDialog.to')}
            value={asked.to}
            onChange={(event) => setAsked({ ...asked, to: event.currentTarget.value })}
          />
        </Group>
        <Group grow align="flex-start">
          <MultiSelect
            label={t('documents.batchDialog.statuses')}
            placeholder={asked.statuses.length === 0 ? t('documents.batchDialog.allStatuses') : ''}
            data={choices(CASE_STATUSES, (status) => t(`names.caseStatus.${status}`))}
            value={asked.statuses}
            onChange={(values) =>
              setAsked({ ...asked, statuses: CASE_STATUSES.filter((status) => values.includes(status)) })
            }
          />
          <TextInput
            label={t('documents.batchDialog.unit')}
            value={asked.unit}
            onChange={(event) => setAsked({ ...asked, unit: event.currentTarget.value })}
          />
        </Group>
        <Segmented
          label={t('documents.build.number')}
          data={choices(NUMBERS, (how) => t(`documents.build.numberHow.${how}`))}
          value={asked.number}
          onChange={(number) => setAsked({ ...asked, number })}
        />
        {fields}
        <p role="status">{t('documents.batchDialog.count', { n: cases })}</p>
        {error !== null && <Problem error={error} />}
      </Stack>
      <DialogButtons
        busy={false}
        disabled={cases === 0 || choice === null}
        label={t('documents.batchDialog.run')}
        onClose={onClose}
      />
    </form>
  );
}

/** Whatever must be filled in for each case is issued case by case; a channel has its first choice already. */
function isForMany(kind: Selection['document']): boolean {
  const { about, fields } = OFFICE_KINDS[kind];
  return about === 'case' && fields.every(({ required, input }) => !required || input === 'channel');
}

function Result({ result }: { result: BatchResult }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords();
  return (
    <Stack gap="sm">
      <Notice tone="done">{t('documents.batchDialog.issued', { n: result.issued.length })}</Notice>
      {result.cancelled && <Notice tone="waiting">{t('documents.batchDialog.cancelled')}</Notice>}
      {result.refused.length > 0 && (
        <>
          <Notice tone="waiting">{t('documents.batchDialog.refused', { n: result.refused.length })}</Notice>
          <ul className="n-rows n-card">
            {result.refused.map(({ caseNumber, variant, code, params }) => (
              <li key={caseNumber} className="n-plain-row">
                <b>{caseNumber}</b> · {t(`names.reportKind.${variant}`)} ·{' '}
                {words(new AppError(errorCode(code), params))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
