/** One sheet: where its headings stand, what a row is, its columns, and its first rows as they would be taken. */
import { ActionIcon, Checkbox, NumberInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterSheet } from '#shared/contract/roster-import.ts';
import { useFormat } from '../../../ui/format.ts';
import { useGradually } from '../../../ui/gradually.ts';
import { Notice } from '../../../ui/marks.tsx';
import { choices as choicesOf } from '../../../ui/names.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { alike, hasIdentity, hasUnit, type SheetChoice } from './choices.ts';
import { ColumnTable } from './column-table.tsx';
import { useLiveSample } from './live-sample.ts';
import { SampleTable } from './sample-table.tsx';
import { SheetTop } from './sheet-top.tsx';

interface DetailProps {
  /** The file as `roster.inspect` wants it. */
  readonly file: { readonly token: string; readonly password?: string };
  readonly sheet: RosterSheet;
  readonly choice: SheetChoice;
  readonly choices: readonly SheetChoice[];
  readonly busy: boolean;
  readonly onChange: (choice: SheetChoice) => void;
  readonly onHeader: (row: number) => void;
}

/** The sheet beside the list. */
export function SheetDetail({ file, sheet, choice, choices, busy, onChange, onHeader }: DetailProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sample = useLiveSample(file, sheet, choice);
  const others = alike(choices, choice).length;
  // The name, the layout, the columns, the first rows: each is drawn in a turn of its own.
  const drawn = useGradually(4, 1);
  return (
    <>
      <div className="n-import-sheet-head">
        <h3 className="n-clip">{sheet.name}</h3>
        {others > 0 && <span className="n-meta">{t('roster.wizard.sheets.alike', { n: format.number(others) })}</span>}
      </div>
      {drawn > 1 && <Layout sheet={sheet} choice={choice} busy={busy} onChange={onChange} onHeader={onHeader} />}
      {sheet.remembered && <Notice tone="info">{t('roster.wizard.sheets.rememberedText')}</Notice>}
      {choice.headerRow === null && <Notice tone="waiting">{t('roster.wizard.sheets.noHeaderText')}</Notice>}
      {choice.headerRow !== null && choice.kind === 'people' && !hasIdentity(choice) && (
        <Notice tone="waiting">{t('roster.wizard.sheets.noIdentity')}</Notice>
      )}
      {drawn > 1 && <SheetTop sheet={sheet} />}
      {drawn > 2 && (
        <ColumnTable key={sheet.headerRow} sheet={sheet} choice={choice} sample={sample} onChange={onChange} />
      )}
      {drawn > 3 && <SampleTable sample={sample} />}
    </>
  );
}

type LayoutProps = Pick<DetailProps, 'sheet' | 'choice' | 'busy' | 'onChange' | 'onHeader'>;

function Layout({ sheet, choice, busy, onChange, onHeader }: LayoutProps): ReactNode {
  const { t } = useTranslation();
  const unitHint =
    choice.kind === 'people' && !hasUnit(choice) && !choice.unitFromSheetName
      ? t('roster.wizard.sheets.unitMissing')
      : t('roster.wizard.sheets.unitFromNameHint');
  return (
    <div className="n-import-layout">
      <HeaderRow sheet={sheet} choice={choice} busy={busy} onHeader={onHeader} />
      <Segmented
        label={t('roster.wizard.sheets.kind')}
        data={choicesOf(['people', 'accounts'] as const, (kind) => t(`roster.wizard.sheets.kinds.${kind}`))}
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind })}
      />
      <Checkbox
        size="xs"
        className="n-import-unit"
        label={t('roster.wizard.sheets.unitFromName')}
        description={unitHint}
        checked={choice.unitFromSheetName}
        onChange={(event) => onChange({ ...choice, unitFromSheetName: event.currentTarget.checked })}
      />
    </div>
  );
}

/** 1-based, as the spreadsheet shows it. A change looks into the file again. */
function HeaderRow({
  sheet,
  choice,
  busy,
  onHeader,
}: Pick<LayoutProps, 'sheet' | 'choice' | 'busy' | 'onHeader'>): ReactNode {
  const { t } = useTranslation();
  const row = choice.headerRow;
  const last = Math.max(1, sheet.rows);
  const go = (to: number): void => {
    const next = Math.max(1, Math.min(last, Math.round(to)));
    if (next - 1 !== row && !busy) onHeader(next - 1);
  };
  return (
    <div className="n-import-header-row">
      <NumberInput
        label={t('roster.wizard.sheets.headerRow')}
        title={t('roster.wizard.sheets.headerRowHint')}
        w={116}
        min={1}
        max={last}
        hideControls
        allowDecimal={false}
        value={row === null ? '' : row + 1}
        placeholder="—"
        onBlur={(event) => event.currentTarget.value !== '' && go(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          go(Number(event.currentTarget.value));
        }}
      />
      <ActionIcon
        variant="default"
        aria-label={t('roster.wizard.sheets.headerUp')}
        title={t('roster.wizard.sheets.headerUp')}
        disabled={row === null || row <= 0}
        onClick={() => go(row ?? 1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('roster.wizard.sheets.headerDown')}
        title={t('roster.wizard.sheets.headerDown')}
        disabled={(row ?? -1) + 1 >= last}
        onClick={() => go((row ?? -1) + 2)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </div>
  );
}
