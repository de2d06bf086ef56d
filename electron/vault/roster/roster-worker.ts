/** How the roster worker is bounded: any file at all ends in rows or in a named error. */
export const ROSTER_WORKER_LIMITS = { milliseconds: 20_000, rssBytes: 500 * 1024 * 1024 } as const;
