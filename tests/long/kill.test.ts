/**
 * The campaign of kills: 20 seeded points each of a capture and of an import, the named ones (between blob rename and
 * commit, during a checkpoint) in every round. NETRA_LONG_SEED chooses the seed, NETRA_LONG_ROUNDS how many rounds; a round
 * that passed is not run again with the same seed until its note in test-results/long is removed.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillCampaign, startCampaign } from '../support/kill/campaign.ts';
import { captureKills, carryOut, importKills, keyKills, nameOf } from '../support/kill/plans.ts';

const SEED = Number(process.env['NETRA_LONG_SEED'] ?? 1);
const ROUNDS = Number(process.env['NETRA_LONG_ROUNDS'] ?? 1);
const POINTS = 20;
const NOTES = path.resolve('test-results/long');

let campaign: KillCampaign;
beforeAll(async () => {
  campaign = await startCampaign();
});
afterAll(() => campaign.remove());

for (let round = 0; round < ROUNDS; round += 1) {
  const seed = SEED + round;
  for (const [what, kills] of [
    ['a capture', captureKills(POINTS, seed)],
    ['an import', importKills(POINTS, seed)],
    ['the removal of a user', keyKills(POINTS, seed)],
  ] as const) {
    describe(`kill -9 during ${what}, seed ${seed}`, () => {
      kills.forEach((kill, index) => {
        const note = path.join(NOTES, `kill-${what.replace(/\W/g, '-')}-${seed}-${index}.passed`);
        it.skipIf(existsSync(note))(`${index + 1}. ${nameOf(kill)}`, async () => {
          const outcome = await carryOut(campaign, kill);
          expect(outcome.problems).toEqual([]);
          expect(outcome).toMatchObject({ killed: true, midCheckpoint: kill.midCheckpoint });
          mkdirSync(NOTES, { recursive: true });
          writeFileSync(note, '');
        });
      });
    });
  }
}
