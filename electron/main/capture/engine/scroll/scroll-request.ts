/** What a scroll recording is asked to be, and how it tells how far it is. */
import type { ScrollLimits, ScrollSpeed, ScrollStart } from '#shared/domain/capture/scroll-recording.ts';

export interface ScrollProgress {
  readonly frames: number;
  readonly gaps: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface ScrollRequest {
  /** Number of the area as it was listed; 0 is the page itself. */
  readonly area: number;
  /** What the area is called; null for the page. */
  readonly areaName: string | null;
  readonly start: ScrollStart;
  readonly speed: ScrollSpeed;
  readonly limits: ScrollLimits;
  /** Ends the recording; what was taken is kept. */
  readonly stop: AbortSignal;
  readonly onProgress: (progress: ScrollProgress) => void;
}
