/** Whom and what the season is about, as far as it has happened: parts that come later build on it. */
import type { Post } from './post.ts';
import type { Random } from './random.ts';
import type { Season } from './season.ts';
import { filled, PLATFORMS } from './words.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly status: string;
  readonly account: { readonly id: string; readonly platform: string; readonly handle: string } | null;
}

export interface OpenedCase {
  readonly id: string;
  readonly number: string;
  readonly member: Member | null;
  /** The day of the season on which it was opened. */
  readonly day: number;
}

export interface Cast {
  /** Everybody of the roster, by name. */
  members: readonly Member[];
  readonly cases: OpenedCase[];
  /** Ids of the candidates that have registered. */
  readonly candidates: string[];
  /** Ids of reports from the public. */
  readonly reports: string[];
  /** Keys of what a report from the public must have. */
  requirements: readonly string[];
}

/** The pairs of the vote, which nobody stands for. */
export const PAIRS = ['Cahaya–Umpama', 'Pelita–Ibarat', 'Samudra–Misal'] as const;

/** Names without titles. */
export function plainName(name: string): string {
  return name.replace(/^(Drs\.|Ir\.) /, '').replace(/,.*$/, '');
}

/** A post of that person, or of somebody nobody knows; written within the two days before now. */
export function makePost(season: Season, member: Member | null, texts: readonly string[], random: Random): Post {
  const platform = PLATFORMS.find(({ name }) => name === member?.account?.platform) ?? random.pick(PLATFORMS);
  const handle = member?.account?.handle ?? `@warga.${random.whole(1_000, 9_999)}.contoh`;
  const words = { calon: `pasangan ${random.pick(PAIRS)}`, opd: member?.agency ?? 'kantor itu' };
  return {
    platform: platform.name,
    author: member === null ? `Akun Warga ${random.whole(1_000, 9_999)}` : plainName(member.name),
    handle,
    text: filled(random.pick(texts), words),
    address: `https://${platform.host}/${handle.replace('@', '')}/unggahan/${random.whole(100_000, 999_999)}`,
    postedAt: new Date(season.clock.now().getTime() - random.whole(20, 2_880) * 60_000),
    likes: random.whole(0, 240),
    comments: random.whole(0, 40),
  };
}
