/** What an officer writes about an item; the bytes and how they were obtained never change. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { evidenceById, evidenceRowOf } from './evidence-rows.ts';
import { postedRange } from './insert-evidence.ts';
import { type OriginFacts, originFactsOf } from './origin-facts.ts';

const COLUMNS = {
  title: 'title',
  note: 'note',
  address: 'address',
  postedAtText: 'posted_at_text',
  obtainedFrom: 'obtained_from',
  obtainedAtText: 'obtained_at_text',
} as const;

/** Of a part of the screen: what the officer says was on show. */
const SHOWN = ['shownProgram', 'shownSubject'] as const;

/** EVIDENCE_UNKNOWN; INVALID_INPUT for what a screen showed where there was none. */
export function updateEvidence(
  input: InputOf<'evidence.update'>,
  context: UseCaseContext,
): OutputOf<'evidence.update'> {
  const before = evidenceById(context.database, input.id);
  const changed = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (key) => input[key] !== undefined && input[key] !== before[COLUMNS[key]],
  );
  const said = originFactsOf(context.database, input.id);
  const shown = shownChanges(input, said);
  return context.write(['evidence'], (database) => {
    if (shown.length > 0) writeShown(database, input, said, context);
    for (const key of changed)
      database.run(`UPDATE evidence SET ${COLUMNS[key]} = ? WHERE id = ?`, [input[key] ?? '', input.id]);
    if (changed.includes('postedAtText')) {
      const range = postedRange(input.postedAtText ?? '', textOf(before, 'captured_at'));
      database.run('UPDATE evidence SET posted_from = ?, posted_to = ?, posted_at_from = NULL WHERE id = ?', [
        range.from,
        range.to,
        input.id,
      ]);
    }
    const entry = {
      action: 'evidence.described',
      subjectKind: 'evidence',
      subjectId: input.id,
      facts: { fields: [...changed, ...shown].join(',') },
    } as const;
    return {
      value: evidenceRowOf(context, evidenceById(database, input.id)),
      entry: changed.length + shown.length === 0 ? null : entry,
    };
  });
}

function shownChanges(input: InputOf<'evidence.update'>, before: OriginFacts): (typeof SHOWN)[number][] {
  return SHOWN.filter((key) => {
    if (input[key] === undefined || input[key] === before[key]) return false;
    if (before.region === null) throw new AppError('INVALID_INPUT', { field: key });
    return true;
  });
}

function writeShown(
  database: WritableDatabase,
  { id, shownProgram, shownSubject }: InputOf<'evidence.update'>,
  before: OriginFacts,
  context: UseCaseContext,
): void {
  database.run(
    'INSERT INTO shown_words (evidence_id, program, subject, written_at, written_by) VALUES (?, ?, ?, ?, ?)',
    [
      id,
      shownProgram ?? before.shownProgram,
      shownSubject ?? before.shownSubject,
      context.now().toISOString(),
      context.actor.id,
    ],
  );
}
