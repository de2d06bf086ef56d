/** What is said of the web archive (WACZ) of a capture: what it holds, what it does not hold and why, what was taken out. */

/**
 * Why a body is not in the archive. `too-large`: more than one body may have; `total-limit`: the archive was full;
 * `evicted`: the browser had given it up, for younger ones or because its session was taken apart; `not-received`: it never came whole, or was not kept by the
 * browser at all (media that is streamed); `not-exact`: the browser gave it as text only, and its bytes could not be
 * proven from that; `page-not-answering`: the page hung, was gone or had changed.
 */
export type BodyNotKept =
  | 'too-large'
  | 'total-limit'
  | 'evicted'
  | 'not-received'
  | 'blocked'
  | 'not-exact'
  | 'page-not-answering';

/** The parts of every body that is or is not kept, bytes. */
export interface WebArchiveLimits {
  readonly body: number;
  readonly total: number;
}

export interface WebArchiveFacts {
  /** Requests with an answer, redirects each for itself. */
  readonly exchanges: number;
  readonly bodiesKept: number;
  /** Bytes of the bodies that were kept. */
  readonly bytes: number;
  /** How many bodies are not in the archive, for each reason. */
  readonly notKeptCounts: readonly { readonly reason: BodyNotKept; readonly count: number }[];
  /** The first of them by address. */
  readonly notKept: readonly { readonly address: string; readonly reason: BodyNotKept }[];
  /** Requests that were forgotten because the page made too many. */
  readonly forgotten: number;
  /** Names in lower case of the headers that were taken out, sorted. */
  readonly removedHeaders: readonly string[];
  /** Addresses that carried a body which was not kept, whatever was in it (a form, a search, a log-in), without query. */
  readonly requestBodiesRemoved: readonly string[];
  /** Addresses, without query, whose query holds what may be a credential; it stands in the archive as it was sent. */
  readonly credentialQueries: readonly { readonly address: string; readonly parameters: readonly string[] }[];
  readonly fromCache: number;
  readonly fromServiceWorker: number;
  readonly limits: WebArchiveLimits;
}
