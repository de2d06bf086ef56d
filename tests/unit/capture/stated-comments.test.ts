/** The number of comments that the meter asks for is what the page states of its post, wherever it stands. */
import { describe, expect, it } from 'vitest';
import type { FactOrigin, PostFact, PostFacts } from '#shared/domain/capture/post-facts.ts';
import { postFactsOf } from '#shared/domain/capture/post-facts.ts';
import { statedComments } from '#shared/domain/capture/stated-comments.ts';
import { pageStatementsOf } from '../../../electron/main/capture/engine/page-statements.ts';

const HERE = 'https://lini.contoh.test/rahmat/unggahan/71';
const comments = (value: string, origin: FactOrigin): PostFact => ({ name: 'comments', value, origin, instant: null });
const of = (...facts: PostFact[]): PostFacts => ({ facts, conflicts: [], otherPosts: 0, addressDiffers: false });

describe('the stated number of comments', () => {
  it.each([
    ['28', 28],
    ['1.234', 1_234],
    ['12,345', 12_345],
    ['1,2 rb', 1_200],
    ['3K', 3_000],
    ['2 jt', 2_000_000],
  ])('reads %s', (value, count) => {
    expect(statedComments(of(comments(value, 'visible-text')), null)).toEqual({ count, origin: 'visible-text' });
  });

  it.each(['', '1.2.3 rb', '1,23', 'dua puluh', '28 orang'])('does not guess at %j', (value) => {
    expect(statedComments(of(comments(value, 'json-ld')), null)).toBeNull();
  });

  it('takes the strictest of what is stated of the post, and nothing of other posts then', () => {
    const facts = of(comments('3', 'json-ld'), comments('28', 'visible-text'));
    expect(statedComments(facts, { count: 900, origin: 'json-ld' })).toEqual({ count: 28, origin: 'visible-text' });
  });

  it('falls back to what stands anywhere in the page’s data, and says nothing where nothing is', () => {
    expect(statedComments(null, { count: 5, origin: 'microdata' })).toEqual({ count: 5, origin: 'microdata' });
    expect(statedComments(of(), { count: 0, origin: 'json-ld' })).toEqual({ count: 0, origin: 'json-ld' });
    expect(statedComments(of(), null)).toBeNull();
  });

  it.each(['28 komentar', 'Lihat semua 28 komentar', 'View all 28 comments'])(
    'is found in the visible line %j',
    (line) => {
      const facts = postFactsOf({ ...pageStatementsOf({}), countLines: [line, 'Lihat 3 balasan'] }, [HERE]);
      expect(statedComments(facts, null)).toEqual({ count: 28, origin: 'visible-text' });
    },
  );
});
