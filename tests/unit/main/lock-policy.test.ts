import { describe, expect, it } from 'vitest';
import type { LockReason } from '#shared/contract/vault-protocol.ts';
import { createLockPolicy } from '../../../electron/main/lock/lock-policy.ts';
import { settled } from '../../support/main-fakes.ts';

function setUp(idleLimit = 600_000) {
  let time = 0;
  const said: string[] = [];
  const finish: (() => void)[] = [];
  const policy = createLockPolicy({
    now: () => time,
    idleLimit: () => idleLimit,
    hideScreen: () => said.push('hide'),
    lock: (reason: LockReason) => {
      said.push(`lock ${reason}`);
      return new Promise<void>((resolve) => finish.push(resolve));
    },
  });
  return { policy, said, finish, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('when the vault is locked', () => {
  it('locks after the idle limit, screen first', async () => {
    const { policy, said, finish, pass } = setUp();
    policy.opened();
    pass(599_999);
    policy.tick();
    expect(said).toEqual([]);
    pass(1);
    policy.tick();
    expect(said).toEqual(['hide', 'lock idle']);
    expect(policy.phase()).toBe('waiting-for-jobs');
    finish[0]?.();
    await settled();
    expect(policy.phase()).toBe('off');
  });

  it('is kept away by activity', () => {
    const { policy, said, pass } = setUp();
    policy.opened();
    for (let minute = 0; minute < 60; minute += 1) {
      pass(60_000);
      policy.noteActivity();
      policy.tick();
    }
    expect(said).toEqual([]);
  });

  it('is not called back by activity once the screen is hidden, and is asked once', () => {
    const { policy, said, pass } = setUp();
    policy.opened();
    pass(600_000);
    policy.tick();
    policy.noteActivity();
    pass(600_000);
    policy.tick();
    expect(said).toEqual(['hide', 'lock idle']);
    expect(policy.phase()).toBe('waiting-for-jobs');
  });

  it.each(['button', 'suspend', 'screen-lock', 'quit'] as const)('locks at once for %s', (reason) => {
    const { policy, said } = setUp();
    policy.opened();
    void policy.lockNow(reason);
    expect(said).toEqual(['hide', `lock ${reason}`]);
    expect(policy.phase()).toBe('locking');
  });

  it('lets a stronger reason overtake a waiting idle lock, and no weaker one', () => {
    const { policy, said, pass } = setUp();
    policy.opened();
    pass(600_000);
    policy.tick();
    void policy.lockNow('idle');
    expect(said).toEqual(['hide', 'lock idle']);
    void policy.lockNow('suspend');
    expect(said).toEqual(['hide', 'lock idle', 'hide', 'lock suspend']);
    void policy.lockNow('button');
    expect(said).toHaveLength(4);
  });

  it('answers everybody who asked when it is done', async () => {
    const { policy, finish } = setUp();
    policy.opened();
    let answered = 0;
    void policy.lockNow('button').then(() => (answered += 1));
    void policy.lockNow('quit').then(() => (answered += 1));
    await settled();
    expect(answered).toBe(0);
    finish[0]?.();
    await settled();
    expect(answered).toBe(2);
  });

  it('does nothing with no vault open', async () => {
    const { policy, said, pass } = setUp();
    pass(10_000_000);
    policy.tick();
    await policy.lockNow('suspend');
    policy.opened();
    policy.closed();
    pass(10_000_000);
    policy.tick();
    expect(said).toEqual([]);
  });
});
