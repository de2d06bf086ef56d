/**
 * The campaign of mutated roster files: 5,000 of a fixed seed, in every format. NETRA_LONG_SEED chooses another seed,
 * NETRA_MUTANTS another number.
 */
import { describe, expect, it } from 'vitest';
import { describeCampaign, runCampaign, runThroughWorker } from '../fixtures/roster/mutation-campaign.ts';
import { allSubjects } from '../fixtures/roster/mutation-subjects.ts';

const SEED = Number(process.env['NETRA_LONG_SEED'] ?? 1);
const MUTANTS = Number(process.env['NETRA_MUTANTS'] ?? 5000);
const THROUGH_WORKER = 150;

describe('mutated roster files', () => {
  it(`${MUTANTS} of them end in rows that are right, or in a named error`, async () => {
    const campaign = await runCampaign(allSubjects(), MUTANTS, SEED);
    process.stdout.write(`${describeCampaign(campaign)}\n`);
    expect(campaign.problems).toEqual([]);
    expect(campaign.total.mutants).toBe(MUTANTS);
    expect(campaign.total.hits / MUTANTS).toBeGreaterThanOrEqual(0.3);
  });

  it(`${THROUGH_WORKER} of them through the real worker keep its limits of time and memory`, async () => {
    const run = await runThroughWorker(allSubjects(), THROUGH_WORKER, SEED);
    const megabytes = Math.round(run.largestBytes / 1024 / 1024);
    process.stdout.write(
      `through the worker: refused ${run.refused}, answered ${run.answered}; slowest ${run.slowestMs} ms, largest ${megabytes} MB\n`,
    );
    expect(run.problems).toEqual([]);
    expect(run.refused + run.answered).toBe(THROUGH_WORKER);
  });
});
