/** What a list came to before anything is made of it: what will be captured, what is refused and why, what is there twice. */
import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressPreview } from '#shared/contract/capture-queue.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice, type Tone } from '../../ui/marks.tsx';

/** Lines of each kind that are shown; the others are counted. */
const SHOWN = 50;

/** Three lists, the empty ones left out. */
export function Preview({ preview }: { preview: AddressPreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { items, refused, duplicates, sheet } = preview;
  return (
    <div className="n-queue-preview">
      {sheet?.truncated === true && <Notice tone="waiting">{t('captureQueue.create.truncated')}</Notice>}
      {items.length === 0 && <Notice tone="problem">{t('captureQueue.create.nothing')}</Notice>}
      <Lines
        tone="done"
        title={t('captureQueue.create.found', { n: format.number(items.length) })}
        lines={items.map(({ row, address, caseNumber, note }) => ({
          row,
          text: address,
          detail: [caseNumber, note].filter((part) => part !== '').join(' · '),
        }))}
      />
      <Lines
        tone="problem"
        title={t('captureQueue.create.refused', { n: format.number(refused.length) })}
        lines={refused.map(({ row, text, reason }) => ({
          row,
          text,
          detail: t(`captureQueue.create.reason.${reason}`),
        }))}
      />
      <Lines
        tone="info"
        title={t('captureQueue.create.duplicates', { n: format.number(duplicates.length) })}
        lines={duplicates.map(({ row, address, firstRow }) => ({
          row,
          text: address,
          detail: t('captureQueue.create.sameAs', { row: firstRow }),
        }))}
      />
    </div>
  );
}

interface Line {
  readonly row: number;
  readonly text: string;
  readonly detail: string;
}

function Lines({ tone, title, lines }: { tone: Tone; title: string; lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details open={tone === 'problem' || lines.length <= 5}>
      <summary>
        <Mark tone={tone}>{title}</Mark>
      </summary>
      <ul tabIndex={0} aria-label={title}>
        {lines.slice(0, SHOWN).map(({ row, text, detail }, index) => (
          <li key={`${row}-${index}`}>
            <span className="n-meta">{t('captureQueue.create.row', { row })}</span>
            <span className="n-clip" title={text}>
              {text === '' ? '—' : text}
            </span>
            {detail !== '' && <span className="n-meta">{detail}</span>}
          </li>
        ))}
        {lines.length > SHOWN && (
          <li className="n-meta">{t('captureQueue.create.more', { n: lines.length - SHOWN })}</li>
        )}
      </ul>
    </details>
  );
}

type Sheet = NonNullable<AddressPreview['sheet']>;

/** Which sheet, and which of its columns hold what. */
export function SheetColumns({
  sheet,
  onSheet,
  onColumns,
}: {
  sheet: Sheet;
  onSheet: (name: string) => void;
  onColumns: (columns: Sheet['columns']) => void;
}): ReactNode {
  const { t } = useTranslation();
  const data = sheet.headings.map((heading, column) => ({ value: String(column), label: heading }));
  const field = (key: keyof Sheet['columns'], label: string, clearable: boolean): ReactNode => (
    <Select
      label={label}
      placeholder={t('captureQueue.create.noColumn')}
      data={data}
      value={sheet.columns[key] === null ? null : String(sheet.columns[key])}
      onChange={(value) => onColumns({ ...sheet.columns, [key]: value === null ? null : Number(value) })}
      clearable={clearable}
      allowDeselect={clearable}
    />
  );
  return (
    <Group grow align="end">
      {sheet.names.length > 1 && (
        <Select
          label={t('captureQueue.create.sheet')}
          data={sheet.names}
          value={sheet.name}
          onChange={(name) => name !== null && onSheet(name)}
          allowDeselect={false}
        />
      )}
      {field('address', t('captureQueue.create.addressColumn'), false)}
      {field('caseNumber', t('captureQueue.create.caseColumn'), true)}
      {field('note', t('captureQueue.create.noteColumn'), true)}
    </Group>
  );
}
