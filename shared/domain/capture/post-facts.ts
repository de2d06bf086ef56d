/**
 * What a page states about the post it shows, each statement with where it stands. Nothing here comes from an officer, and
 * nothing is decided between statements that contradict one another: they are all shown.
 */
import { addressKey } from './same-address.ts';
import type { PageStatements, StatedTime } from './page-statements.ts';
import { statedPosts, type StatedPost } from './stated-posts.ts';
import { statedTime } from './stated-time.ts';

export const FACT_ORIGINS = [
  'json-ld',
  'microdata',
  'open-graph',
  'twitter-card',
  'meta',
  'time',
  'link',
  'visible-text',
] as const;
export type FactOrigin = (typeof FACT_ORIGINS)[number];

export const FACT_NAMES = [
  'author',
  'handle',
  'authorAddress',
  'postedAt',
  'editedAt',
  'postId',
  'address',
  'site',
  'title',
  'text',
  'likes',
  'comments',
  'shares',
  'views',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** One statement of the page. */
export interface PostFact {
  readonly name: FactName;
  /** As the page has it: spaces joined, control characters out, cut. */
  readonly value: string;
  readonly origin: FactOrigin;
  /** Of a time with an offset: the UTC instant. Null for everything else. */
  readonly instant: string | null;
}

export interface PostFacts {
  /** In the order of FACT_NAMES, then of FACT_ORIGINS. */
  readonly facts: readonly PostFact[];
  /** Names for which the page states different things. */
  readonly conflicts: readonly FactName[];
  /** Posts that the page states besides, none of which is taken for the one captured. */
  readonly otherPosts: number;
  /** The page gives an address for itself that is not the one it was captured at: its statements may be of another post. */
  readonly addressDiffers: boolean;
}

/** Facts at most, and characters of one. */
const MOST_FACTS = 80;
const LONGEST = 500;

/** Interprets what the page states; null when it states nothing. Addresses are those the page was captured at. */
export function postFactsOf(statements: PageStatements, addresses: readonly string[]): PostFacts | null {
  const here = hereOf(addresses);
  const { chosen, others } = choosePosts(statedPosts(statements), here);
  const facts = tidy([
    ...chosen.flatMap(postStatements),
    ...metaFacts(statements),
    ...timeFacts(statements.times, here.page),
    ...linkFacts(statements),
    ...visibleCounts(statements.countLines),
  ]);
  if (facts.length === 0 && others === 0) return null;
  const own = facts.filter(({ name, origin }) => name === 'address' && (origin === 'open-graph' || origin === 'link'));
  return {
    facts,
    conflicts: FACT_NAMES.filter((name) => contradicts(facts.filter((fact) => fact.name === name))),
    otherPosts: others,
    addressDiffers: own.some(({ value }) => !here.page(value)),
  };
}

/** Of several posts, the one of the document's own address; one alone is taken unless it names another address. */
function choosePosts(posts: readonly StatedPost[], here: Here): { chosen: readonly StatedPost[]; others: number } {
  const main = posts.filter(({ sort }) => sort === 'post');
  const chosen = (['json-ld', 'microdata'] as const).flatMap((origin) => {
    const mine = posts.filter((post) => post.origin === origin);
    // A comment that the address names is what was asked for; else the post, then a picture or a person by itself.
    for (const sort of ['comment', 'post', 'media', 'person'] as const) {
      const found = ownOf(
        mine.filter((post) => post.sort === sort),
        sort,
        here,
      );
      if (found !== null) return found;
    }
    return [];
  });
  return { chosen, others: main.filter((post) => !chosen.includes(post)).length };
}

/** Null when there is none of the sort to choose from; an empty list when it cannot be told which is meant. */
function ownOf(posts: readonly StatedPost[], sort: StatedPost['sort'], here: Here): readonly StatedPost[] | null {
  const named = posts.filter((post) => post.addresses.some(sort === 'comment' ? here.exactly : here.page));
  const told = new Set(named.map(({ type }) => type)).size === named.length;
  if (named.length > 0) return told ? named : [];
  if (sort === 'comment' || sort === 'person' || posts.length === 0) return null;
  return posts.length === 1 && posts[0]?.addresses.length === 0 ? posts : sort === 'post' ? [] : null;
}

/** Whether an address is the captured one: as a page, or with its fragment. */
interface Here {
  readonly page: (address: string) => boolean;
  readonly exactly: (address: string) => boolean;
}

function hereOf(addresses: readonly string[]): Here {
  const captured = addresses.filter((address) => address !== '');
  const full = (address: string): string => absolute(address, captured[0] ?? '');
  const exactKey = (address: string): string => `${addressKey(address)}#${address.split('#')[1] ?? ''}`;
  const [pages, exact] = [new Set(captured.map(addressKey)), new Set(captured.map(exactKey))];
  return {
    page: (address) => pages.has(addressKey(full(address))),
    exactly: (address) => exact.has(exactKey(full(address))),
  };
}

type Stated = Omit<PostFact, 'instant'>;

function postStatements(post: StatedPost): Stated[] {
  const { origin } = post;
  const all = (name: FactName, values: readonly string[]): Stated[] => values.map((value) => ({ name, value, origin }));
  return [
    ...all('author', post.author),
    ...all('handle', post.handle),
    ...all('authorAddress', post.authorAddress),
    ...all('postedAt', post.published),
    ...all('editedAt', post.modified),
    ...all('postId', post.id),
    ...all('address', post.addresses),
    ...all('title', post.title),
    ...all('text', post.text),
    ...all('likes', post.likes),
    ...all('comments', post.comments),
    ...all('shares', post.shares),
    ...all('views', post.views),
  ];
}

const METAS: Readonly<Record<string, readonly [FactName, FactOrigin]>> = {
  'og:title': ['title', 'open-graph'],
  'og:description': ['text', 'open-graph'],
  'og:url': ['address', 'open-graph'],
  'og:site_name': ['site', 'open-graph'],
  'article:published_time': ['postedAt', 'open-graph'],
  'og:article:published_time': ['postedAt', 'open-graph'],
  'article:modified_time': ['editedAt', 'open-graph'],
  'og:updated_time': ['editedAt', 'open-graph'],
  'video:release_date': ['postedAt', 'open-graph'],
  'article:author': ['author', 'open-graph'],
  'profile:username': ['handle', 'open-graph'],
  'twitter:title': ['title', 'twitter-card'],
  'twitter:description': ['text', 'twitter-card'],
  'twitter:creator': ['handle', 'twitter-card'],
  'twitter:url': ['address', 'twitter-card'],
  author: ['author', 'meta'],
  description: ['text', 'meta'],
  date: ['postedAt', 'meta'],
};

function metaFacts({ meta }: PageStatements): Stated[] {
  return meta.flatMap(([key, value]): Stated[] => {
    const known = Object.hasOwn(METAS, key.toLowerCase()) ? METAS[key.toLowerCase()] : undefined;
    if (known === undefined) return [];
    const [name, origin] = known;
    // Open Graph has authors as addresses of their profiles.
    const isAddress = name === 'author' && /^https?:\/\//i.test(value.trim());
    return [{ name: isAddress ? 'authorAddress' : name, value, origin }];
  });
}

/** A time is of this post when its link leads here, or when the page has one article and one time. */
function timeFacts(times: readonly StatedTime[], here: Here['page']): Stated[] {
  const linked = times.filter(({ link }) => link !== '' && here(link));
  const alone = new Set(times.map(({ article }) => article)).size === 1 && distinct(times).length === 1;
  const own = linked.length > 0 ? linked : alone ? times : [];
  return distinct(own).map((value) => ({ name: 'postedAt', value, origin: 'time' }));
}

function distinct(times: readonly StatedTime[]): string[] {
  return [...new Set(times.map(({ datetime }) => datetime))];
}

function linkFacts({ canonical, authorLinks }: PageStatements): Stated[] {
  const [only] = authorLinks;
  return [
    ...(canonical === '' ? [] : [{ name: 'address', value: canonical, origin: 'link' } as const]),
    ...(only === undefined || authorLinks.length > 1
      ? []
      : ([
          { name: 'author', value: only[0], origin: 'link' },
          { name: 'authorAddress', value: only[1], origin: 'link' },
        ] as const)),
  ];
}

const COUNTED: readonly (readonly [FactName, RegExp])[] = [
  ['likes', /^([\d.,]{1,15}\s?(?:rb|jt|k|m)?)\s+(?:suka|menyukai|likes?|reactions?)\b/i],
  [
    'comments',
    /^(?:(?:lihat|view|show)(?:\s+(?:semua|all))?\s+(?=[^a-z]+(?:rb|jt|k|m)?\s+(?:komentar|comment)))?([\d.,]{1,15}\s?(?:rb|jt|k|m)?)\s+(?:komentar|comments?|balasan|replies)\b/i,
  ],
  ['shares', /^([\d.,]{1,15}\s?(?:rb|jt|k|m)?)\s+(?:kali dibagikan|dibagikan|shares?|bagikan)\b/i],
  ['views', /^([\d.,]{1,15}\s?(?:rb|jt|k|m)?)\s+(?:kali ditonton|tayangan|penayangan|views?)\b/i],
];

/** Counters in the visible text, where there is exactly one number of its kind: several belong to several posts. */
function visibleCounts(lines: readonly string[]): Stated[] {
  return COUNTED.flatMap(([name, pattern]) => {
    const found = lines.flatMap((line) => pattern.exec(line.trim())?.[1] ?? []);
    const [value] = found;
    return new Set(found).size === 1 && value !== undefined ? [{ name, value, origin: 'visible-text' } as const] : [];
  });
}

function tidy(stated: readonly Stated[]): PostFact[] {
  const seen = new Set<string>();
  const facts: PostFact[] = [];
  for (const { name, value, origin } of stated) {
    const clean = plain(value);
    const time = TIMES.has(name) ? statedTime(clean) : null;
    const key = `${name}\n${origin}\n${clean}`;
    if (clean === '' || seen.has(key) || (TIMES.has(name) && time === null) || (COUNTS.has(name) && !/^\d/.test(clean)))
      continue;
    seen.add(key);
    facts.push({ name, value: clean, origin, instant: time?.instant ?? null });
  }
  const rank = ({ name, origin }: PostFact): number =>
    FACT_NAMES.indexOf(name) * FACT_ORIGINS.length + FACT_ORIGINS.indexOf(origin);
  return facts.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_FACTS);
}

const TIMES: ReadonlySet<FactName> = new Set(['postedAt', 'editedAt']);
const COUNTS: ReadonlySet<FactName> = new Set(['likes', 'comments', 'shares', 'views']);
/** Names for which ways of saying the same differ by nature: they are shown, not compared. */
const FREE: ReadonlySet<FactName> = new Set(['title', 'text', 'site']);

function contradicts(facts: readonly PostFact[]): boolean {
  const days = new Set(facts.flatMap(({ instant, value }) => (instant === null ? [] : [value.slice(0, 10)])));
  // A day alone says the same as a time of that day.
  const compared = facts.filter(
    ({ name, origin, value }) => !FREE.has(name) && origin !== 'visible-text' && !(TIMES.has(name) && days.has(value)),
  );
  return new Set(compared.map(sameness)).size > 1;
}

/** Equal for statements that say the same. */
function sameness({ name, value, instant }: PostFact): string {
  if (instant !== null) return String(Math.floor(Date.parse(instant) / 1_000));
  if (name === 'address' || name === 'authorAddress') return addressKey(value);
  if (COUNTS.has(name)) return value.replace(/[.,\s]/g, '');
  return value.replace(/^@/, '').toLowerCase();
}

/** One line without control and direction characters: what a page wrote must not change how our screens read. */
function plain(value: string): string {
  const bare = value.normalize('NFC').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
  return bare.replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
}

/** A path is of the document's own host. */
function absolute(address: string, base: string): string {
  const origin = /^https?:\/\/[^/?#]+/i.exec(base)?.[0] ?? '';
  return address.startsWith('/') && !address.startsWith('//') ? `${origin}${address}` : address;
}
