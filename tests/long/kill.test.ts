/**
 * The campaign of kills: 20 seeded points each of a capture, of an import and of the removal of a user; the named ones
 * (between blob rename and commit, during a checkpoint) in every round. NETRA_LONG_SEED chooses the seed, NETRA_LONG_ROUNDS
 * how many rounds. A campaign that was stopped goes on where it was: points that passed are skipped until all have.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillCampaign, startCampaign } from '../support/kill/campaign.ts';
import { captureKills, carryOut, importKills, keyKills, nameOf, type PlannedKill } from '../support/kill/plans.ts';

const SEED = Number(process.env['NETRA_LONG_SEED'] ?? 1);
const ROUNDS = Number(process.env['NETRA_LONG_ROUNDS'] ?? 1);
const POINTS = 20;
const NOTES = path.resolve('test-results/long');

interface Task {
  readonly title: string;
  readonly kill: PlannedKill;
  /** Exists when it passed in a campaign that is not at its end yet. */
  readonly note: string;
}

function tasksOf(name: string, kills: readonly PlannedKill[], seed: number): Task[] {
  return kills.map((kill, index) => ({
    title: `seed ${seed}, ${index + 1}. ${nameOf(kill)}`,
    kill,
    note: path.join(NOTES, `kill-${name}-${seed}-${index}.passed`),
  }));
}

const tasks = Array.from({ length: ROUNDS }, (_, round) => SEED + round).flatMap((seed) => [
  ...tasksOf('capture', captureKills(POINTS, seed), seed),
  ...tasksOf('import', importKills(POINTS, seed), seed),
  ...tasksOf('keys', keyKills(POINTS, seed), seed),
]);
if (tasks.every(({ note }) => existsSync(note))) for (const { note } of tasks) rmSync(note);

let campaign: KillCampaign;
beforeAll(async () => {
  mkdirSync(NOTES, { recursive: true });
  campaign = await startCampaign();
});
afterAll(() => campaign.remove());

describe('kill -9 of the vault program', () => {
  for (const { title, kill, note } of tasks) {
    it.skipIf(existsSync(note))(title, async () => {
      const outcome = await carryOut(campaign, kill);
      expect(outcome.problems).toEqual([]);
      expect(outcome).toMatchObject({ killed: true, midCheckpoint: kill.midCheckpoint });
      writeFileSync(note, '');
    });
  }
});
