/** What the officer did in a page, in one sentence: numbers agree with their words. */
import { expect, it } from 'vitest';
import type { UserAction, UserActionKind } from '#shared/domain/capture/user-actions.ts';
import { actionsSummary, actionWords, recordingWords } from '#shared/domain/capture/scroll-words.ts';

const action = (kind: UserActionKind, count: number): UserAction => ({
  at: '2024-10-21T07:30:00.000Z',
  until: '2024-10-21T07:30:05.000Z',
  kind,
  count,
  role: '',
  text: '',
  y: null,
});

it.each([
  [1, 'press', 'key', 'scroll'],
  [2, 'presses', 'keys', 'scrolls'],
])('%i of each', (count, press, key, scroll) => {
  const scrolled = Array.from({ length: count }, () => action('scrolled', 1));
  const list = [action('clicked', count), action('typed', count), ...scrolled];
  expect(actionsSummary({ list, more: count }, 'en')).toContain(
    `: ${count} ${press}, ${count} ${key}, ${count} ${scroll}, and ${count} more action${count === 1 ? '' : 's'}.`,
  );
  expect(actionsSummary({ list, more: 0 }, 'id')).toContain(`: ${count} tekanan, ${count} tombol, ${count} guliran.`);
  expect(actionWords(action('typed', count), 'WIB', 'en')).toContain(`typed ${count} ${key} (not kept)`);
});

it('a recording of one frame with one gap', () => {
  const facts = { area: null, speed: 'medium', frames: 1, gaps: 1, ended: 'end', milliseconds: 1_000 } as const;
  expect(recordingWords(facts, 'en')).toMatch(/^1 frame of the page, .*; 1 gap between frames$/);
  expect(recordingWords({ ...facts, frames: 2, gaps: 0 }, 'en')).toMatch(/^2 frames .*; no gap between frames$/);
});
