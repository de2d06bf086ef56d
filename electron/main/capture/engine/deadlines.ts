/** How long each kind of call may take, milliseconds. A page that is slower than this is said to be so. */
export interface CaptureDeadlines {
  /** Calls that the browser answers without much work. */
  readonly command: number;
  readonly picture: number;
  readonly tile: number;
  readonly scrollThrough: number;
  readonly waitForImages: number;
  readonly waitForFonts: number;
  readonly text: number;
  readonly mhtml: number;
  /** Until a page that was asked for has loaded. */
  readonly load: number;
  readonly join: number;
}

export const CAPTURE_DEADLINES: CaptureDeadlines = {
  command: 5_000,
  picture: 20_000,
  tile: 20_000,
  scrollThrough: 20_000,
  waitForImages: 3_000,
  waitForFonts: 1_000,
  text: 5_000,
  mhtml: 30_000,
  load: 30_000,
  join: 120_000,
};

/** The wait at each screen while scrolling through, milliseconds: enough for an observer to fire and a request to start. */
export const SCROLL_WAIT = 60;
