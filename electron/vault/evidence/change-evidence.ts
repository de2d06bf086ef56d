/** What an officer writes about an item; the bytes and how they were obtained never change. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { evidenceById, evidenceRowOf } from './evidence-rows.ts';
import { postedRange } from './insert-evidence.ts';

const COLUMNS = {
  title: 'title',
  note: 'note',
  address: 'address',
  postedAtText: 'posted_at_text',
  obtainedFrom: 'obtained_from',
  obtainedAtText: 'obtained_at_text',
} as const;

export function updateEvidence(
  input: InputOf<'evidence.update'>,
  context: UseCaseContext,
): OutputOf<'evidence.update'> {
  const before = evidenceById(context.database, input.id);
  const changed = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (key) => input[key] !== undefined && input[key] !== before[COLUMNS[key]],
  );
  return context.write(['evidence'], (database) => {
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
      facts: { fields: changed.join(',') },
    } as const;
    return {
      value: evidenceRowOf(context, evidenceById(database, input.id)),
      entry: changed.length === 0 ? null : entry,
    };
  });
}
