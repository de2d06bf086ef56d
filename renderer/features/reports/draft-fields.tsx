/** What a person fills in for a document: its kind, its case or day, its number, the fields of the kind. */
import { Radio, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { OfferedKind } from '#shared/contract/documents.ts';
import { ALSO_MASK, OFFICE_KINDS, PUBLIC_REPORT_DOCUMENTS } from '#shared/domain/issuing/office-kinds.ts';
import { useOperation } from '../../bridge/queries.ts';
import { Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { kindNamed, useKindChoices } from './kind-words.ts';
import { HoaxField } from './hoax-field.tsx';
import { PackageField } from './package-field.tsx';

const VARIANTS = ['lengkap', 'disamarkan'] as const;
const NUMBERS = ['next', 'blank', 'typed'] as const;

export interface Draft {
  readonly document: DocumentKindName;
  readonly variant: (typeof VARIANTS)[number];
  readonly caseId: string;
  /** The report from the public that it is about, in place of a case or a day. */
  readonly publicReportId: string | null;
  /** The document names who reported. */
  readonly namesReporter: boolean;
  readonly day: string;
  readonly number: (typeof NUMBERS)[number];
  readonly typed: string;
  /** What was changed; the rest has its default. */
  readonly fields: Readonly<Record<string, string>>;
}

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly offered: OfferedKind | undefined;
  readonly replaces: string | undefined;
  /** The full document whose masked version it is: kind, subject, version and number are settled by it. */
  readonly sameAs: string | undefined;
  readonly onChange: (draft: Draft) => void;
}

export function DraftFields({ draft, offered, replaces, sameAs, onChange }: DraftFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { publicReportId } = draft;
  const kinds = useKindChoices().filter(({ value }) =>
    publicReportId === null
      ? OFFICE_KINDS[value].about !== 'public-report'
      : PUBLIC_REPORT_DOCUMENTS.some((kind) => kind === value),
  );
  const about = OFFICE_KINDS[draft.document].about;
  return (
    <Stack gap="sm">
      {replaces !== undefined && <OtherDocument id={replaces} words="replacing" />}
      {sameAs !== undefined && <OtherDocument id={sameAs} words="sameAs" />}
      <Select
        label={t('documents.build.document')}
        data={kinds}
        allowDeselect={false}
        maxDropdownHeight={420}
        disabled={replaces !== undefined || sameAs !== undefined}
        value={draft.document}
        onChange={(value) => onChange({ ...draft, document: kindNamed(value) ?? draft.document, fields: {} })}
      />
      {publicReportId !== null && <AboutReport draft={draft} id={publicReportId} onChange={onChange} />}
      {publicReportId === null && about === 'case' && sameAs === undefined && (
        <CaseSelect draft={draft} onChange={onChange} />
      )}
      {publicReportId === null && about === 'day' && sameAs === undefined && (
        <TextInput
          type="date"
          label={t('documents.build.day')}
          value={draft.day}
          onChange={(event) => onChange({ ...draft, day: event.currentTarget.value })}
        />
      )}
      {sameAs === undefined && <VariantAndNumber draft={draft} offered={offered} onChange={onChange} />}
      {shownFields(draft, offered).map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={draft.fields[field.name] ?? field.value}
          onChange={(value) => onChange({ ...draft, fields: { ...draft.fields, [field.name]: value } })}
        />
      ))}
    </Stack>
  );
}

/** Full or masked, and under which number. */
function VariantAndNumber({ draft, offered, onChange }: Omit<DraftFieldsProps, 'replaces' | 'sameAs'>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        label={t('documents.build.variant')}
        value={draft.variant}
        onChange={(value) => onChange({ ...draft, variant: VARIANTS.find((one) => one === value) ?? 'lengkap' })}
      >
        <Stack gap={8} mt={4}>
          {VARIANTS.map((variant) => (
            <Radio
              key={variant}
              value={variant}
              label={t(`names.reportKind.${variant}`)}
              description={t(`documents.build.variantText.${variant}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <NumberField draft={draft} offered={offered} onChange={onChange} />
    </>
  );
}

/** Which report it is about, and whether it names who reported: that is chosen, and recorded each time. */
function AboutReport({
  draft,
  id,
  onChange,
}: Pick<DraftFieldsProps, 'draft' | 'onChange'> & { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const file = useOperation('publicReports.get', { id });
  if (file.data === undefined) return null;
  const { report, reporter } = file.data;
  return (
    <>
      <Notice tone="info">
        {t('publicReports.document.about')} <b>{report.number}</b>
      </Notice>
      {reporter !== null && reporter.has.length > 0 && (
        <Switch
          label={t('publicReports.document.nameReporter')}
          description={t('publicReports.document.nameHint')}
          checked={draft.namesReporter}
          onChange={(event) => onChange({ ...draft, namesReporter: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** What the new document has to do with one that was issued. */
function OtherDocument({ id, words }: { id: string; words: 'replacing' | 'sameAs' }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('documents.list', { id, limit: 1 });
  const old = list.data?.rows[0];
  if (old === undefined) return null;
  return <Notice tone="info">{t(`documents.build.${words}`, { number: old.number || t('reports.noNumber') })}</Notice>;
}

function CaseSelect({ draft, onChange }: Pick<DraftFieldsProps, 'draft' | 'onChange'>): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('cases.list', { limit: 500 });
  const data = (list.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <Select
      label={t('reports.build.case')}
      placeholder={t('reports.build.pickCase')}
      searchable
      limit={50}
      data={data}
      value={draft.caseId === '' ? null : draft.caseId}
      onChange={(value) => onChange({ ...draft, caseId: value ?? '', fields: {} })}
    />
  );
}

function NumberField({ draft, offered, onChange }: Omit<DraftFieldsProps, 'replaces' | 'sameAs'>): ReactNode {
  const { t } = useTranslation();
  const next = offered?.nextNumber ?? null;
  return (
    <>
      <Segmented
        label={t('documents.build.number')}
        wide
        data={choices(NUMBERS, (how) => t(`documents.build.numberHow.${how}`))}
        value={draft.number}
        onChange={(number) => onChange({ ...draft, number })}
      />
      {draft.number === 'next' && (
        <p className="n-meta">
          {next === null ? t('documents.build.noTemplate') : t('documents.build.nextIs', { number: next })}
        </p>
      )}
      {draft.number === 'typed' && (
        <TextInput
          aria-label={t('documents.build.number')}
          value={draft.typed}
          onChange={(event) => onChange({ ...draft, typed: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** What is left out besides is asked of a masked version alone. */
function shownFields({ variant }: Draft, offered: OfferedKind | undefined): OfferedKind['fields'] {
  return (offered?.fields ?? []).filter(({ name }) => variant === 'disamarkan' || name !== ALSO_MASK.name);
}

interface OneFieldProps {
  readonly field: OfferedKind['fields'][number];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const HINTS: Readonly<Record<string, 'questions' | 'recipient' | 'alsoMask'>> = {
  questions: 'questions',
  recipient: 'recipient',
  alsoMask: 'alsoMask',
};

function OneField({ field, value, onChange }: OneFieldProps): ReactNode {
  const { t } = useTranslation();
  // The names of the fields are those of the words: tests/renderer holds the two together.
  const label = t(`documents.field.${field.name as 'place'}`);
  const hint = HINTS[field.name];
  const common = {
    label,
    value,
    withAsterisk: field.required,
    ...(hint !== undefined && { description: t(`documents.fieldHint.${hint}`) }),
  };
  switch (field.input) {
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={field.name === 'questions' ? 6 : 2}
          maxRows={20}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'yes-no':
      return (
        <Switch
          label={label}
          checked={value === 'ya'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'ya' : 'tidak')}
        />
      );
    case 'channel':
      return (
        <Segmented
          label={label}
          data={choices(['bawaslu', 'bkn'] as const, (one) => t(`documents.channel.${one}`))}
          value={value === 'bkn' ? 'bkn' : 'bawaslu'}
          onChange={onChange}
        />
      );
    case 'package':
      return <PackageField {...common} value={value} onChange={onChange} />;
    case 'hoax':
      return <HoaxField {...common} value={value} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...common}
          {...(field.input === 'day' && { type: 'date' })}
          {...(field.input === 'time' && { type: 'time' })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
