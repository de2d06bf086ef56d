/** What a page states about itself, as it stands in the page: texts that nobody has read yet. A page may state anything. */

/** One microdata item (itemscope): its own properties, without those of items inside it. */
export interface MicrodataItem {
  readonly type: string;
  /** Global identifier (itemid), or "". */
  readonly id: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** Position of the item that holds this one, and the property it is the value of; -1 and "" for an item of its own. */
  readonly inside: number;
  readonly as: string;
}

/** A <time datetime>. */
export interface StatedTime {
  readonly datetime: string;
  /** Address of the link it stands in, or "". */
  readonly link: string;
  /** Which article of the page holds it; -1 for none. */
  readonly article: number;
}

export interface PageStatements {
  /** <link rel=canonical>, or "". */
  readonly canonical: string;
  /** <meta name|property content>, in the page's order. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  /** Texts of <script type="application/ld+json">. */
  readonly jsonLd: readonly string[];
  readonly microdata: readonly MicrodataItem[];
  readonly times: readonly StatedTime[];
  /** <a rel=author>: words and address. */
  readonly authorLinks: readonly (readonly [text: string, address: string])[];
  /** Lines of the visible text that hold a number and few words. */
  readonly countLines: readonly string[];
}

/** So much is taken of a page at most; the rest is its own business. Lengths are UTF-16 code units. */
export const STATEMENT_LIMITS = {
  texts: 400,
  metas: 120,
  scripts: 12,
  script: 120_000,
  items: 60,
  properties: 30,
  times: 60,
  links: 10,
  lines: 60,
  line: 80,
} as const;
