/** What a page states about its post: read where it stands, never mixed, never resolved, whatever the page tries. */
import { describe, expect, it } from 'vitest';
import type { PageStatements } from '#shared/domain/capture/page-statements.ts';
import { type PostFacts, postFactsOf } from '#shared/domain/capture/post-facts.ts';
import { statedTime } from '#shared/domain/capture/stated-time.ts';
import { pageStatementsOf } from '../../../electron/main/capture/engine/page-statements.ts';

const HERE = 'https://lini.contoh.test/rahmat/unggahan/71';
const EMPTY = pageStatementsOf({});
const facts = (part: Partial<PageStatements>, at: readonly string[] = [HERE]): PostFacts | null =>
  postFactsOf({ ...EMPTY, ...part }, at);
const ld = (...values: unknown[]): Partial<PageStatements> => ({
  jsonLd: values.map((value) => JSON.stringify(value)),
});
const said = (found: PostFacts | null): string[] =>
  (found?.facts ?? []).map(({ name, origin, value }) => `${name}/${origin}: ${value}`);

const POST = {
  '@context': 'https://schema.org',
  '@type': 'SocialMediaPosting',
  url: HERE,
  identifier: '71',
  author: {
    '@type': 'Person',
    name: 'Rahmat Contoh',
    alternateName: '@rahmat',
    url: 'https://lini.contoh.test/rahmat',
  },
  datePublished: '2026-11-19T08:15:00+07:00',
  headline: 'Ajakan',
  interactionStatistic: [
    { '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: 12 },
    { '@type': 'InteractionCounter', interactionType: { '@type': 'CommentAction' }, userInteractionCount: '3' },
  ],
};

describe('what a page states about its post', () => {
  it('reads a posting in JSON-LD with author, time and counters', () => {
    const found = facts(ld(POST));
    expect(said(found)).toEqual([
      'author/json-ld: Rahmat Contoh',
      'handle/json-ld: @rahmat',
      'authorAddress/json-ld: https://lini.contoh.test/rahmat',
      'postedAt/json-ld: 2026-11-19T08:15:00+07:00',
      'postId/json-ld: 71',
      `address/json-ld: ${HERE}`,
      'title/json-ld: Ajakan',
      'likes/json-ld: 12',
      'comments/json-ld: 3',
    ]);
    expect(found?.facts.find(({ name }) => name === 'postedAt')?.instant).toBe('2026-11-19T01:15:00.000Z');
    expect(found).toMatchObject({ conflicts: [], otherPosts: 0, addressDiffers: false });
  });

  it('takes of several posts the one whose address is the document’s, in a graph or a list', () => {
    const other = { ...POST, url: 'https://lini.contoh.test/sari/unggahan/9', author: { name: 'Sari Contoh' } };
    for (const value of [
      { '@graph': [other, POST] },
      [other, POST],
      { '@type': 'ItemList', itemListElement: [other, POST] },
    ]) {
      const found = facts(ld(value));
      expect(said(found)).toContain('author/json-ld: Rahmat Contoh');
      expect(said(found).join()).not.toContain('Sari');
      expect(found?.otherPosts).toBe(1);
    }
  });

  it('takes none when it cannot tell which is meant', () => {
    const plain = (name: string): object => ({ '@type': 'SocialMediaPosting', author: { name } });
    expect(facts(ld([plain('Sari Contoh'), plain('Rahmat Contoh')]))).toEqual({
      facts: [],
      conflicts: [],
      otherPosts: 2,
      addressDiffers: false,
    });
    const twice = [POST, { ...POST, author: { name: 'Sari Contoh' } }];
    expect(said(facts(ld(twice)))).toEqual([]);
    const elsewhere = { ...POST, url: 'https://lini.contoh.test/sari/unggahan/9' };
    expect(said(facts(ld(elsewhere)))).toEqual([]);
  });

  it('tells a comment from its post: only an address with the comment’s own fragment means the comment', () => {
    const comment = { '@type': 'Comment', url: `${HERE}#k5`, author: { name: 'Sari Contoh' }, text: 'Setuju' };
    const post = { ...POST, comment: [comment] };
    expect(said(facts(ld(post)))).toContain('author/json-ld: Rahmat Contoh');
    expect(said(facts(ld(post))).join()).not.toContain('Sari');
    expect(said(facts(ld(post), [`${HERE}#k5`]))).toContain('author/json-ld: Sari Contoh');
  });

  it('knows the same address by another door, with a sharing mark or a closing slash', () => {
    const mobile = 'https://m.lini.contoh.test/rahmat/unggahan/71/?utm_source=x';
    expect(said(facts(ld(POST), [mobile]))).toContain('author/json-ld: Rahmat Contoh');
  });

  it('reads microdata with items inside items', () => {
    const item = (
      type: string,
      properties: [string, string][],
      inside = -1,
      as = '',
    ): PageStatements['microdata'][number] => ({
      type: `https://schema.org/${type}`,
      id: '',
      properties,
      inside,
      as,
    });
    const microdata = [
      item('SocialMediaPosting', [
        ['datePublished', '2026-11-19T08:15:00+07:00'],
        ['commentCount', '3'],
      ]),
      item('Person', [['name', 'Rahmat Contoh']], 0, 'author'),
      item('Comment', [['text', 'Setuju']], 0, 'comment'),
      item('Person', [['name', 'Sari Contoh']], 2, 'author'),
    ];
    expect(said(facts({ microdata }))).toEqual([
      'author/microdata: Rahmat Contoh',
      'postedAt/microdata: 2026-11-19T08:15:00+07:00',
      'comments/microdata: 3',
    ]);
  });

  it('shows what origins say differently, and does not choose; the same said otherwise is no contradiction', () => {
    const meta = [
      ['article:published_time', '2026-11-19T01:15:00Z'],
      ['article:author', 'https://lini.contoh.test/rahmat'],
      ['twitter:creator', '@Rahmat'],
      ['og:url', HERE],
    ] as const;
    expect(facts({ ...ld(POST), meta })?.conflicts).toEqual([]);
    const later = facts({ ...ld(POST), meta: [['article:published_time', '2026-11-20T01:15:00Z']] });
    expect(later?.conflicts).toEqual(['postedAt']);
    expect(facts({ ...ld(POST), meta: [['date', '2026-11-19']] })?.conflicts).toEqual([]);
    expect(facts({ ...ld(POST), meta: [['date', '2026-11-18']] })?.conflicts).toEqual(['postedAt']);
    expect(later?.facts.filter(({ name }) => name === 'postedAt')).toHaveLength(2);
  });

  it('says when the page names another address as its own', () => {
    expect(facts({ meta: [['og:url', 'https://lini.contoh.test/lama']] })?.addressDiffers).toBe(true);
    expect(facts({ canonical: `${HERE}/` })?.addressDiffers).toBe(false);
  });

  it('takes a time element by its link, or when there is one article and one time', () => {
    const time = (datetime: string, link: string, article: number): PageStatements['times'][number] => ({
      datetime,
      link,
      article,
    });
    const one = '2026-11-19T08:15:00+07:00';
    const two = '2026-11-18T08:15:00+07:00';
    expect(said(facts({ times: [time(two, '', 0), time(one, HERE, 1)] }))).toEqual([`postedAt/time: ${one}`]);
    expect(said(facts({ times: [time(one, '', 0), time(one, '', 0)] }))).toEqual([`postedAt/time: ${one}`]);
    expect(facts({ times: [time(two, '', 0), time(one, '', 1)] })).toBeNull();
  });

  it('reads a counter in the visible text only where there is one of its kind', () => {
    expect(said(facts({ countLines: ['1,2 rb suka', '28 komentar', '4 jam'] }))).toEqual([
      'likes/visible-text: 1,2 rb',
      'comments/visible-text: 28',
    ]);
    expect(facts({ countLines: ['3 komentar', '28 komentar'] })).toBeNull();
  });

  it('reads times as they are: an instant only with an offset', () => {
    expect(statedTime('2026-11-19T08:15+0700')?.instant).toBe('2026-11-19T01:15:00.000Z');
    expect(statedTime('2026-11-19 08:15:30.5-03:30')?.instant).toBe('2026-11-19T11:45:30.500Z');
    expect(statedTime('2026-11-19T08:15:00')).toEqual({ instant: null });
    expect(statedTime('2026-02-28')).toEqual({ instant: null });
    for (const wrong of [
      '2026-02-30',
      '2026-13-01',
      '19/11/2026',
      '1763514900',
      '2026-11-19T25:00Z',
      '2026-11-19T08:15+99:00',
      '3 jam',
      '',
    ])
      expect(statedTime(wrong), wrong).toBeNull();
  });
});

describe('a hostile page', () => {
  it('cannot break the reading by what it states', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const wide = JSON.stringify(Array.from({ length: 9_000 }, (_, n) => ({ '@type': 'Article', headline: `${n}` })));
    const odd = '{"@type":"Article","__proto__":{"author":"x"},"author":{"name":{"name":1}},"url":7,"constructor":"y"}';
    for (const text of [deep, wide, odd, '{', 'null', '"x"', '[[],{"@type":[]}]'])
      expect(() => facts({ jsonLd: [text] })).not.toThrow();
    expect(said(facts({ jsonLd: [odd] })).join()).not.toContain('x');
  });

  it('cannot hold a circle of items', () => {
    const item = (inside: number): PageStatements['microdata'][number] => ({
      type: 'Article',
      id: '',
      properties: [],
      inside,
      as: 'author',
    });
    expect(facts({ microdata: [item(1), item(0), item(2)] })).toBeNull();
  });

  it('cannot turn the direction of our lines, fill them, or smuggle other lines in', () => {
    const name = `Rahmat\u202Egnuda\u2066\u0000\r\n\nContoh${'a'.repeat(5_000)}`;
    const [fact] = facts(ld({ ...POST, author: { name } }))?.facts ?? [];
    expect(fact?.value).toMatch(/^Rahmat gnuda Contoha+$/);
    expect(fact?.value.length).toBeLessThanOrEqual(500);
  });

  it('cannot state more than so much', () => {
    const many = Array.from({ length: 500 }, (_, n) => ['og:title', `Judul ${n}`] as const);
    const read = pageStatementsOf({
      meta: many,
      jsonLd: ['x'.repeat(900_000), 7, null],
      times: 'no',
      microdata: [null, 3],
    });
    expect(read.meta).toHaveLength(120);
    expect(read.jsonLd).toEqual([]);
    expect(facts(read)?.facts.length).toBeLessThanOrEqual(80);
  });
});
