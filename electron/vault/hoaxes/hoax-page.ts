/** One hoax with everything that stands on it. */
import type { HoaxConclusion, HoaxFollowUp, HoaxPage, HoaxSource, HoaxSpread } from '#shared/contract/hoaxes.ts';
import { followUpKind, hoaxKind, hoaxState, hoaxVerdict } from '#shared/contract/hoaxes.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';
import { hoaxRecord, hoaxRowOf } from './hoax-rows.ts';
import { reportsOf } from './reports-of.ts';

/** Captures that are offered at most. */
const MOST_OFFERED = 20;

/** NOT_FOUND. */
export function hoaxPageOf(database: ReadableDatabase, id: string): HoaxPage {
  const record = hoaxRecord(database, id);
  return {
    hoax: { ...hoaxRowOf(record), notes: textOf(record, 'notes') },
    spreads: partsOf(database, 'hoax_spreads', id).map(spreadOf),
    captures: capturesOf(database, id),
    offered: offeredTo(database, id),
    sources: sourcesOf(database, id),
    conclusions: conclusionsOf(database, id),
    followUps: partsOf(database, 'hoax_follow_ups', id, 'p.done_on').map(followUpOf),
    reports: reportsOf(database, id),
    sheets: sheetsOf(database, id),
    history: historyOf(database, id),
  };
}

/** What stands, in the order in which it was added unless told otherwise. */
function partsOf(database: ReadableDatabase, table: string, id: string, order = 'p.added_at'): SqlRow[] {
  return database.all(
    `SELECT p.*, u.name AS adder FROM ${table} p JOIN users u ON u.id = p.added_by
     WHERE p.hoax_id = ? AND p.removed_at IS NULL ORDER BY ${order}, p.id`,
    [id],
  );
}

const added = (row: SqlRow) => ({ addedAt: textOf(row, 'added_at'), addedBy: textOf(row, 'adder') });

function spreadOf(row: SqlRow): HoaxSpread {
  return {
    id: textOf(row, 'id'),
    platform: textOf(row, 'platform'),
    address: textOf(row, 'address'),
    placeName: textOf(row, 'place_name'),
    firstSeen: textOrNull(row, 'first_seen'),
    reach: textOf(row, 'reach'),
    note: textOf(row, 'note'),
    ...added(row),
  };
}

function followUpOf(row: SqlRow): HoaxFollowUp {
  return {
    id: textOf(row, 'id'),
    kind: followUpKind.parse(row['kind']),
    doneOn: textOf(row, 'done_on'),
    channel: textOf(row, 'channel'),
    reference: textOf(row, 'reference'),
    note: textOf(row, 'note'),
    answer: textOf(row, 'answer'),
    answeredOn: textOrNull(row, 'answered_on'),
    ...added(row),
  };
}

function capturesOf(database: ReadableDatabase, id: string): HoaxPage['captures'] {
  return database
    .all(
      `SELECT p.*, u.name AS adder, e.sequence, e.title, e.address, e.captured_at, e.withdrawn_at IS NOT NULL AS withdrawn
       FROM hoax_captures p JOIN users u ON u.id = p.added_by JOIN evidence e ON e.id = p.evidence_id
       WHERE p.hoax_id = ? AND p.removed_at IS NULL ORDER BY e.captured_at, e.id`,
      [id],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      evidenceId: textOf(row, 'evidence_id'),
      number: evidenceNumber(numberOf(row, 'sequence')),
      title: textOf(row, 'title'),
      address: textOf(row, 'address'),
      capturedAt: textOf(row, 'captured_at'),
      withdrawn: flagOf(row, 'withdrawn'),
      ...added(row),
    }));
}

/** The same address, as it was typed or as the page was captured. */
function offeredTo(database: ReadableDatabase, id: string): HoaxPage['offered'] {
  return database
    .all(
      `SELECT e.id, e.sequence, e.title, e.address FROM evidence e
       WHERE e.withdrawn_at IS NULL AND e.address <> '' AND rtrim(e.address, '/') IN (
         SELECT rtrim(p.address, '/') FROM hoax_spreads p WHERE p.hoax_id = @id AND p.removed_at IS NULL
         UNION SELECT rtrim(p.address, '/') FROM hoax_sources p WHERE p.hoax_id = @id AND p.removed_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM hoax_captures p WHERE p.evidence_id = e.id AND p.hoax_id = @id AND p.removed_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM hoax_sources p WHERE p.evidence_id = e.id AND p.hoax_id = @id AND p.removed_at IS NULL)
       ORDER BY e.captured_at DESC, e.id LIMIT ${MOST_OFFERED}`,
      { id },
    )
    .map((row) => ({
      evidenceId: textOf(row, 'id'),
      number: evidenceNumber(numberOf(row, 'sequence')),
      title: textOf(row, 'title'),
      address: textOf(row, 'address'),
    }));
}

function sourcesOf(database: ReadableDatabase, id: string): HoaxSource[] {
  return database
    .all(
      `SELECT p.*, u.name AS adder, e.sequence FROM hoax_sources p JOIN users u ON u.id = p.added_by
         LEFT JOIN evidence e ON e.id = p.evidence_id
       WHERE p.hoax_id = ? AND p.removed_at IS NULL ORDER BY p.added_at, p.id`,
      [id],
    )
    .map((row) => {
      const evidence = textOrNull(row, 'evidence_id');
      return {
        id: textOf(row, 'id'),
        title: textOf(row, 'title'),
        address: textOf(row, 'address'),
        publisher: textOf(row, 'publisher'),
        publishedOn: textOrNull(row, 'published_on'),
        note: textOf(row, 'note'),
        evidence: evidence === null ? null : { id: evidence, number: evidenceNumber(numberOf(row, 'sequence')) },
        ...added(row),
      };
    });
}

/** The one in force first, then the newest that was ended. */
export function conclusionsOf(database: ReadableDatabase, id: string): HoaxConclusion[] {
  return database
    .all(
      `SELECT c.*, u.name AS writer FROM hoax_conclusions c JOIN users u ON u.id = c.written_by
       WHERE c.hoax_id = ? ORDER BY c.ended_at IS NOT NULL, c.written_at DESC, c.id DESC`,
      [id],
    )
    .map((row) => {
      const kind = textOrNull(row, 'kind');
      return {
        id: textOf(row, 'id'),
        verdict: hoaxVerdict.parse(row['verdict']),
        kind: kind === null ? null : hoaxKind.parse(kind),
        facts: textOf(row, 'facts'),
        advice: textOf(row, 'advice'),
        checkedOn: textOf(row, 'checked_on'),
        checkedBy: textOf(row, 'checked_by'),
        writtenAt: textOf(row, 'written_at'),
        writtenBy: textOf(row, 'writer'),
        endedAt: textOrNull(row, 'ended_at'),
      };
    });
}

function sheetsOf(database: ReadableDatabase, id: string): HoaxPage['sheets'] {
  return database
    .all(
      `SELECT d.id, d.number, d.issued_at, CASE WHEN newer.id IS NOT NULL THEN 'digantikan' WHEN d.draft = 1 THEN 'draf' ELSE 'berlaku' END AS state
       FROM issued_reports d LEFT JOIN issued_reports newer ON newer.supersedes = d.id
       WHERE d.hoax_id = ? ORDER BY d.issued_at DESC, d.id DESC`,
      [id],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      number: textOf(row, 'number'),
      issuedAt: textOf(row, 'issued_at'),
      state: textOf(row, 'state'),
    }));
}

function historyOf(database: ReadableDatabase, id: string): HoaxPage['history'] {
  return database
    .all(
      `SELECT s.state, s.at, s.reason, u.name FROM hoax_states s JOIN users u ON u.id = s.user_id
       WHERE s.hoax_id = ? ORDER BY s.id`,
      [id],
    )
    .map((row) => ({
      state: hoaxState.parse(row['state']),
      at: textOf(row, 'at'),
      user: textOf(row, 'name'),
      reason: textOf(row, 'reason'),
    }));
}
