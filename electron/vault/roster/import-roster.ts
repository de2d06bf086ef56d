/** Imports a roster: read in a worker, planned against what is known, written in one transaction, told row by row. */
import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { RosterImportResult, RowProblem } from '#shared/contract/roster.ts';
import { readResultSchema, rosterRowSchema, type RosterReadResult } from '#shared/contract/roster-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource, JobProgress, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { insertEmployees, type Person, personOf, updateEmployee } from './employees.ts';
import { textOf } from '../rows.ts';
import { type ImportPlan, type IncomingRow, type KnownPerson, planImport } from './import-plan.ts';
import { ROSTER_WORKER_LIMITS, workerInput } from './roster-worker.ts';

/** Bytes that a person takes in the database and its log, for each byte in a compressed workbook; measured 13 at most. */
const ROOM = 20;
/** Room that an import may need, as a multiple of the file's size. */
const ROOM_FOR_ROWS = 8;
/** How many changed people the preview shows. */
const SHOWN_CHANGES = 200;

export async function importRoster(
  input: InputOf<'roster.import'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.import'>> {
  const file = await context.file(input.file);
  // Rows take a few times the room in tables and journal that they take packed in the file.
  await context.ensureFreeSpace(file.bytes * ROOM_FOR_ROWS);
  try {
    if (!input.dryRun) await context.ensureFreeSpace(file.bytes * ROOM);
  } catch (error) {
    await file.close();
    throw error;
  }
  const jobId = context.startJob('roster-import', file.name, async (progress) => {
    try {
      return await carryOut(input, file, progress, context);
    } finally {
      await file.close();
    }
  });
  return { jobId };
}

async function carryOut(
  input: InputOf<'roster.import'>,
  file: FileSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<RosterImportResult> {
  const sha256 = await hashOf(file, progress.signal);
  const { rows, read } = await readRows(input, file, progress, context);
  progress.report('compare', 0, null);
  const plan = planImport(knownPeople(context), rows);
  const rejected = [
    ...read.rejected,
    ...plan.conflicts.map((row) => problem(row, 'IDENTITY_CONFLICT')),
    ...plan.repeated.map((row) => problem(row, 'PERSON_REPEATED')),
  ];
  const result = {
    importId: null,
    file: { name: file.name, bytes: file.bytes, sha256 },
    // The reader counts the people it took; refused rows were read too.
    read: read.read + read.rejected.length,
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    rejected,
    warnings: read.warnings,
    changes: changesOf(plan),
    mapping: input.sheets,
    notTaken: read.notTaken,
  } satisfies RosterImportResult;
  if (input.dryRun) return result;
  if (plan.added.length + plan.updated.length + plan.unchanged.length === 0)
    throw new AppError('ROSTER_NOTHING_TO_IMPORT', { file: file.name, rejected: rejected.length });
  if (progress.signal.aborted) throw new AppError('CANCELLED');
  progress.report('write', 0, null);
  return { ...result, importId: writeImport(result, plan, context) };
}

async function readRows(
  input: InputOf<'roster.import'>,
  file: FileSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<{ rows: IncomingRow[]; read: RosterReadResult }> {
  const rows: IncomingRow[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') rows.push(incomingRow(line));
  };
  const value = await context.runWorker({
    kind: 'roster-import',
    job: { mode: 'read', sheets: input.sheets },
    inputs: { file: workerInput(file) },
    outputs: { rows: (bytes) => take(decoder.decode(bytes, { stream: true })) },
    limits: ROSTER_WORKER_LIMITS,
    signal: progress.signal,
    onProgress: (phase, done, total) => progress.report(phase, done, total),
  });
  take(`${decoder.decode()}\n`);
  return { rows, read: readResultSchema.parse(value) };
}

function incomingRow(line: string): IncomingRow {
  const row = rosterRowSchema.parse(JSON.parse(line));
  const { sheet, row: number, ...person } = row;
  return { sheet, row: number, person };
}

async function hashOf(file: FileSource, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks(signal)) hash.update(chunk);
  return hash.digest('hex');
}

function* knownPeople(context: UseCaseContext): Generator<KnownPerson> {
  for (const row of context.database.iterate('SELECT * FROM employees'))
    yield { id: textOf(row, 'id'), person: personOf(row) };
}

function problem(row: IncomingRow, code: string): RowProblem {
  return {
    sheet: row.sheet,
    row: row.row,
    column: null,
    code,
    params: { name: row.person.name },
    value: row.person.nip ?? row.person.nik ?? row.person.name,
  };
}

function changesOf(plan: ImportPlan): RosterImportResult['changes'] {
  const identity = (person: Person): string => person.nip ?? person.nik ?? '';
  const updated = plan.updated.slice(0, SHOWN_CHANGES).map(({ known, after, changed }) => ({
    kind: 'updated' as const,
    name: after.name,
    identity: identity(after),
    fields: changed
      .filter((key) => key !== 'searchName')
      .map((key) => ({ field: key, before: known.person[key], after: after[key] })),
  }));
  const added = plan.added
    .slice(0, SHOWN_CHANGES - updated.length)
    .map(({ person }) => ({ kind: 'added' as const, name: person.name, identity: identity(person), fields: [] }));
  return [...updated, ...added];
}

function writeImport(result: RosterImportResult, plan: ImportPlan, context: UseCaseContext): string {
  const importId = context.newId();
  const at = context.now().toISOString();
  return context.write(['roster'], (database) => {
    insertImport(database, importId, at, result, context);
    const stamp = { at, importId };
    const newcomers = plan.added.map(({ person }) => ({ id: context.newId(), person }));
    insertEmployees(database, newcomers, stamp);
    for (const { known, after } of plan.updated) updateEmployee(database, known.id, known.person, after, stamp);
    for (const { id } of plan.unchanged)
      database.run('UPDATE employees SET last_import_id = ? WHERE id = ?', [importId, id]);
    const { file, read, added, updated, unchanged } = result;
    const facts = {
      file: file.sha256,
      bytes: file.bytes,
      read,
      added,
      updated,
      unchanged,
      rejected: result.rejected.length,
    };
    return { value: importId, entry: { action: 'roster.imported', subjectKind: 'import', subjectId: importId, facts } };
  });
}

function insertImport(
  database: WritableDatabase,
  importId: string,
  at: string,
  result: RosterImportResult,
  context: UseCaseContext,
): void {
  database.run(
    `INSERT INTO roster_imports (id, at, user_id, file_name, file_bytes, file_sha256, read_rows, added, updated, unchanged, rejected, mapping)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      importId,
      at,
      context.actor.id,
      result.file.name,
      result.file.bytes,
      result.file.sha256,
      result.read,
      result.added,
      result.updated,
      result.unchanged,
      result.rejected.length,
      JSON.stringify(result.mapping),
    ],
  );
}
