/** Reads a list of people in the roster's worker and says who each row may be; changes nothing. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachFileRow } from '#shared/contract/outreach.ts';
import { type SheetCells, sheetCells } from '#shared/contract/sheet-cells.ts';
import { type ListedPerson, peopleInRows, proposePeopleColumns } from '#shared/domain/outreach/people-list.ts';
import { normalizeName } from '#shared/domain/roster/name.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { knownDirectory } from '../roster/import/known-directory.ts';
import type { KnownDirectory, KnownPerson } from '../roster/import/plan-types.ts';
import { ROSTER_WORKER_LIMITS } from '../roster/roster-worker.ts';
import { workerInput } from '../workers/worker-input.ts';
import { textOf } from '../rows.ts';
import { checkTarget, type FileTarget } from './file-target.ts';

/** The longest list that is taken at once. */
const ROWS_READ = 20_000;
const COLUMNS_READ = 64;
/** Sheets behind the first that are looked into for headings. */
const SHEETS_TRIED = 5;

/** OUTREACH_LIST_UNSUPPORTED, OUTREACH_LIST_DAMAGED, ROSTER_SHEET_UNKNOWN and what else a sheet's reader refuses; as checkTarget. */
export async function previewFile(
  input: InputOf<'outreach.previewFile'>,
  context: UseCaseContext,
): Promise<OutputOf<'outreach.previewFile'>> {
  checkTarget(input.target, 'look', context);
  const cells = await readListed(input, context);
  const proposed = proposePeopleColumns(cells.rows);
  const columns = input.columns ?? proposed.columns;
  const listed = peopleInRows(cells.rows, proposed.headingRow, columns);
  return {
    rows: matched(listed, input.target, context),
    names: cells.names,
    sheet: cells.name,
    headings: headingsOf(cells, proposed.headingRow),
    columns,
    truncated: cells.truncated,
  };
}

/** The sheet that was asked for; otherwise the first whose headings are those of people, and the very first where none has any. */
async function readListed(input: InputOf<'outreach.previewFile'>, context: UseCaseContext): Promise<SheetCells> {
  const first = await readCells(input, context);
  const hasHeadings = ({ rows }: SheetCells): boolean => proposePeopleColumns(rows).headingRow !== null;
  if (input.sheet !== undefined || hasHeadings(first)) return first;
  for (const sheet of first.names.filter((name) => name !== first.name).slice(0, SHEETS_TRIED)) {
    const other = await readCells({ ...input, sheet }, context);
    if (hasHeadings(other)) return other;
  }
  return first;
}

async function readCells(
  { file: token, password, sheet }: InputOf<'outreach.previewFile'>,
  context: UseCaseContext,
): Promise<SheetCells> {
  const file = await context.file(token);
  try {
    const value = await context.runWorker({
      kind: 'roster-import',
      job: {
        mode: 'cells',
        rows: ROWS_READ,
        columns: COLUMNS_READ,
        ...(password !== undefined && { password }),
        ...(sheet !== undefined && { sheet }),
      },
      inputs: { file: workerInput(file) },
      limits: ROSTER_WORKER_LIMITS,
    });
    return sheetCells.parse(value);
  } catch (error) {
    throw listRefusal(error);
  } finally {
    await file.close();
  }
}

const CODES: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  ROSTER_FORMAT_UNSUPPORTED: 'OUTREACH_LIST_UNSUPPORTED',
  ROSTER_FILE_DAMAGED: 'OUTREACH_LIST_DAMAGED',
};

/** The reader is that of rosters; what it refuses is told here as a list of names. */
function listRefusal(error: unknown): unknown {
  const code = error instanceof AppError ? CODES[error.code] : undefined;
  return error instanceof AppError && code !== undefined ? new AppError(code, error.params, { cause: error }) : error;
}

/** The number decides; a name is only ever a proposal, with the unit where that names one person. */
function matched(listed: readonly ListedPerson[], target: FileTarget, context: UseCaseContext): OutreachFileRow[] {
  const directory = knownDirectory(context.database, context.now().toISOString());
  const noted = notedBefore(context.database, target);
  const seen = new Set<string>();
  return listed.map((person) => {
    const found = personOf(person, directory);
    if (found === null || found === 'several')
      return { ...person, match: found === null ? 'unknown' : 'several', employee: null };
    const { id } = found.known;
    const match = seen.has(id) ? 'repeated' : noted.has(id) ? 'already' : found.by;
    seen.add(id);
    const { name, nip, position, unit, agency } = found.known.person;
    return { ...person, match, employee: { employeeId: id, name, nip, position, unit, agency } };
  });
}

type Found = { readonly known: KnownPerson; readonly by: 'number' | 'name' } | 'several' | null;

function personOf({ name, nip, unit }: ListedPerson, directory: KnownDirectory): Found {
  const digits = nip.replaceAll(/\D/g, '');
  const byNumber =
    digits.length === 18 ? directory.byNip(digits) : digits.length === 16 ? directory.byNik(digits) : null;
  if (byNumber !== null) return { known: byNumber, by: 'number' };
  const { search } = normalizeName(name);
  if (search === '') return null;
  const inUnit = unit === '' ? null : directory.named(search, unit);
  const found = inUnit ?? directory.named(search, null);
  return found === null || found === 'several' ? found : { known: found, by: 'name' };
}

function notedBefore(database: ReadableDatabase, target: FileTarget): Set<string> {
  const rows =
    target.purpose === 'attendance'
      ? database.all(
          'SELECT employee_id FROM outreach_attendance WHERE session_id = ? AND withdrawn_at IS NULL AND employee_id IS NOT NULL',
          [target.sessionId],
        )
      : database.all(
          'SELECT employee_id FROM outreach_pledges WHERE kind = ? AND signed_on = ? AND withdrawn_at IS NULL',
          [target.kind, target.signedOn],
        );
  return new Set(rows.map((row) => textOf(row, 'employee_id')));
}

/** The words of the heading row, or the letter that a spreadsheet shows above the column. */
function headingsOf({ rows }: SheetCells, headingRow: number | null): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const words = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  return Array.from({ length: width }, (_, column) => words[column]?.trim() || String.fromCharCode(65 + (column % 26)));
}
