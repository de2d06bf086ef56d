/** Looks through every sheet: how large it is, where its header stands, what would be read and how. */
import type { InspectedSheet, InspectResult, RosterJob, RosterRow } from '#shared/contract/roster-job.ts';
import { findHeader, HEADER_SEARCH_ROWS, type HeaderProposal, headerAt } from '#shared/domain/roster/header-row.ts';
import type { ColumnProposal } from '#shared/domain/roster/headings.ts';
import { echoText } from '#shared/domain/roster/text.ts';
import { cellText, type SheetRow } from '../cells.ts';
import { SeenIdentities } from './identity.ts';
import { type RowProgress, sheetNamed, textRow } from './read.ts';
import { RowReader } from './row-reader.ts';
import type { RosterFile, SheetEntry } from '../roster-file.ts';

/** Characters of a refused row's cell in a preview. */
const SAMPLE_CHARACTERS = 200;
/** People shown in a preview. */
const SAMPLE_ROWS = 20;
/** Rows kept below the header: enough for twenty people among blank and dropped lines. */
const ROWS_KEPT = 200;

type InspectJob = Extract<RosterJob, { mode: 'inspect' }>;
type Override = InspectJob['overrides'][number];

/** Inspects every sheet to its end, so that a damaged file is found before anything is chosen. */
export async function inspectRoster(file: RosterFile, job: InspectJob, progress: RowProgress): Promise<InspectResult> {
  const overrides = new Map(job.overrides.map((override) => [sheetNamed(file, override.name), override]));
  const sheets: InspectedSheet[] = [];
  for (const entry of file.sheets) {
    sheets.push(await inspectSheet(file, entry, overrides.get(entry), progress));
  }
  return { format: file.format, sheets };
}

async function inspectSheet(
  file: RosterFile,
  entry: SheetEntry,
  override: Override | undefined,
  progress: RowProgress,
): Promise<InspectedSheet> {
  const keepUntil = Math.max(HEADER_SEARCH_ROWS, (override?.headerRow ?? 0) + 1) + ROWS_KEPT;
  const top: SheetRow[] = [];
  const stream = file.stream(entry, () => true);
  for await (const batch of stream.batches) {
    for (const row of batch) if (row.number <= keepUntil) top.push(row);
    progress(stream.totals.lastRow);
  }
  const header = headerOf(top, override);
  const columns = header?.columns ?? [];
  return {
    name: entry.name,
    state: entry.state,
    rows: stream.totals.lastRow,
    columns: stream.totals.columns,
    headerRow: header ? header.headerRow - 1 : null,
    proposal: columns.map(({ index, heading, field, score, reason }) => ({
      column: index,
      heading,
      field,
      score,
      reason,
    })),
    notTaken: columns.filter(({ field, heading }) => field === null && heading !== '').map(({ heading }) => heading),
    sample: header ? sampleOf(file, entry, header, top, override?.unitFromSheetName ?? false) : [],
  };
}

function headerOf(top: readonly SheetRow[], override: Override | undefined): HeaderProposal | null {
  const rows = top.map(textRow);
  if (!override) return findHeader(rows);
  const header = headerAt(rows, override.headerRow + 1);
  if (!header || !override.mapping) return header;
  const fields = new Map(override.mapping.map(({ column, field }) => [column, field]));
  return { ...header, columns: header.columns.map((column) => chosen(column, fields.get(column.index) ?? null)) };
}

/** A column with the user's choice in place of ours. */
function chosen(column: ColumnProposal, field: ColumnProposal['field']): ColumnProposal {
  if (field === column.field) return column;
  return { ...column, field, score: field === null ? 0 : 1, reason: field === null ? 'NOT_NEEDED' : 'CHOSEN' };
}

function sampleOf(
  file: RosterFile,
  entry: SheetEntry,
  header: HeaderProposal,
  top: readonly SheetRow[],
  unitFromSheetName: boolean,
): Record<string, string>[] {
  const mapping = header.columns.flatMap(({ index, field }) => (field === null ? [] : [{ column: index, field }]));
  const above = top.filter(({ number }) => number === header.headerRow || number === header.headerRow - 1);
  const reader = new RowReader({
    sheet: entry.name,
    mapping,
    headers: above.map((row) => textRow(row).cells),
    date1904: file.date1904,
    unitFromSheetName,
    seen: new SeenIdentities(),
  });
  const sample: Record<string, string>[] = [];
  for (const row of top) {
    if (row.number <= header.headerRow || sample.length === SAMPLE_ROWS) continue;
    const outcome = reader.read(row);
    if (outcome.kind === 'record') sample.push(recordSample(outcome.record));
    if (outcome.kind === 'rejected') {
      const raw = mapping.map(
        ({ column, field }) => [field, echoText(cellText(row.cells[column]), SAMPLE_CHARACTERS)] as const,
      );
      sample.push({ row: String(row.number), rejected: outcome.rejection.code, ...Object.fromEntries(raw) });
    }
  }
  return sample;
}

/** A record for the eye: its filled fields as text. */
function recordSample(record: RosterRow): Record<string, string> {
  const { sheet: _sheet, searchName: _searchName, ...fields } = record;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)]])),
  );
}
