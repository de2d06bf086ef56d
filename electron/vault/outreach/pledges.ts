/** Who signed which declaration when: by hand for one or many, or from a file. Entries are withdrawn, never deleted. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { outreachSource } from '#shared/contract/outreach.ts';
import { type PledgeRow, pledgeKind } from '#shared/contract/outreach-pledges.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { type OUTREACH_ENTRY_SOURCES, sessionNumber } from '#shared/domain/outreach/session-rules.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, SqlValue, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { knownEmployees, PERSON_COLUMNS, rosterPersonOf } from './people.ts';
import { pledgeKindByCode, refuseDayAhead } from './pledge-kinds.ts';
import { sessionById } from './session-rows.ts';

/** What is the same for all who are noted at once. */
export interface PledgeEntry {
  readonly kind: string;
  readonly signedOn: string;
  readonly sessionId: string | null;
  readonly note: string;
  readonly scan: { readonly name: string; readonly blob: StagedBlob } | null;
}

/** The latest day first, then by name. */
export function listPledges(
  input: InputOf<'outreach.pledges'>,
  database: ReadableDatabase,
): OutputOf<'outreach.pledges'> {
  const { where, parameters } = conditions(input);
  const from = `FROM outreach_pledges p JOIN employees e ON e.id = p.employee_id JOIN users u ON u.id = p.recorded_by
    JOIN outreach_pledge_kinds k ON k.code = p.kind LEFT JOIN outreach_sessions s ON s.id = p.session_id ${where}`;
  const counted = database.get(`SELECT count(*) AS total ${from}`, parameters);
  const rows = database.all(
    `SELECT p.*, ${PERSON_COLUMNS}, u.name AS recorder, k.body AS kind_body, s.sequence, s.topic ${from}
     ORDER BY p.signed_on DESC, e.search_name, p.rowid LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: counted ? numberOf(counted, 'total') : 0, rows: rows.map(pledgeOf) };
}

/**
 * The scan is kept once for all of them. OUTREACH_KIND_UNKNOWN, OUTREACH_DAY_AHEAD, NOT_FOUND for the session, EMPLOYEE_UNKNOWN,
 * FILE_EMPTY. Who signed the same kind on the same day already is counted and left as it is.
 */
export async function addPledges(
  input: InputOf<'outreach.addPledges'>,
  context: UseCaseContext,
): Promise<OutputOf<'outreach.addPledges'>> {
  pledgeKindByCode(context.database, input.kind);
  refuseDayAhead(input.signedOn, context);
  if (input.sessionId !== null) sessionById(context.database, input.sessionId);
  const ids = knownEmployees(context.database, input.employeeIds);
  const scan = input.scan === null ? null : await stageScan(input.scan, context);
  try {
    return context.write(['outreach'], (database) => {
      const added = insertPledges(database, context, { ...input, scan }, ids, input.how);
      const entry = {
        action: 'outreach.pledges-noted',
        subjectKind: 'outreach',
        subjectId: input.sessionId,
        facts: { count: added, kind: input.kind, source: input.how, ...(scan && { sha256: scan.blob.sha256 }) },
      } as const;
      return { value: { added, already: ids.length - added }, entry: added === 0 ? null : entry };
    });
  } finally {
    // What was adopted is the vault's own now, and discarding it does nothing.
    if (scan !== null) await context.blobs.discard(scan.blob);
  }
}

/** Inside a transaction, of ids that are known; answers with how many are new. */
export function insertPledges(
  database: WritableDatabase,
  context: UseCaseContext,
  { kind, signedOn, sessionId, note, scan }: PledgeEntry,
  employeeIds: readonly string[],
  source: (typeof OUTREACH_ENTRY_SOURCES)[number],
): number {
  const fresh = employeeIds.filter(
    (id) =>
      !database.get(
        'SELECT 1 FROM outreach_pledges WHERE kind = ? AND employee_id = ? AND signed_on = ? AND withdrawn_at IS NULL',
        [kind, id, signedOn],
      ),
  );
  if (fresh.length > 0 && scan !== null) context.blobs.adopt(database, scan.blob);
  for (const employee of fresh)
    database.run(
      `INSERT INTO outreach_pledges (id, kind, employee_id, signed_on, session_id, note, scan_sha256, scan_name, scan_bytes,
         scan_mime, source, recorded_at, recorded_by)
       VALUES (@id, @kind, @employee, @signedOn, @sessionId, @note, @sha256, @name, @bytes, @mime, @source, @at, @by)`,
      {
        ...{ id: context.newId(), kind, employee, signedOn, sessionId, note, source },
        sha256: scan?.blob.sha256 ?? null,
        name: scan?.name ?? null,
        bytes: scan?.blob.bytes ?? null,
        mime: scan === null ? null : (sniffMediaType(scan.blob.head)?.mime ?? 'application/octet-stream'),
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
  return fresh.length;
}

/** All standing; NOT_FOUND otherwise, and nothing is changed. */
export function withdrawPledges(
  input: InputOf<'outreach.withdrawPledges'>,
  context: UseCaseContext,
): OutputOf<'outreach.withdrawPledges'> {
  const ids = [...new Set(input.ids)];
  return context.write(['outreach'], (database) => {
    const { changes } = database.run(
      `UPDATE outreach_pledges SET withdrawn_at = ?, withdraw_reason = ?
       WHERE withdrawn_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
      [context.now().toISOString(), input.reason, JSON.stringify(ids)],
    );
    if (changes !== ids.length) throw new AppError('NOT_FOUND', { id: ids[0] ?? '' });
    return {
      value: { withdrawn: changes },
      entry: {
        action: 'outreach.pledges-withdrawn',
        subjectKind: 'outreach',
        subjectId: ids.length === 1 ? (ids[0] ?? null) : null,
        facts: { count: changes },
      },
    };
  });
}

async function stageScan(token: string, context: UseCaseContext): Promise<{ name: string; blob: StagedBlob }> {
  const file = await context.file(token);
  try {
    if (file.bytes === 0) throw new AppError('FILE_EMPTY');
    await context.ensureFreeSpace(file.bytes);
    return { name: file.name, blob: await context.blobs.stage(file.chunks()) };
  } finally {
    await file.close();
  }
}

function conditions(input: InputOf<'outreach.pledges'>): { where: string; parameters: Record<string, SqlValue> } {
  const parts: string[] = input.withdrawn ? ['1 = 1'] : ['p.withdrawn_at IS NULL'];
  const parameters: Record<string, SqlValue> = {};
  const add = (condition: string, name: string, value: SqlValue | undefined): void => {
    if (value === undefined || value === '') return;
    parts.push(condition);
    parameters[name] = value;
  };
  add('p.kind = @kind', 'kind', input.kind);
  add('e.agency = @agency', 'agency', input.agency);
  add('p.signed_on >= @from', 'from', input.from);
  add('p.signed_on <= @to', 'to', input.to);
  add('p.session_id = @session', 'session', input.sessionId);
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    parts.push(`(e.search_name LIKE @term${index} OR e.nip LIKE @term${index} OR e.unit LIKE @term${index})`);
  });
  return { where: `WHERE ${parts.join(' AND ')}`, parameters };
}

function pledgeOf(row: SqlRow): PledgeRow {
  const sessionId = textOrNull(row, 'session_id');
  const scan = textOrNull(row, 'scan_sha256');
  return {
    id: textOf(row, 'id'),
    kind: textOf(row, 'kind'),
    kindLabel: pledgeKind.parse(JSON.parse(textOf(row, 'kind_body'))).label,
    ...rosterPersonOf(row),
    signedOn: textOf(row, 'signed_on'),
    session:
      sessionId === null
        ? null
        : { id: sessionId, number: sessionNumber(numberOf(row, 'sequence')), topic: textOf(row, 'topic') },
    note: textOf(row, 'note'),
    scan:
      scan === null
        ? null
        : {
            name: textOf(row, 'scan_name'),
            bytes: numberOf(row, 'scan_bytes'),
            sha256: scan,
            mime: textOf(row, 'scan_mime'),
          },
    source: outreachSource.parse(row['source']),
    recordedAt: textOf(row, 'recorded_at'),
    recordedBy: textOf(row, 'recorder'),
    withdrawnAt: textOrNull(row, 'withdrawn_at'),
    withdrawReason: textOrNull(row, 'withdraw_reason'),
  };
}
