/**
 * Work that nobody waits for, begun by itself when its moment has come: the words in pictures are read while nobody is there, and
 * documents that wait for a level are raised when the machine is connected.
 */

/** Nobody there for so long, milliseconds. */
const QUIET = 60_000;
const LOOK_EVERY = 30_000;

export interface BackgroundWorkParts {
  /** Whether its moment has come. */
  readonly ready: () => boolean;
  /** Begins what is to be done, if there is any; resolves when it has begun. */
  readonly begin: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
  /** Calls back again and again; returns the way to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/** Looks now and then, never twice at a time; returns the way to stop. */
export function watchForMoment(parts: BackgroundWorkParts): () => void {
  let beginning = false;
  return parts.every(LOOK_EVERY, () => {
    if (beginning || !parts.ready()) return;
    beginning = true;
    parts
      .begin()
      .catch(parts.onFault)
      .finally(() => (beginning = false));
  });
}

/** Whether nobody has been there for a while; nought milliseconds while the vault is locked. */
export function isQuiet(quietFor: number): boolean {
  return quietFor >= QUIET;
}
