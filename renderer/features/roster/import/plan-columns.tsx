/** The columns of a plan's rows: picked or not, who, and what happens to them in one line. */
import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconAt } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '#shared/contract/roster-import.ts';
import { ROSTER_FIELDS } from '#shared/domain/roster/fields.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { useLanguage } from '../../../i18n/language.ts';
import type { Column } from '../../../ui/data-grid.tsx';
import { Figure } from '../../../ui/mono.tsx';
import { type Decisions, isDecidable, isLeftOutWhole, isTaken } from './decisions.ts';
import type { Group } from './group-tabs.tsx';

/** Columns of the grid; those of another group may differ. */
export function usePlanColumns(
  group: Group,
  decisions: Decisions,
  onToggle: (row: PlanRow) => void,
): Column<PlanRow, never>[] {
  const { t } = useTranslation();
  const happens = useHappens(group);
  const pick: Column<PlanRow, never> = {
    key: 'pick',
    title: t('roster.wizard.review.column.pick'),
    width: 28,
    always: true,
    cell: (row) => <Pick row={row} decisions={decisions} onToggle={onToggle} />,
  };
  const columns: Column<PlanRow, never>[] = [
    {
      key: 'name',
      title: t('roster.wizard.review.column.name'),
      width: 116,
      grow: 2,
      always: true,
      cell: (row) => <Name row={row} />,
    },
    {
      key: 'identity',
      title: t('roster.wizard.review.column.identity'),
      width: 150,
      cell: (row) => <Identity row={row} />,
    },
    { key: 'what', title: t('roster.wizard.review.column.what'), width: 124, grow: 3.4, cell: happens },
    {
      key: 'place',
      title: t('roster.wizard.review.column.place'),
      width: 64,
      grow: 0.9,
      cell: (row) => <span className="n-meta">{placeOf(row) ?? t('roster.wizard.review.notInFile')}</span>,
    },
  ];
  return group === 'conflict' || group === 'refused' ? columns : [pick, ...columns];
}

/** Where a row stands in the file. */
export function placeOf({ sheet, row }: Pick<PlanRow, 'sheet' | 'row'>): string | null {
  return row === null ? null : [row, sheet].filter((part) => part !== null).join(' · ');
}

/** The number; one that is damaged as it is written in the file, struck out. */
export function Identity({ row }: { row: PlanRow }): ReactNode {
  const damaged = row.findings.find(({ code }) => /^NI[PK]_(NUMERIC|SCIENTIFIC|DECIMAL)/.test(code));
  if (damaged !== undefined) return <span className="n-mono n-import-damaged">{damaged.value}</span>;
  return <Figure>{row.identity === '' ? null : row.identity}</Figure>;
}

/** With a mark for what is doubtful, and one for accounts. */
function Name({ row }: { row: PlanRow }): ReactNode {
  const { t } = useTranslation();
  const aside = row.kind === 'refused' || row.kind === 'conflict';
  const doubtful = !aside && row.findings.length > 0;
  const accounts = aside ? 0 : row.accounts.length;
  if (!doubtful && accounts === 0) return row.name || '—';
  return (
    <span className="n-import-doubtful">
      {doubtful && <IconAlertTriangle size={14} stroke={2} aria-label={t('roster.wizard.review.doubtful')} />}
      <span className="n-clip">{row.name}</span>
      {accounts > 0 && (
        <span className="n-import-accounts" title={t('roster.wizard.review.newAccounts', { n: accounts })}>
          <IconAt size={14} stroke={2} aria-label={t('roster.wizard.review.newAccounts', { n: accounts })} />
          {accounts}
        </span>
      )}
    </span>
  );
}

function Pick({
  row,
  decisions,
  onToggle,
}: {
  row: PlanRow;
  decisions: Decisions;
  onToggle: (row: PlanRow) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (!isDecidable(row)) return null;
  const words = row.kind === 'proposed' ? 'roster.wizard.review.acceptRow' : 'roster.wizard.review.takeRow';
  return (
    // A press on the box is no press on the row.
    <span className="n-import-pick" onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="xs"
        // The space bar on the row does the same.
        tabIndex={-1}
        aria-label={t(words, { name: row.name })}
        checked={isTaken(decisions, row)}
        disabled={isLeftOutWhole(decisions, row.kind)}
        onChange={() => onToggle(row)}
      />
    </span>
  );
}

function useHappens(group: Group): (row: PlanRow) => ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useFieldWords();
  return (row) => {
    if (group === 'accounts') return row.accounts.map(accountWords).join(', ');
    if (row.proposal !== null) {
      const evidence = row.proposal.evidence.map((kind) => t(`roster.wizard.review.evidence.${kind}`)).join(', ');
      return row.proposal.name === row.name ? evidence : `${row.proposal.name}: ${evidence}`;
    }
    const [finding] = row.findings;
    if (group === 'doubtful' || row.kind === 'refused' || row.kind === 'conflict')
      return finding === undefined ? '—' : rowSentence(language, finding.code);
    if (row.kind === 'gone') return row.unit ?? t('roster.wizard.review.notInFile');
    // Of somebody new every field is written: the detail lists them.
    const changes = (row.kind === 'added' ? [] : row.fields).map(({ field, before, after }) => (
      <span key={field} className="n-import-change">
        {words.name(field)}: <span className="n-meta">{words.value(field, before)}</span> → {words.value(field, after)}
      </span>
    ));
    if (changes.length > 0) return changes;
    if (row.kind === 'unchanged' && row.accounts.length > 0)
      return t('roster.wizard.review.newAccounts', { n: row.accounts.length });
    return row.unit ?? '—';
  };
}

/** The platform, and the name of the account, else its address. */
export function accountWords({ platform, handle, url }: PlanRow['accounts'][number]): string {
  return `${platform}: ${handle === '' ? url : handle}`;
}

/** The names and values of a row's fields in words. */
export function useFieldWords(): {
  readonly name: (field: string) => string;
  readonly value: (field: string, value: string | null) => string;
} {
  const { t } = useTranslation();
  return {
    name: (field) => {
      const known = ROSTER_FIELDS.find((listed) => listed === field);
      return known === undefined ? field : t(`names.field.${known}`);
    },
    value: (field, value) => {
      if (value === null || value === '') return '—';
      const status = field === 'status' ? EMPLOYMENT_STATUSES.find((listed) => listed === value) : undefined;
      return status === undefined ? value : t(`names.employment.${status}`);
    },
  };
}
