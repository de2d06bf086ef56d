/** Posts that a page states in a structured way (JSON-LD and microdata of schema.org), each by itself: they are never mixed. */
import type { MicrodataItem, PageStatements } from './page-statements.ts';

/** A thing of schema.org with properties, whatever way it was written in. */
interface Thing {
  readonly types: readonly string[];
  readonly id: string;
  readonly values: (name: string) => readonly (string | Thing)[];
}

/** One post as the page states it. Texts are as in the page, cut; "" where the page says nothing. */
export interface StatedPost {
  readonly origin: 'json-ld' | 'microdata';
  /** A comment or a person is meant only where the document's own address names it; media where there is no post. */
  readonly sort: 'post' | 'comment' | 'media' | 'person';
  readonly type: string;
  readonly addresses: readonly string[];
  readonly author: readonly string[];
  readonly handle: readonly string[];
  readonly authorAddress: readonly string[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly likes: readonly string[];
  readonly comments: readonly string[];
  readonly shares: readonly string[];
  readonly views: readonly string[];
}

const POSTS =
  /^(SocialMediaPosting|DiscussionForumPosting|BlogPosting|LiveBlogPosting|Article|NewsArticle|Report|Message|Question)$/;
const MEDIA = /^(ImageObject|Photograph|VideoObject|AudioObject)$/;

/** Looked at at most: things, and how deep they lie in one another. */
const MOST_THINGS = 2_000;
const MOST_DEPTH = 12;
/** Posts kept at most. */
const MOST_POSTS = 100;

/** Every post, comment and person that the page states. Broken statements are passed over: they are the page's mistake. */
export function statedPosts(statements: Pick<PageStatements, 'jsonLd' | 'microdata'>): StatedPost[] {
  const budget = { left: MOST_THINGS };
  const fromScripts = statements.jsonLd.flatMap((text) => scriptPosts(text, budget));
  return [...fromScripts, ...microdataPosts(statements.microdata)].slice(0, MOST_POSTS);
}

function scriptPosts(text: string, budget: { left: number }): StatedPost[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const posts: StatedPost[] = [];
  const walk = (part: unknown, depth: number): void => {
    if (depth > MOST_DEPTH || budget.left <= 0 || typeof part !== 'object' || part === null) return;
    budget.left -= 1;
    if (!Array.isArray(part)) {
      const post = postOf(jsonThing(part, 0), 'json-ld');
      if (post !== null) posts.push(post);
    }
    // The author of a post is no post, and pictures inside a post belong to it.
    const inner: readonly unknown[] = Array.isArray(part)
      ? part
      : Object.entries<unknown>({ ...part }).flatMap(([name, one]) => (OWN.has(name) ? [] : [one]));
    for (const one of inner) walk(one, depth + 1);
  };
  walk(value, 0);
  return posts;
}

/** Properties whose things describe the post they stand in. */
const OWN = new Set([
  'author',
  'creator',
  'publisher',
  'image',
  'video',
  'audio',
  'thumbnail',
  'associatedMedia',
  'logo',
  'interactionStatistic',
  'isPartOf',
  'about',
  'mentions',
]);

function jsonThing(value: object, depth: number): Thing {
  const own = (name: string): unknown =>
    Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
  return {
    types: listed(own('@type'))
      .filter((type) => typeof type === 'string')
      .map(bareType),
    id: typeof own('@id') === 'string' ? cut(String(own('@id'))) : '',
    values: (name) =>
      listed(own(name)).flatMap((one): readonly (string | Thing)[] => {
        if (typeof one === 'string') return [cut(one)];
        if (typeof one === 'number') return [String(one)];
        return typeof one === 'object' && one !== null && !Array.isArray(one) && depth < 4
          ? [jsonThing(one, depth + 1)]
          : [];
      }),
  };
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 20) : [value];
}

function microdataPosts(items: readonly MicrodataItem[]): StatedPost[] {
  const things = items.map((item, at): Thing => microdataThing(items, item, at, 0));
  return things.flatMap((thing, at) => {
    const item = items[at];
    if (item === undefined || OWN.has(item.as)) return [];
    const post = postOf(thing, 'microdata');
    return post === null ? [] : [post];
  });
}

function microdataThing(items: readonly MicrodataItem[], item: MicrodataItem, at: number, depth: number): Thing {
  return {
    types: item.type.split(/\s+/).map(bareType),
    id: cut(item.id),
    values: (name) => {
      const own = item.properties.flatMap(([key, value]) => (key === name ? [cut(value)] : []));
      if (depth >= 4) return own;
      // An item lies after the one that holds it; what says otherwise would go round in circles.
      const inner = items.flatMap((one, place) =>
        one.inside === at && one.as === name && place > at ? [microdataThing(items, one, place, depth + 1)] : [],
      );
      return [...own, ...inner];
    },
  };
}

function bareType(type: string): string {
  return cut(type.replace(/^https?:\/\/schema\.org\//, '').replace(/^schema:/, ''));
}

function sortOf(types: readonly string[]): StatedPost['sort'] | null {
  if (types.some((type) => POSTS.test(type))) return 'post';
  if (types.includes('Comment') || types.includes('Answer')) return 'comment';
  if (types.some((type) => MEDIA.test(type))) return 'media';
  return types.includes('Person') ? 'person' : null;
}

function postOf(thing: Thing, origin: StatedPost['origin']): StatedPost | null {
  const sort = sortOf(thing.types);
  if (sort === null) return null;
  const texts = (from: Thing, ...names: readonly string[]): string[] =>
    names.flatMap((name) => from.values(name).flatMap((value) => (typeof value === 'string' ? [value] : [])));
  const things = (...names: readonly string[]): Thing[] =>
    names.flatMap((name) => thing.values(name).flatMap((value) => (typeof value === 'string' ? [] : [value])));
  const authors = sort === 'person' ? [thing] : things('author', 'creator');
  const counter = (action: RegExp): string[] =>
    things('interactionStatistic').flatMap((one) =>
      action.test(actionOf(one)) ? texts(one, 'userInteractionCount') : [],
    );
  const names = sort === 'person' ? [] : texts(thing, 'author', 'creator');
  return {
    origin,
    sort,
    type: thing.types.join(' '),
    addresses: addressesOf(thing, texts(thing, 'url', 'mainEntityOfPage'), things('mainEntityOfPage')),
    author: [...names, ...authors.flatMap((one) => texts(one, 'name'))],
    handle: authors.flatMap((one) => texts(one, 'alternateName')),
    authorAddress: authors.flatMap((one) => texts(one, 'url')),
    published: texts(thing, 'datePublished', 'uploadDate', 'dateCreated'),
    modified: texts(thing, 'dateModified'),
    id: sort === 'person' ? [] : texts(thing, 'identifier'),
    title: sort === 'person' ? [] : texts(thing, 'headline', 'name'),
    text: texts(thing, 'articleBody', 'text', 'caption', 'description'),
    likes: [...counter(/LikeAction|EndorseAction/), ...texts(thing, 'upvoteCount')],
    comments: [...counter(/CommentAction|ReplyAction/), ...texts(thing, 'commentCount')],
    shares: counter(/ShareAction/),
    views: counter(/WatchAction|ViewAction|ReadAction/),
  };
}

function addressesOf(thing: Thing, urls: readonly string[], pages: readonly Thing[]): string[] {
  const all = [thing.id, ...urls, ...pages.map(({ id }) => id)];
  return [...new Set(all.filter((address) => /^(https?:\/\/|\/)/i.test(address)))];
}

function actionOf(counter: Thing): string {
  return counter
    .values('interactionType')
    .map((value) => (typeof value === 'string' ? value : value.types.join(' ')))
    .join(' ');
}

/** Characters of one text that are looked at. */
const LONGEST = 1_000;

function cut(text: string): string {
  return text.slice(0, LONGEST);
}
