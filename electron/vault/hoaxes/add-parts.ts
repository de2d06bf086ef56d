/** Puts one part on a hoax, inside the transaction that also appends its custody entry. */
import type { InputOf } from '#shared/contract/index.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';

type Spread = InputOf<'hoaxes.create'>['spreads'][number];

/** The id it got. */
export function insertSpread(
  database: WritableDatabase,
  hoaxId: string,
  spread: Spread,
  context: UseCaseContext,
): string {
  const id = context.newId();
  database.run(
    `INSERT INTO hoax_spreads (id, hoax_id, platform, address, place_name, first_seen, reach, note, added_at, added_by)
     VALUES (@id, @hoaxId, @platform, @address, @placeName, @firstSeen, @reach, @note, @at, @by)`,
    { id, hoaxId, ...spread, ...stamp(context) },
  );
  return id;
}

/** False when it stands there already. */
export function addCapture(
  database: WritableDatabase,
  hoaxId: string,
  evidenceId: string,
  context: UseCaseContext,
): boolean {
  return addLink(database, { table: 'hoax_captures', column: 'evidence_id', hoaxId, linked: evidenceId }, context);
}

/** False when it stands there already. */
export function addReport(
  database: WritableDatabase,
  hoaxId: string,
  reportId: string,
  context: UseCaseContext,
): boolean {
  return addLink(database, { table: 'hoax_reports', column: 'report_id', hoaxId, linked: reportId }, context);
}

/** When and by whom a part is added. */
export function stamp(context: UseCaseContext): { at: string; by: string } {
  return { at: context.now().toISOString(), by: context.actor.id };
}

interface Link {
  readonly table: 'hoax_captures' | 'hoax_reports';
  readonly column: 'evidence_id' | 'report_id';
  readonly hoaxId: string;
  readonly linked: string;
}

function addLink(
  database: WritableDatabase,
  { table, column, hoaxId, linked }: Link,
  context: UseCaseContext,
): boolean {
  const there = database.get(`SELECT 1 FROM ${table} WHERE hoax_id = ? AND ${column} = ? AND removed_at IS NULL`, [
    hoaxId,
    linked,
  ]);
  if (there) return false;
  const { at, by } = stamp(context);
  database.run(`INSERT INTO ${table} (id, hoax_id, ${column}, added_at, added_by) VALUES (?, ?, ?, ?, ?)`, [
    context.newId(),
    hoaxId,
    linked,
    at,
    by,
  ]);
  return true;
}
