/** A sample of the campaign in tests/long: the six points that matter most. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillCampaign, startCampaign } from '../../support/kill/campaign.ts';
import { carryOut, captureKills, nameOf } from '../../support/kill/plans.ts';

let campaign: KillCampaign;
beforeAll(async () => {
  campaign = await startCampaign();
});
afterAll(() => campaign.remove());

describe('kill -9 of the vault program during a capture', () => {
  const planned = captureKills(6, 20_261_122).map((kill) => [nameOf(kill), kill] as const);

  it.each(planned)('%s: opens at once, keeps what it acknowledged, and nothing half', async (_name, kill) => {
    const outcome = await carryOut(campaign, kill);
    expect(outcome.problems).toEqual([]);
    expect(outcome).toMatchObject({ killed: true, midCheckpoint: kill.midCheckpoint });
  });
});
