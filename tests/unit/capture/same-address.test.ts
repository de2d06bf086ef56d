import { describe, expect, it } from 'vitest';
import { addressKey, captureKeys } from '#shared/domain/capture/same-address.ts';

describe('addressKey', () => {
  it.each([
    ['https://www.lini.test/a/posts/1/', 'http://m.lini.test/a/posts/1'],
    ['https://lini.test/a?fbclid=1&id=7#komentar', 'https://LINI.test/a?id=7&utm_source=x'],
    ['https://lini.test/p?b=2&a=1', 'https://lini.test/p?a=1&b=2'],
    ['https://lini.test', 'https://lini.test/'],
    ['https://nama:sandi@lini.test/a', 'https://lini.test/a'],
  ])('%s is %s', (left, right) => expect(addressKey(left)).toBe(addressKey(right)));

  it.each([
    ['https://lini.test/a/posts/1', 'https://lini.test/a/posts/12'],
    ['https://lini.test/a?id=7', 'https://lini.test/a?id=8'],
    ['https://lini.test/A', 'https://lini.test/a'],
    ['https://lini.test/a', 'https://lain.test/a'],
  ])('%s is not %s', (left, right) => expect(addressKey(left)).not.toBe(addressKey(right)));
});

describe('captureKeys', () => {
  const led = {
    requestedUrl: 'https://l.test/p/1',
    documentUrl: 'https://l.test/login',
    shownUrl: 'https://l.test/login',
  };
  it('counts where a wall led for nothing', () => {
    expect([...captureKeys({ ...led, outcome: 'wall' })]).toEqual(['l.test/p/1']);
    expect([...captureKeys({ ...led, outcome: 'captured' })]).toEqual(['l.test/p/1', 'l.test/login']);
  });
});
