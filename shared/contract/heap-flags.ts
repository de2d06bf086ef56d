/** How much memory V8 may take ahead of need in the programs that hold a whole roster: the vault and its roster worker. */

/**
 * V8 flags of the two: a small young generation, and an old one that is collected before it has grown by more than 60 %.
 * Measured in the app with 100,000 people, both processes together (`npm run bench import-in-app`): 527 MB and 7.0 s of CPU
 * without flags, 316 MB and 7.4 s with these. At 15 % it is 298 MB and 8.4 s; in a process that holds much else that is alive,
 * so eager a collector took twice the time.
 */
export const HEAP_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--heap-growing-percent=60'];

/** The same for a utility process, which takes V8's flags as Chromium does: bare ones in its execArgv change nothing. */
export const UTILITY_HEAP_FLAGS: readonly string[] = [`--js-flags=${HEAP_FLAGS.join(' ')}`];
