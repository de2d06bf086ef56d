/** A sample: the five points around the switch to new keys; more are in tests/long. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillCampaign, startCampaign } from '../../support/kill/campaign.ts';
import { carryOut, keyKills, nameOf } from '../../support/kill/plans.ts';

let campaign: KillCampaign;
beforeAll(async () => {
  campaign = await startCampaign();
});
afterAll(() => campaign.remove());

describe('kill -9 of the vault program during the removal of a user', () => {
  const planned = keyKills(5, 20_261_122).map((kill) => [nameOf(kill), kill] as const);

  it.each(planned)('%s: opens at once under the old keys or the new, with one database file', async (_name, kill) => {
    const outcome = await carryOut(campaign, kill);
    expect(outcome.problems).toEqual([]);
    expect(outcome.killed).toBe(true);
  });
});
