/** Whom outreach has reached: people of the roster who are in service, by OPD and by person. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachCoverage, OutreachPerson, OutreachPeriod } from '#shared/contract/outreach-coverage.ts';
import { pledgeKind } from '#shared/contract/outreach-pledges.ts';
import { employmentStatus } from '#shared/contract/roster.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { numberOf, textOrNull } from '../rows.ts';
import { IN_SERVICE, peopleMatching, PERSON_COLUMNS, REACHED, rosterPersonOf, SIGNED } from './people.ts';

/** Reached is who was at one held session of the period at least; signed is who signed any declaration in it. */
export function outreachCoverage(database: ReadableDatabase, period: OutreachPeriod): OutreachCoverage {
  const { from, to } = period;
  const agencies = database
    .all(
      `WITH reached AS (SELECT DISTINCT employee_id FROM (${REACHED})), signed AS (SELECT DISTINCT employee_id FROM (${SIGNED}))
       SELECT e.agency, count(*) AS people, count(r.employee_id) AS reached, count(s.employee_id) AS signed
       FROM employees e LEFT JOIN reached r ON r.employee_id = e.id LEFT JOIN signed s ON s.employee_id = e.id
       WHERE ${IN_SERVICE} GROUP BY e.agency ORDER BY e.agency IS NULL, e.agency`,
      { from, to },
    )
    .map((row) => ({
      agency: textOrNull(row, 'agency'),
      people: numberOf(row, 'people'),
      reached: numberOf(row, 'reached'),
      signed: numberOf(row, 'signed'),
    }));
  const sum = (key: 'people' | 'reached' | 'signed'): number => agencies.reduce((total, one) => total + one[key], 0);
  return {
    period,
    ...sessionCounts(database, period),
    people: sum('people'),
    reached: sum('reached'),
    signed: sum('signed'),
    agencies,
  };
}

/** By name. */
export function listPersons(
  input: InputOf<'outreach.persons'>,
  database: ReadableDatabase,
): OutputOf<'outreach.persons'> {
  const keys = peopleMatching(database, input);
  const shown = keys.slice(input.offset, input.offset + input.limit);
  const { from, to } = input;
  const rows = database.all(
    `WITH shown AS (SELECT k.key AS place, e.* FROM json_each(@keys) k JOIN employees e ON e.employee_key = k.value),
       visits AS (
         SELECT a.employee_id, count(*) AS n, max(s.day || ' ' || s.begins || char(9) || s.topic) AS last
         FROM outreach_attendance a JOIN outreach_sessions s ON s.id = a.session_id
         WHERE a.withdrawn_at IS NULL AND s.state = 'held' AND s.day BETWEEN @from AND @to
           AND a.employee_id IN (SELECT id FROM shown) GROUP BY a.employee_id),
       signs AS (
         SELECT p.employee_id, max(p.signed_on || char(9) || k.body) AS last
         FROM outreach_pledges p JOIN outreach_pledge_kinds k ON k.code = p.kind
         WHERE p.withdrawn_at IS NULL AND p.signed_on BETWEEN @from AND @to
           AND p.employee_id IN (SELECT id FROM shown) GROUP BY p.employee_id)
     SELECT ${PERSON_COLUMNS}, e.status, coalesce(v.n, 0) AS visits, v.last AS visit, g.last AS sign
     FROM shown e LEFT JOIN visits v ON v.employee_id = e.id LEFT JOIN signs g ON g.employee_id = e.id ORDER BY e.place`,
    { keys: JSON.stringify(shown), from, to },
  );
  return { total: keys.length, rows: rows.map(outreachPersonOf) };
}

function sessionCounts(
  database: ReadableDatabase,
  { from, to }: OutreachPeriod,
): Pick<OutreachCoverage, 'sessions' | 'attendances' | 'guests'> {
  const row = database.get(
    `SELECT count(DISTINCT s.id) AS sessions, count(a.employee_id) AS attendances, count(a.guest_name) AS guests
     FROM outreach_sessions s LEFT JOIN outreach_attendance a ON a.session_id = s.id AND a.withdrawn_at IS NULL
     WHERE s.state = 'held' AND s.day BETWEEN @from AND @to`,
    { from, to },
  );
  if (!row) return { sessions: 0, attendances: 0, guests: 0 };
  return {
    sessions: numberOf(row, 'sessions'),
    attendances: numberOf(row, 'attendances'),
    guests: numberOf(row, 'guests'),
  };
}

function outreachPersonOf(row: SqlRow): OutreachPerson {
  const visit = pairOf(textOrNull(row, 'visit'));
  const sign = pairOf(textOrNull(row, 'sign'));
  return {
    ...rosterPersonOf(row),
    status: employmentStatus.nullable().parse(textOrNull(row, 'status')),
    sessions: numberOf(row, 'visits'),
    lastDay: visit?.day ?? null,
    lastTopic: visit?.text ?? null,
    signedOn: sign?.day ?? null,
    signedKind: sign === null ? null : pledgeKind.parse(JSON.parse(sign.text)).label,
  };
}

/** A day (and what follows it up to the tab) and the text behind it: the latest of several by plain comparison. */
function pairOf(text: string | null): { readonly day: string; readonly text: string } | null {
  if (text === null) return null;
  return { day: text.slice(0, 10), text: text.slice(text.indexOf('\t') + 1) };
}
