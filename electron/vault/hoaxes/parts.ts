/** Where a hoax spreads, what was captured of it, what the fact check rests on, and what was done: added, changed, taken off. */
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { followUpRefusal } from '#shared/domain/hoaxes/states.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidenceById } from '../evidence/evidence-rows.ts';
import type { CustodyDraft, ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { addCapture, addReport, insertSpread, stamp } from './add-parts.ts';
import { hoaxPageOf } from './hoax-page.ts';
import { hoaxById } from './hoax-rows.ts';
import { hoaxEntry } from './record-hoax.ts';
import { ensureReport } from './reports-of.ts';

const TABLES = {
  spread: 'hoax_spreads',
  capture: 'hoax_captures',
  source: 'hoax_sources',
  followUp: 'hoax_follow_ups',
  report: 'hoax_reports',
} as const;
type Part = keyof typeof TABLES;

/** NOT_FOUND for a place that does not stand; HOAX_CLOSED. */
export function saveSpread(
  { id, spreadId, ...spread }: InputOf<'hoaxes.saveSpread'>,
  context: UseCaseContext,
): HoaxPage {
  ensureOpen(context.database, id);
  if (spreadId !== null) standing(context.database, 'spread', id, spreadId);
  return changed(context, id, (database) => {
    if (spreadId === null)
      return hoaxEntry('spread-added', id, {
        part: insertSpread(database, id, spread, context),
        platform: spread.platform,
      });
    database.run(
      `UPDATE hoax_spreads SET platform = @platform, address = @address, place_name = @placeName, first_seen = @firstSeen,
         reach = @reach, note = @note WHERE id = @spreadId`,
      { spreadId, ...spread },
    );
    return hoaxEntry('spread-changed', id, { part: spreadId, platform: spread.platform });
  });
}

/** EVIDENCE_UNKNOWN, ALREADY_LINKED, HOAX_CLOSED. */
export function linkCapture({ id, evidenceId }: InputOf<'hoaxes.linkCapture'>, context: UseCaseContext): HoaxPage {
  ensureOpen(context.database, id);
  evidenceById(context.database, evidenceId);
  return changed(context, id, (database) => {
    if (!addCapture(database, id, evidenceId, context)) throw new AppError('ALREADY_LINKED', {});
    return hoaxEntry('capture-linked', id, { evidence: evidenceId });
  });
}

/** NOT_FOUND, ALREADY_LINKED, HOAX_CLOSED. */
export function linkReport({ id, reportId }: InputOf<'hoaxes.linkReport'>, context: UseCaseContext): HoaxPage {
  ensureOpen(context.database, id);
  ensureReport(context.database, reportId);
  return changed(context, id, (database) => {
    if (!addReport(database, id, reportId, context)) throw new AppError('ALREADY_LINKED', {});
    return hoaxEntry('report-linked', id, { report: reportId });
  });
}

/** NOT_FOUND for a source that does not stand, EVIDENCE_UNKNOWN, HOAX_CLOSED. */
export function saveSource(
  { id, sourceId, ...source }: InputOf<'hoaxes.saveSource'>,
  context: UseCaseContext,
): HoaxPage {
  ensureOpen(context.database, id);
  if (sourceId !== null) standing(context.database, 'source', id, sourceId);
  if (source.evidenceId !== null) evidenceById(context.database, source.evidenceId);
  const part = sourceId ?? context.newId();
  return changed(context, id, (database) => {
    database.run(
      `INSERT INTO hoax_sources (id, hoax_id, title, address, publisher, published_on, note, evidence_id, added_at, added_by)
       VALUES (@part, @id, @title, @address, @publisher, @publishedOn, @note, @evidenceId, @at, @by)
       ON CONFLICT (id) DO UPDATE SET title = @title, address = @address, publisher = @publisher,
         published_on = @publishedOn, note = @note, evidence_id = @evidenceId`,
      { part, id, ...source, ...stamp(context) },
    );
    const facts = { part, evidence: source.evidenceId };
    return hoaxEntry(sourceId === null ? 'source-added' : 'source-changed', id, facts);
  });
}

/** NOT_FOUND for one that does not stand; HOAX_FOLLOW_UP_REFUSED by the rule of shared/domain/hoaxes/states.ts. */
export function saveFollowUp(
  { id, followUpId, ...done }: InputOf<'hoaxes.saveFollowUp'>,
  context: UseCaseContext,
): HoaxPage {
  const hoax = hoaxById(context.database, id);
  if (followUpId !== null) standing(context.database, 'followUp', id, followUpId);
  const refusal = followUpRefusal(hoax.state, done.kind);
  if (refusal !== null) throw new AppError('HOAX_FOLLOW_UP_REFUSED', { number: hoax.number, problem: refusal });
  const part = followUpId ?? context.newId();
  return changed(context, id, (database) => {
    database.run(
      `INSERT INTO hoax_follow_ups (id, hoax_id, kind, done_on, channel, reference, note, answer, answered_on, added_at, added_by)
       VALUES (@part, @id, @kind, @doneOn, @channel, @reference, @note, @answer, @answeredOn, @at, @by)
       ON CONFLICT (id) DO UPDATE SET kind = @kind, done_on = @doneOn, channel = @channel, reference = @reference,
         note = @note, answer = @answer, answered_on = @answeredOn`,
      { part, id, ...done, ...stamp(context) },
    );
    const facts = { part, kind: done.kind, on: done.doneOn, answered: done.answeredOn !== null };
    return hoaxEntry(followUpId === null ? 'follow-up-added' : 'follow-up-changed', id, facts);
  });
}

/** NOT_FOUND for a part that does not stand; HOAX_CLOSED. */
export function removePart(
  { id, part, partId, reason }: InputOf<'hoaxes.removePart'>,
  context: UseCaseContext,
): HoaxPage {
  ensureOpen(context.database, id);
  standing(context.database, part, id, partId);
  return changed(context, id, (database) => {
    database.run(`UPDATE ${TABLES[part]} SET removed_at = ?, removed_by = ?, remove_reason = ? WHERE id = ?`, [
      context.now().toISOString(),
      context.actor.id,
      reason,
      partId,
    ]);
    return hoaxEntry('part-removed', id, { kind: part, part: partId });
  });
}

/** NOT_FOUND; HOAX_CLOSED once it is closed: it is reopened first. */
function ensureOpen(database: ReadableDatabase, id: string): void {
  const { state, number } = hoaxById(database, id);
  if (state === 'selesai' || state === 'dihentikan') throw new AppError('HOAX_CLOSED', { number });
}

function standing(database: ReadableDatabase, part: Part, hoaxId: string, id: string): SqlRow {
  const row = database.get(`SELECT * FROM ${TABLES[part]} WHERE id = ? AND hoax_id = ? AND removed_at IS NULL`, [
    id,
    hoaxId,
  ]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

function changed(context: UseCaseContext, id: string, body: (database: WritableDatabase) => CustodyDraft): HoaxPage {
  return context.write(['hoaxes'], (database) => {
    const entry = body(database);
    return { value: hoaxPageOf(database, id), entry };
  });
}
