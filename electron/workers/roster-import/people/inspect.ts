/** Looks through every sheet: how large it is, where its header stands, what would be read and how. */
import type {
  AccountRow,
  ColumnChoice,
  InspectedSheet,
  InspectResult,
  LayoutAnswer,
  RosterJob,
  RosterRow,
} from '#shared/contract/roster-job.ts';
import {
  findHeader,
  HEADER_ROWS,
  HEADER_SEARCH_ROWS,
  type HeaderProposal,
  headerAt,
} from '#shared/domain/roster/header-row.ts';
import { type ColumnProposal, unmappedColumn } from '#shared/domain/roster/headings.ts';
import { sheetKindOf } from '#shared/domain/roster/sheet-kind.ts';
import { cellText, type SheetRow } from '../cells.ts';
import type { RosterFile, SheetEntry } from '../roster-file.ts';
import { SeenIdentities } from './identity.ts';
import { headerFingerprint, type RowProgress, sheetNamed, textRow } from './read.ts';
import { RowReader } from './row-reader.ts';
import { firstValues, topRows } from './sheet-top.ts';

/** Lines shown in a preview. */
const SAMPLE_ROWS = 20;
/** Rows kept below the header: enough for twenty people among blank and dropped lines. */
const ROWS_KEPT = 200;

type InspectJob = Extract<RosterJob, { mode: 'inspect' }>;
type Override = InspectJob['overrides'][number];
/** What a user chose before for the layout with this fingerprint, or null. */
export type RememberedLayout = (fingerprint: string) => Promise<LayoutAnswer>;

/** Inspects every sheet to its end, so that a damaged file is found before anything is chosen. */
export async function inspectRoster(
  file: RosterFile,
  job: InspectJob,
  progress: RowProgress,
  remembered: RememberedLayout,
): Promise<InspectResult> {
  const overrides = new Map(job.overrides.map((override) => [sheetNamed(file, override.name), override]));
  const sheets: InspectedSheet[] = [];
  let before = 0;
  for (const entry of file.sheets) {
    const override = overrides.get(entry);
    const { top, ...size } = await topOf(file, entry, override, (rows) => progress(before + rows));
    before += size.rows;
    const layout = await layoutOf(top, override, remembered);
    sheets.push({
      name: entry.name,
      state: entry.state,
      ...size,
      ...shown(file, entry, layout, { top, statusSynonyms: job.statusSynonyms }),
    });
  }
  return { format: file.format, sheets };
}

/** How a sheet would be read. */
interface Layout {
  readonly header: HeaderProposal | null;
  readonly fingerprint: string | null;
  readonly remembered: boolean;
  readonly unitFromSheetName: boolean;
  readonly kind: 'people' | 'accounts';
}

async function topOf(
  file: RosterFile,
  entry: SheetEntry,
  override: Override | undefined,
  progress: RowProgress,
): Promise<{ top: SheetRow[]; rows: number; columns: number }> {
  const keepUntil = Math.max(HEADER_SEARCH_ROWS, (override?.headerRow ?? 0) + 1) + ROWS_KEPT;
  const top: SheetRow[] = [];
  const stream = file.stream(entry, () => true);
  for await (const batch of stream.batches) {
    for (const row of batch) if (row.number <= keepUntil) top.push(row);
    progress(stream.totals.lastRow);
  }
  return { top, rows: stream.totals.lastRow, columns: stream.totals.columns };
}

async function layoutOf(
  top: readonly SheetRow[],
  override: Override | undefined,
  rememberedLayout: RememberedLayout,
): Promise<Layout> {
  const rows = top.map(textRow);
  const header = override ? headerAt(rows, override.headerRow + 1) : findHeader(rows);
  if (header === null) {
    const unitFromSheetName = override?.unitFromSheetName ?? false;
    return { header, fingerprint: null, remembered: false, unitFromSheetName, kind: override?.kind ?? 'people' };
  }
  const fingerprint = headerFingerprint(header);
  const answer = override ? null : await rememberedLayout(fingerprint);
  const choice = override ?? answer;
  const columns = choice?.mapping ? chosenColumns(header.columns, choice.mapping) : header.columns;
  const below = rows.filter(({ number }) => number > header.headerRow);
  return {
    header: { ...header, columns },
    fingerprint,
    remembered: answer !== null,
    unitFromSheetName: choice?.unitFromSheetName ?? false,
    kind: choice?.kind ?? sheetKindOf(columns, below),
  };
}

/** The columns with a person's choice in place of ours; a choice may name a column without a heading. */
function chosenColumns(
  columns: readonly ColumnProposal[],
  mapping: NonNullable<Override['mapping']>,
): readonly ColumnProposal[] {
  const fields = new Map(mapping.map(({ column, field }) => [column, field]));
  const width = Math.max(columns.length, ...mapping.map(({ column }) => column + 1));
  return Array.from({ length: width }, (_, index) => {
    const column = columns[index] ?? unmappedColumn(index);
    const field = fields.get(index) ?? null;
    if (field === column.field) return column;
    return { ...column, field, score: field === null ? 0 : 1, reason: field === null ? 'NOT_NEEDED' : 'CHOSEN' };
  });
}

/** A layout and what it gives, for the eye. */
function shown(
  file: RosterFile,
  entry: SheetEntry,
  layout: Layout,
  { top, statusSynonyms }: { readonly top: readonly SheetRow[] } & Pick<InspectJob, 'statusSynonyms'>,
): Omit<InspectedSheet, 'name' | 'state' | 'rows' | 'columns'> {
  const { header, fingerprint, remembered, unitFromSheetName, kind } = layout;
  const columns = header?.columns ?? [];
  return {
    headerRow: header ? header.headerRow - 1 : null,
    headerFingerprint: fingerprint,
    remembered,
    unitFromSheetName,
    kind,
    proposal: columns.map(({ index, heading, field, score, reason }) => ({
      column: index,
      heading,
      field,
      score,
      reason,
    })),
    notTaken: columns.filter(({ field, heading }) => field === null && heading !== '').map(({ heading }) => heading),
    sample: header ? sampleOf(file, entry, { ...layout, header, statusSynonyms }, top) : [],
    values: header ? firstValues(top, header.headerRow, mappingOf(header)) : {},
    top: topRows(top, header),
  };
}

function mappingOf({ columns }: HeaderProposal): ColumnChoice[] {
  return columns.flatMap(({ index, field }) => (field === null ? [] : [{ column: index, field }]));
}

function sampleOf(
  file: RosterFile,
  entry: SheetEntry,
  {
    header,
    unitFromSheetName,
    kind,
    statusSynonyms,
  }: Layout & { header: HeaderProposal } & Pick<InspectJob, 'statusSynonyms'>,
  top: readonly SheetRow[],
): Record<string, string>[] {
  const mapping = mappingOf(header);
  const above = top.filter(({ number }) => number <= header.headerRow && number > header.headerRow - HEADER_ROWS);
  const reader = new RowReader({
    sheet: entry.name,
    kind,
    mapping,
    headers: above.map((row) => Array.from(row.cells, cellText)),
    date1904: file.date1904,
    unitFromSheetName,
    statusSynonyms,
    seen: new SeenIdentities(),
  });
  const sample: Record<string, string>[] = [];
  for (const row of top) {
    if (row.number <= header.headerRow || sample.length >= SAMPLE_ROWS) continue;
    const outcome = reader.read(row);
    if (outcome.kind === 'person') sample.push(personSample(outcome.person));
    if (outcome.kind === 'accounts') sample.push(...outcome.accounts.map(accountSample));
    if (outcome.kind === 'refused') {
      const { row: number, code, cells } = outcome.refused;
      sample.push({ row: String(number), rejected: code, ...cells });
    }
  }
  return sample.slice(0, SAMPLE_ROWS);
}

/** A person for the eye: the filled fields as text. */
function personSample(person: RosterRow): Record<string, string> {
  const { sheet: _sheet, searchName: _searchName, findings: _findings, cells: _cells, accounts, ...fields } = person;
  const texts = accounts.map(({ platform, handle, url }) => `${platform}: ${handle === '' ? url : handle}`);
  return { ...filled(fields), ...(texts.length > 0 && { accountHandle: texts.join('; ') }) };
}

function accountSample({ row, nip, nik, name, unit, account }: AccountRow): Record<string, string> {
  return filled({
    row,
    nip,
    nik,
    name: name === '' ? null : name,
    unit,
    accountPlatform: account.platform,
    accountHandle: account.handle === '' ? account.url : account.handle,
    accountLink: account.handle === '' || account.url === '' ? null : account.url,
    accountNote: account.note === '' ? null : account.note,
  });
}

function filled(fields: Readonly<Record<string, string | number | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)]])),
  );
}
