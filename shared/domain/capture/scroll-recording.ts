/**
 * A scroll recording: frames of a page, or of an area of it that scrolls by itself, one at each step. Feeds take out what
 * is above while they put in what is below, so that no tall picture can hold them; the frames overlap, and each overlap is
 * compared, so that a reader knows whether anything lies between two frames. Plain data and pure rules.
 */

/** Names for the tool bar's choices, slowest and smallest first. */
export const SCROLL_SPEEDS = ['slow', 'medium', 'fast'] as const;
export type ScrollSpeed = (typeof SCROLL_SPEEDS)[number];
export const SCROLL_SIZES = ['short', 'middle', 'long'] as const;
export type ScrollSize = (typeof SCROLL_SIZES)[number];
/** Where it begins: at the area's top, or where the officer has scrolled to. */
export const SCROLL_STARTS = ['top', 'here'] as const;
export type ScrollStart = (typeof SCROLL_STARTS)[number];

export interface ScrollPace {
  /** At each step at least, milliseconds. */
  readonly wait: number;
  /** At each step at most for pictures that are on their way, and at the end for what the page may still add. */
  readonly patience: number;
}

export const SCROLL_PACES: Readonly<Record<ScrollSpeed, ScrollPace>> = {
  slow: { wait: 1_800, patience: 5_000 },
  medium: { wait: 800, patience: 3_000 },
  fast: { wait: 250, patience: 1_500 },
};

export interface ScrollLimits {
  readonly steps: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

const MINUTE = 60_000;
export const MEGABYTE = 1_000_000;

export const SCROLL_LIMITS: Readonly<Record<ScrollSize, ScrollLimits>> = {
  short: { steps: 50, milliseconds: 5 * MINUTE, bytes: 100 * MEGABYTE },
  middle: { steps: 250, milliseconds: 20 * MINUTE, bytes: 400 * MEGABYTE },
  long: { steps: 1_000, milliseconds: 60 * MINUTE, bytes: 1_000 * MEGABYTE },
};

/** How two frames that follow each other hang together. */
export type Seam =
  /** The first frame has none before it. */
  | 'first'
  /** Rows of the frame before are seen again: nothing lies between. */
  | 'seen-again'
  /** What both should show has nothing on it that could be compared; the page's own scroll position says that they overlap. */
  | 'plain'
  /** Nothing of the frame before was seen again: something may be missing between the two. */
  | 'gap';

/** Why it ended. */
export type ScrollEnd = 'end' | 'stopped' | 'steps' | 'time' | 'bytes' | 'interrupted';

export interface ScrollBox {
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ScrollFrame {
  /** From 1; the picture is named by it. */
  readonly number: number;
  readonly at: string;
  /** Scroll position, CSS pixels. */
  readonly y: number;
  /** What the area holds at that moment, CSS pixels; feeds grow. */
  readonly contentHeight: number;
  readonly box: ScrollBox;
  readonly sha256: string;
  readonly bytes: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  readonly seam: Seam;
  /** Device pixels of the frame before that are seen again in this one without a break. */
  readonly seenAgain: number;
  readonly textLength: number;
}

export interface ScrollRecording {
  /** Null for the page itself; otherwise the area's name as the page tells it. */
  readonly area: string | null;
  readonly start: ScrollStart;
  readonly speed: ScrollSpeed;
  readonly limits: ScrollLimits;
  readonly frames: readonly ScrollFrame[];
  readonly gaps: number;
  readonly ended: ScrollEnd;
  /** Why it was interrupted, in words of the engine; empty otherwise. */
  readonly detail: string;
  readonly milliseconds: number;
  /** Of all frames' pictures. */
  readonly bytes: number;
}

/** The limit that is reached, or null. */
export function limitReached(
  taken: { readonly steps: number; readonly milliseconds: number; readonly bytes: number },
  limits: ScrollLimits,
): Extract<ScrollEnd, 'steps' | 'time' | 'bytes'> | null {
  if (taken.steps >= limits.steps) return 'steps';
  if (taken.milliseconds >= limits.milliseconds) return 'time';
  return taken.bytes >= limits.bytes ? 'bytes' : null;
}

/** How far to scroll, CSS pixels: a quarter is seen twice. */
export function stepOf(areaHeight: number): number {
  return Math.max(20, Math.floor(areaHeight * 0.75));
}

/** A shorter step, for frames that did not hang together. */
export function shorterStep(step: number): number {
  return Math.max(20, Math.floor(step * 0.45));
}
