/** What waits for a level is tried again by itself: only by the settings, one job for all, further and further apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDue } from '../../../electron/vault/signatures/raise-due.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { createSigningVault, type SigningVault } from './support.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('isDue', () => {
  const at = Date.parse('2026-11-23T08:00:00.000Z');
  const due = (tries: number, after: number): boolean =>
    isDue({ triedAt: new Date(at).toISOString(), tries }, new Date(at + after));

  it('waits longer after each attempt, a day at most', () => {
    const pauses = [5 * MINUTE, 30 * MINUTE, 120 * MINUTE, DAY, DAY];
    pauses.forEach((pause, index) =>
      expect([index + 1, due(index + 1, pause - 1), due(index + 1, pause)]).toEqual([index + 1, false, true]),
    );
  });

  it('waits for nothing where nobody was asked yet, and not for ever after a clock that was put back', () => {
    expect(due(0, 0)).toBe(true);
    expect(due(4, -MINUTE)).toBe(true);
  });
});

describe('raising by itself', () => {
  let vault: SigningVault;
  let authority: TestAuthority;
  const call: SigningVault['service']['call'] = (name, input) => vault.service.call(name, input);
  const raiseDue = async (): Promise<unknown> => {
    const { jobId } = await call('signatures.raiseDue', {});
    return jobId === null ? null : await vault.job({ jobId });
  };

  /** As if so much time had gone by since the last attempt: a clock put forward would judge the stamps as well. */
  const pass = (milliseconds: number): void =>
    vault.service.context().write([], (database) => {
      const tried = new Date(Date.now() - milliseconds).toISOString();
      database.run('UPDATE report_signatures SET tried_at = ? WHERE wanted_level IS NOT NULL', [tried]);
      return { value: undefined, entry: null };
    });

  beforeAll(async () => {
    [vault, authority] = await Promise.all([createSigningVault(), startAuthority()]);
  }, 60_000);
  afterAll(async () => {
    await vault.dispose();
    await authority.close();
  });

  it('asks nobody before the office named a service, whatever waits', async () => {
    const { id } = await vault.issue({ method: 'seal' });
    const asked = await call('signatures.raise', { reportId: id, to: 'B-T' });
    await expect(vault.job(asked)).rejects.toMatchObject({ code: 'TIMESTAMP_NO_ADDRESS' });
    pass(2 * DAY);
    expect(await raiseDue()).toBeNull();
    expect(authority.asked).toEqual([]);
  });

  it('nor while the setting is off', async () => {
    await vault.connect(authority);
    await call('settings.set', { raiseWhenOnline: false });
    expect(await raiseDue()).toBeNull();
    expect(authority.asked).toEqual([]);
    await call('settings.set', { raiseWhenOnline: true });
  });

  it('does not begin again at once what was cancelled', async () => {
    const { jobId } = await call('signatures.raiseDue', {});
    expect(vault.service.jobs.cancel(jobId ?? '')).toBe(true);
    await expect(vault.job({ jobId: jobId ?? '' })).rejects.toMatchObject({ code: 'CANCELLED' });
    const { rows } = await call('signatures.list', {});
    expect(rows.map(({ state }) => state)).toEqual(['waiting']);
    expect(await raiseDue()).toBeNull();
    expect(authority.asked).toEqual([]);
    pass(5 * MINUTE);
  });

  it('raises what was waiting once there is a service, and then nothing is due', async () => {
    expect(await raiseDue()).toEqual({ raised: 1, waiting: 0 });
    const { rows } = await call('signatures.list', {});
    expect(rows.map(({ level, state, problem }) => [level, state, problem])).toEqual([['B-T', 'settled', null]]);
    expect(await raiseDue()).toBeNull();
  });

  it('keeps the reason of a failure with the document and leaves it alone until its pause is over', async () => {
    const host = new URL(authority.origin).host;
    await call('settings.set', {
      signatureServices: { timestampAddress: authority.tsa('wrong-imprint'), revocationHosts: [host] },
    });
    const { id } = await vault.issue({ method: 'seal' });
    const wrong = { state: 'waiting', level: 'B-B', problem: { code: 'TIMESTAMP_WRONG_IMPRINT' } };
    expect(await vault.status(id)).toMatchObject(wrong);
    const before = authority.asked.length;
    expect(await raiseDue()).toBeNull();
    pass(5 * MINUTE);
    expect(await raiseDue()).toEqual({ raised: 0, waiting: 1 });
    expect(await vault.status(id)).toMatchObject(wrong);
    // The second attempt failed like the first: the next pause is longer.
    pass(6 * MINUTE);
    expect(await raiseDue()).toBeNull();
    expect(authority.asked.length).toBe(before + 1);
    await vault.connect(authority);
    pass(30 * MINUTE);
    expect(await raiseDue()).toEqual({ raised: 1, waiting: 0 });
    expect(await vault.status(id)).toMatchObject({ state: 'settled', level: 'B-T', problem: null });
  });
});
