import { describe, expect, it } from 'vitest';
import { describeCampaign, runCampaign, runThroughWorker } from '../../fixtures/roster/mutation-campaign.ts';
import { allSubjects } from '../../fixtures/roster/mutation-subjects.ts';
import { judge, mutant } from '../../fixtures/roster/mutations.ts';
import { ourCells } from '../../fixtures/roster/oracles.ts';
import { readSheets } from '../../fixtures/roster/sheet-cells.ts';

/** A sample of the long campaign (tests/long/roster-mutations.test.ts): the first mutants of the same seed. */
const SAMPLE = 400;
const THROUGH_WORKER = 8;
const SEED = 1;

describe('the judge', () => {
  const [subject] = allSubjects();
  if (!subject) throw new Error('no subject');
  const other = { ...subject, oracles: [() => new Map([['Data PNS!1.0', 't:lain']])] };
  const refusing = {
    ...subject,
    oracles: [
      () => {
        throw new Error('no');
      },
    ],
  };

  it('says wrong for rows that are neither those of the sound file nor those of every other reader', async () => {
    const truth = new Map([['Data PNS!1.0', 't:apa']]);
    expect(await judge(subject, truth, subject.bytes)).toEqual({ end: 'oracle' });
    expect(await judge(other, truth, subject.bytes)).toMatchObject({ end: 'wrong' });
    expect(await judge(refusing, truth, subject.bytes)).toMatchObject({ end: 'wrong' });
  });

  it('says equal for the sound file, and refused with the code for a broken one', async () => {
    const truth = ourCells(await readSheets(subject.bytes));
    expect(await judge(other, truth, subject.bytes)).toEqual({ end: 'equal' });
    expect(await judge(other, truth, subject.bytes.subarray(0, 500))).toEqual({
      end: 'refused',
      code: 'ROSTER_FILE_DAMAGED',
    });
  });

  it('makes the same mutant of the same number, and others of others', () => {
    const made = Array.from({ length: 50 }, (_, seed) => mutant(subject, seed));
    expect(mutant(subject, 7).bytes).toEqual(made[7]?.bytes);
    expect(new Set(made.map(({ bytes }) => bytes.toString('latin1'))).size).toBeGreaterThan(45);
  });
});

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
