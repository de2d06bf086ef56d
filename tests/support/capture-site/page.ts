/** What a page of the hard site is, and what a capture of it must show. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CapturedMedia } from '#shared/domain/capture/media.ts';
import type { CaptureOutcome, CaptureWarning } from '#shared/domain/capture/record.ts';
import type { CompletenessLevel } from '#shared/domain/capture/completeness.ts';
import { BAND_HEIGHT, rowCodeStrip, STRIP_WIDTH } from '../../../scripts/demo/row-codes.ts';

/** Codes from here on are painted on things that float over the page; what is below is the page's own column of rows. */
export const FIRST_MARK = 0xe000;

/** The addresses a page may point to. */
export interface SiteAddresses {
  /** http://127.0.0.1:port */
  readonly http: string;
  /** https://127.0.0.1:port with a certificate of its own. */
  readonly https: string;
  /** http://127.0.0.1:otherport: another origin of the same site. */
  readonly otherPort: string;
  /** http://localhost:otherport: another site, in a process of its own. */
  readonly otherSite: string;
}

/** A code that floats: it must be seen exactly once, this many CSS pixels from the top of the picture. */
export interface Mark {
  readonly code: number;
  readonly top: (window: { readonly height: number }) => number;
}

export interface Expected {
  /** Every row code of the page, from the top. */
  readonly rows: readonly number[];
  /** The page has more than one picture can hold: a beginning of the rows, at least so many of them. */
  readonly atLeast?: number;
  readonly marks?: readonly Mark[];
  /** "captured" when not said. */
  readonly outcome?: CaptureOutcome;
  /** Kind of wall or deletion. */
  readonly kind?: string;
  readonly warnings?: readonly CaptureWarning[];
  /** Loaded, declared. */
  readonly images?: readonly [number, number];
  readonly videos?: readonly [number, number];
  /** Shown, stated by the page. */
  readonly comments?: readonly [number | null, number | null];
  /** What is said of each photo and film, in the order of the page. */
  readonly media?: readonly Pick<CapturedMedia, 'mime' | 'bytes' | 'sha256' | 'answers' | 'missing'>[];
  readonly level?: CompletenessLevel;
  readonly text?: readonly string[];
  /** The browser gives up bodies of what the page loads, never of the page itself. */
  readonly evicted?: true;
  readonly redirects?: number;
  /** Joins may differ: something on the page cannot be held still. */
  readonly title?: string;
}

/** What is expected at a display scale where more than the window can be made tall is asked for. */
export type AtScale = (scale: number) => Partial<Expected>;

export interface HardPage {
  readonly name: string;
  readonly family: string;
  readonly expected: Expected;
  readonly at?: AtScale;
  /** Part of the set that runs every day. */
  readonly everyday?: true;
  readonly over?: 'https';
  readonly html?: (site: SiteAddresses) => string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers by itself in place of `html`. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse, site: SiteAddresses) => void;
  /** Its loading never ends: it is not waited for. */
  readonly stalls?: true;
  /** A script whose promise must settle before the capture. */
  readonly ready?: string;
  /** The promise settles on the live page only: Webrecorder's reader does not bring about what it waits for. */
  readonly readyLiveOnly?: true;
}

/** So many codes from a first one. */
export function codes(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** A column of rows as a block; long ones in several drawings. */
export function strip(first: number, count: number): string {
  const parts: string[] = [];
  for (let from = 0; from < count; from += 100)
    parts.push(rowCodeStrip(codes(first + from, Math.min(100, count - from))));
  return `<div class="strip">${parts.join('')}</div>`;
}

export interface Shell {
  readonly head?: string;
  /** Beside the rows. */
  readonly side?: string;
  readonly lang?: string;
  readonly attributes?: string;
}

/** A document whose left column are the given rows. */
export function shell(
  title: string,
  rows: string,
  { head = '', side = '', lang = 'id', attributes = '' }: Shell = {},
): string {
  return `<!doctype html><html lang="${lang}" ${attributes}><head><meta charset="utf-8"><title>${title}</title><style>
    body{margin:0;font:16px/24px sans-serif;background:#fff} .strip{width:${STRIP_WIDTH}px} .strip svg,.strip img{display:block}
    .page{display:flex;align-items:stretch} .side{flex:1;margin-left:16px;min-width:0} .float{width:${STRIP_WIDTH}px;height:${2 * BAND_HEIGHT}px}
  </style>${head}</head><body><div class="page"><div class="rows">${rows}</div><div class="side">${side}</div></div></body></html>`;
}

/** Two bands of one code each, to be put on something that floats: \`code\` and the one after it. */
export function floating(code: number, style: string): string {
  return `<div class="float" style="${style}">${strip(code, 2)}</div>`;
}

/** Marks of a floating thing at the same place. */
export function marksAt(code: number, top: Mark['top']): Mark[] {
  return [
    { code, top },
    { code: code + 1, top: (window) => top(window) + BAND_HEIGHT },
  ];
}

export { BAND_HEIGHT, STRIP_WIDTH };
