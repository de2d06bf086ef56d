import { describe, expect, it } from 'vitest';
import { describeCampaign, runCampaign, runThroughWorker } from '../../fixtures/roster/mutation-campaign.ts';
import { allSubjects } from '../../fixtures/roster/mutation-subjects.ts';

/** A sample of the long campaign (tests/long/roster-mutations.test.ts): the first mutants of the same seed. */
const SAMPLE = 400;
const THROUGH_WORKER = 12;
const SEED = 1;

describe('mutated roster files', () => {
  it(`${SAMPLE} of them end in rows that are right, or in a named error`, { timeout: 120_000 }, async () => {
    const campaign = await runCampaign(allSubjects(), SAMPLE, SEED);
    process.stdout.write(`${describeCampaign(campaign)}\n`);
    expect(campaign.problems).toEqual([]);
    expect(campaign.total.mutants).toBe(SAMPLE);
    expect(campaign.total.hits / SAMPLE).toBeGreaterThanOrEqual(0.3);
  });

  it(`${THROUGH_WORKER} of them through the real worker keep its limits`, { timeout: 120_000 }, async () => {
    const { problems, answered, refused } = await runThroughWorker(allSubjects(), THROUGH_WORKER, SEED);
    expect(problems).toEqual([]);
    expect(answered + refused).toBe(THROUGH_WORKER);
  });
});
