/**
 * The bytes of a photo or film as the network brought them: in one answer, or in answers to requests for ranges of it. A
 * part of a film is not the film: what does not make the whole is named so and not kept.
 */
import { MEDIA_LIMITS } from '#shared/domain/capture/media.ts';
import type { Work } from './work.ts';
import { readBody } from './web-archive/body.ts';
import { byteRangeOf, joinRanges, type ReceivedRange } from './web-archive/byte-ranges.ts';
import type { RecordedRequest } from './web-archive/exchange-log.ts';

export interface ReceivedMedia {
  readonly bytes: Uint8Array;
  /** Answers it was put together from. */
  readonly answers: number;
}

/** Answers of one film that are looked at. */
const MOST_ANSWERS = 200;

/** Ranges of one state of a file: what its server says of the whole is the same in each. */
interface Gathered {
  readonly total: number;
  readonly ranges: ReceivedRange[];
}

/** The whole file, or why there is none; null when nothing was received under this address. Throws only when the capture was cancelled. */
export async function receivedMedia(
  work: Work,
  address: string,
): Promise<ReceivedMedia | 'partly-received' | 'too-large' | null> {
  const gathered = new Map<string, Gathered>();
  let part = false;
  for (const request of work.exchanges.ofAddress(address).slice(0, MOST_ANSWERS)) {
    const { status, headers } = answerOf(request);
    if (status !== 200 && status !== 206) continue;
    const { bytes, reason } = await readBody(work.calls, request, { body: MEDIA_LIMITS.bytes });
    // The browser gives nothing of an answer that is still coming.
    part ||= reason === 'not-received' && request.received > 0;
    if (bytes === null || bytes.byteLength === 0) continue;
    if (status === 200 && reason === null) return { bytes, answers: 1 };
    part = true;
    const range = status === 206 ? byteRangeOf(headers.get('content-range') ?? '') : null;
    if (range === null || bytes.byteLength > range.to - range.from + 1) continue;
    if (range.total > MEDIA_LIMITS.bytes) return 'too-large';
    const state = JSON.stringify([range.total, headers.get('etag'), headers.get('last-modified')]);
    const group = gathered.get(state) ?? { total: range.total, ranges: [] };
    gathered.set(state, group);
    group.ranges.push({ from: range.from, bytes });
    const whole = joinRanges(group.ranges, group.total);
    if (whole !== null) return { bytes: whole, answers: group.ranges.length };
  }
  return part ? 'partly-received' : null;
}

function answerOf({ exchanges }: RecordedRequest): { status: number | null; headers: ReadonlyMap<string, string> } {
  const answer = exchanges.at(-1)?.answer;
  const headers = Object.entries(answer?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { status: answer?.status ?? null, headers: new Map(headers) };
}
