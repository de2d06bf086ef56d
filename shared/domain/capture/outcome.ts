/** What a capture came to, decided from what happened; the first row that applies names it. */
import type { CaptureOutcome } from './record.ts';

export interface CaptureFacts {
  /** How the capture was cut short, if it was. */
  readonly interruption: 'crashed' | 'closed' | 'detached' | 'changed' | 'deadline' | null;
  /** Chromium's reason when the document did not load. */
  readonly failure: string | null;
  /** HTTP status of the document; null when it has none. */
  readonly status: number | null;
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
  [({ status }) => status === 404 || status === 410, 'gone'],
  [({ status }) => status === 401 || status === 403 || status === 407 || status === 451, 'wall'],
  [({ status }) => status !== null && status >= 400, 'failed'],
];

/** The outcome. What was got is kept whatever it is. */
export function outcomeOf(facts: CaptureFacts): CaptureOutcome {
  return OUTCOMES.find(([applies]) => applies(facts))?.[1] ?? 'captured';
}
