import { describe, expect, it } from 'vitest';
import { chooseNext, isPassing, itemStateOf, politePause, retryPause } from '#shared/domain/capture/queue-rules.ts';

const item = (id: string, host: string, notBefore: number | null = null) => ({ id, host, delaySeconds: 10, notBefore });
const none = (): null => null;

describe('what is next', () => {
  it('is the first whose host was left alone long enough', () => {
    const last = new Map([['a.test', 95_000]]);
    const choice = chooseNext(
      [item('000000', 'a.test'), item('000001', 'b.test')],
      100_000,
      (host) => last.get(host) ?? null,
    );
    expect(choice).toEqual({ take: item('000001', 'b.test') });
  });

  it('keeps the order of the list among the pages of one host', () => {
    const ids = ['ffffff', '000000', '800000'];
    const items = ids.map((id) => item(id, 'a.test'));
    const chosen = [0, 1_000, 2_500, 4_999].map((later) => chooseNext(items, 110_000 + later, () => 99_500));
    expect(chosen).toEqual([{ wait: 2_003 }, { wait: 1_003 }, { take: items[0] }, { take: items[0] }]);
  });

  it('is waited for as long as the soonest one needs', () => {
    const items = [item('000000', 'a.test'), item('000000', 'b.test', 103_000)];
    expect(chooseNext(items, 100_000, (host) => (host === 'a.test' ? 95_000 : null))).toEqual({ wait: 3_000 });
  });

  it('is nothing where nothing waits', () => {
    expect(chooseNext([], 1, none)).toEqual({ nothing: true });
  });

  it('is not held up by a clock that was set back', () => {
    const waiting = item('000000', 'a.test', 9_000_000_000);
    expect(chooseNext([waiting], 100_000, () => 9_000_000_000)).toEqual({ take: waiting });
  });
});

describe('pauses', () => {
  it('lie between the wanted delay and half of it more, told by when the last page ended', () => {
    expect(politePause(10, 95_000)).toBe(10_000);
    expect(politePause(10, 95_999)).toBe(15_000);
  });

  it('grow from attempt to attempt and end at half an hour', () => {
    expect([1, 2, 3, 9].map(retryPause)).toEqual([30_000, 90_000, 270_000, 1_800_000]);
  });
});

describe('outcomes', () => {
  it('are tried again only where the page may yet come', () => {
    expect((['failed', 'timeout', 'crashed', 'changed'] as const).every(isPassing)).toBe(true);
    expect((['captured', 'wall', 'gone'] as const).some(isPassing)).toBe(false);
    expect(itemStateOf('gone')).toBe('gone');
    expect(itemStateOf('changed')).toBe('failed');
  });
});
