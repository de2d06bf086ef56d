/** What a new vault knows of elections: rows of resources/elections, each with its source and how far it was checked. */
import seed from '../../../resources/elections/elections.json' with { type: 'json' };
import { z } from 'zod';
import { electionRegime } from '#shared/contract/cases.ts';
import { electionStage, proposalRow, reminder } from '#shared/contract/elections.ts';
import { newUuid } from '../ids.ts';
import type { WritableDatabase } from '../kernel.ts';

const unverified = { id: true, verifiedBy: true, verifiedAt: true } as const;
const seedShape = z.strictObject({
  elections: z.array(
    z.strictObject({
      name: z.string(),
      regime: electionRegime,
      watchFrom: z.iso.date().nullable(),
      watchUntil: z.iso.date().nullable(),
      note: z.string(),
      stages: z.array(electionStage.omit(unverified)),
    }),
  ),
  reminders: z.array(
    reminder.pick({ kind: true, text: true, note: true, source: true, sourceUrl: true, verification: true }),
  ),
  proposalRows: z.array(proposalRow),
});

/** Inside the transaction that creates a vault, after the violation list. Returns how many stages were written. */
export function seedElections(database: WritableDatabase, now: Date): number {
  const { elections, reminders, proposalRows } = seedShape.parse(seed);
  const at = now.toISOString();
  for (const { stages, ...election } of elections) {
    const electionId = newUuid(now);
    database.run(
      `INSERT INTO elections (id, name, regime, watch_from, watch_until, note, added_at)
       VALUES (@id, @name, @regime, @watchFrom, @watchUntil, @note, @at)`,
      { ...election, id: electionId, at },
    );
    for (const stage of stages)
      database.run(
        `INSERT INTO election_stages (id, election_id, kind, office, name, starts_on, ends_on, note, source, source_url, verification)
         VALUES (@id, @electionId, @kind, @office, @name, @startsOn, @endsOn, @note, @source, @sourceUrl, @verification)`,
        { ...stage, id: newUuid(now), electionId },
      );
  }
  for (const one of reminders)
    database.run(
      `INSERT INTO election_reminders (id, kind, text, note, source, source_url, verification, added_at)
       VALUES (@id, @kind, @text, @note, @source, @sourceUrl, @verification, @at)`,
      { ...one, id: newUuid(now), at },
    );
  for (const row of proposalRows)
    database.run('INSERT INTO proposal_rows (code, body, updated_at) VALUES (?, ?, ?)', [
      row.code,
      JSON.stringify(row),
      at,
    ]);
  return elections.reduce((sum, { stages }) => sum + stages.length, 0);
}
