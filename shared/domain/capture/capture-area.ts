/** Parts of the page that the officer can choose for a capture. Plain data. */

/** `scroll`: it scrolls by itself (number 0 is the page). `banner`: it floats over the page. */
export const AREA_KINDS = ['scroll', 'banner'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** One of them, by its number in the list that was asked for last. Sizes in CSS pixels. */
export interface CaptureArea {
  readonly number: number;
  /** What the page calls it; empty when it says nothing. */
  readonly name: string;
  readonly role: string;
  readonly width: number;
  readonly height: number;
  /** How much of its content is out of sight. */
  readonly hidden: number;
}
