/** What is to be done today: each kind of work with how much there is of it and what has waited longest. */
import type { WorkLine } from '#shared/contract/home.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { hoaxNumber } from '#shared/domain/hoaxes/numbers.ts';
import { OPEN_HOAX_STATES } from '#shared/domain/hoaxes/states.ts';
import { NEAR_DEADLINE_DAYS, WAITING_STATES } from '#shared/domain/public-reports/states.ts';
import { addDays } from '#shared/domain/recap/periods.ts';
import { localDayOf } from '../documents/days.ts';
import { listDocuments } from '../documents/issued-documents.ts';
import { redCaptures } from '../evidence/list-evidence.ts';
import { dueRounds } from '../monitoring/due-rounds.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { readMeta } from '../session/meta.ts';

/** A session is near from so many days before it. */
const NEAR_SESSION = 7;
const DAY = 86_400_000;

/** In the order of urgency; what there is nothing of is not named. */
export function workLines(context: UseCaseContext): WorkLine[] {
  const today = localDayOf(context.now(), context.settings().timeZone);
  return [
    deadlines(today, context),
    waitingReports(context),
    rounds(context),
    unfinishedCaptures(context),
    openQueues(context),
    openHoaxes(context),
    sessions(today, context),
    unsignedDocuments(context),
    backup(context),
  ].filter((line) => line.count > 0);
}

function deadlines(today: string, { database }: UseCaseContext): WorkLine {
  const until = addDays(today, NEAR_DEADLINE_DAYS);
  const rows = database.all(
    `SELECT number, due_day AS since FROM public_reports WHERE state IN (${quoted(WAITING_STATES)}) AND due_day <= ? ORDER BY due_day, number`,
    [until],
  );
  return lineOf('deadlines', rows, (row) => textOf(row, 'number'), { today, until });
}

function waitingReports({ database }: UseCaseContext): WorkLine {
  const rows = database.all(
    `SELECT number, received_at AS since FROM public_reports WHERE state IN (${quoted(WAITING_STATES)}) ORDER BY received_at, number`,
  );
  return lineOf('publicReports', rows, (row) => textOf(row, 'number'));
}

/** Plans whose next round is to begin, and rounds under way. */
function rounds(context: UseCaseContext): WorkLine {
  const { due, running } = dueRounds(context);
  const [oldest] = [...due, ...running];
  return {
    kind: 'rounds',
    count: due.length + running.length,
    oldest: oldest === undefined ? '' : `${oldest.number} ${oldest.title}`,
    since: oldest === undefined ? null : due.length > 0 ? oldest.nextOn : oldest.begunOn,
    until: null,
    overdue: due.length,
  };
}

function unfinishedCaptures({ database }: UseCaseContext): WorkLine {
  const red = redCaptures(database);
  const [oldest] = red;
  return {
    kind: 'capturesRed',
    count: red.length,
    oldest: oldest === undefined ? '' : evidenceNumber(oldest.sequence),
    since: oldest?.capturedAt ?? null,
    until: null,
    overdue: 0,
  };
}

/** Addresses that are still to be captured. */
function openQueues({ database }: UseCaseContext): WorkLine {
  const rows = database.all(
    `SELECT q.title, q.created_at AS since FROM capture_queue_items i JOIN capture_queues q ON q.id = i.queue_id
     WHERE i.state IN ('waiting', 'running') AND q.state IN ('running', 'paused') ORDER BY q.created_at, i.position`,
  );
  return lineOf('queue', rows, (row) => textOf(row, 'title'));
}

function openHoaxes({ database }: UseCaseContext): WorkLine {
  const rows = database.all(
    `SELECT sequence, first_seen AS since FROM hoaxes WHERE state IN (${quoted(OPEN_HOAX_STATES)}) ORDER BY first_seen, sequence`,
  );
  return lineOf('hoaxes', rows, (row) => hoaxNumber(numberOf(row, 'sequence')));
}

/** Planned sessions of the next days; those whose day has passed want to be held or cancelled. */
function sessions(today: string, { database }: UseCaseContext): WorkLine {
  const until = addDays(today, NEAR_SESSION);
  const rows = database.all(
    "SELECT topic, day AS since FROM outreach_sessions WHERE state = 'planned' AND day <= ? ORDER BY day, sequence",
    [until],
  );
  return lineOf('sessions', rows, (row) => textOf(row, 'topic'), { today, until });
}

function unsignedDocuments(context: UseCaseContext): WorkLine {
  const { total, rows } = listDocuments(
    { query: '', unsigned: true, sort: 'issuedAt', descending: false, offset: 0, limit: 1 },
    context,
  );
  const [oldest] = rows;
  return {
    kind: 'documentsUnsigned',
    count: total,
    oldest: oldest?.number ?? '',
    since: oldest?.issuedAt ?? null,
    until: null,
    overdue: 0,
  };
}

/** One when the last backup is older than the office's reminder. */
function backup({ database, now, settings }: UseCaseContext): WorkLine {
  const last = readMeta(database, 'last-backup-at');
  const since = last ?? readMeta(database, 'created-at') ?? now().toISOString();
  const due = now().getTime() - Date.parse(since) > settings().backupReminderDays * DAY;
  return { kind: 'backup', count: due ? 1 : 0, oldest: '', since: last, until: null, overdue: due ? 1 : 0 };
}

/** Rows with the oldest first; by their days: those before today are overdue. */
function lineOf(
  kind: WorkLine['kind'],
  rows: readonly SqlRow[],
  name: (row: SqlRow) => string,
  days?: { readonly today: string; readonly until: string },
): WorkLine {
  const [oldest] = rows;
  return {
    kind,
    count: rows.length,
    oldest: oldest === undefined ? '' : name(oldest),
    since: oldest === undefined ? null : textOf(oldest, 'since'),
    until: days?.until ?? null,
    overdue: days === undefined ? 0 : rows.filter((row) => textOf(row, 'since') < days.today).length,
  };
}

function quoted(states: readonly string[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
