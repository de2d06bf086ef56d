/** Work that nobody waits for, begun while nobody is there: the words in pictures are read then. */

/** Nobody there for so long, milliseconds. */
const QUIET = 60_000;
const LOOK_EVERY = 30_000;

export interface QuietWorkParts {
  /** Milliseconds since anybody was there; nought while the vault is locked. */
  readonly quietFor: () => number;
  /** Whether something else is at work. */
  readonly busy: () => boolean;
  /** Begins what is to be done, if there is any; resolves when it has begun. */
  readonly begin: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
  /** Calls back again and again; returns the way to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/** Looks now and then; returns the way to stop. */
export function watchForQuiet(parts: QuietWorkParts): () => void {
  let beginning = false;
  return parts.every(LOOK_EVERY, () => {
    if (beginning || parts.busy() || parts.quietFor() < QUIET) return;
    beginning = true;
    parts
      .begin()
      .catch(parts.onFault)
      .finally(() => (beginning = false));
  });
}
