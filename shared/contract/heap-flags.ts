/** How much memory V8 may take ahead of need in the programs that hold a whole roster: the vault and its roster worker. */

/**
 * V8 flags of the two. By itself V8 lets the heap grow to several times what is alive before it collects: 100,000 people made
 * the two processes together hold 547 MB; with these 328 MB.
 */
export const HEAP_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--heap-growing-percent=15'];

/** The same for a utility process, which takes V8's flags as Chromium does: bare ones in its execArgv change nothing. */
export const UTILITY_HEAP_FLAGS: readonly string[] = [`--js-flags=${HEAP_FLAGS.join(' ')}`];
