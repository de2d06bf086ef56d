/** What a capture came to, decided from what happened; the first row that applies names it. */
import type { PageVerdict } from './page-verdict.ts';
import type { CaptureOutcome } from './record.ts';

export interface CaptureFacts {
  /** How the capture was cut short, if it was. */
  readonly interruption: 'crashed' | 'closed' | 'detached' | 'changed' | 'deadline' | null;
  /** Chromium's reason when the document did not load. */
  readonly failure: string | null;
  /** HTTP status of the document; null when it has none. */
  readonly status: number | null;
  /** What the page says of itself; null when it is taken for what was asked for. */
  readonly verdict: PageVerdict | null;
}

const OUTCOMES: readonly (readonly [(facts: CaptureFacts) => boolean, CaptureOutcome])[] = [
  [
    ({ interruption }) => interruption === 'crashed' || interruption === 'closed' || interruption === 'detached',
    'crashed',
  ],
  [({ failure }) => failure !== null && /TIMED_OUT/.test(failure), 'timeout'],
  [({ failure }) => failure !== null, 'failed'],
  [({ interruption }) => interruption === 'changed', 'changed'],
  [({ interruption }) => interruption === 'deadline', 'timeout'],
  [({ verdict }) => verdict?.outcome === 'gone', 'gone'],
  [({ verdict }) => verdict?.outcome === 'wall', 'wall'],
  [({ status }) => status !== null && status >= 400, 'failed'],
];

/** The outcome. What was got is kept whatever it is. */
export function outcomeOf(facts: CaptureFacts): CaptureOutcome {
  return OUTCOMES.find(([applies]) => applies(facts))?.[1] ?? 'captured';
}
