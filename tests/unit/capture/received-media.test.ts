/** Films as the network brings them: in one answer, in ranges, in part; never put together from two states of a file. */
import { describe, expect, it } from 'vitest';
import { CaptureInterrupted } from '../../../electron/main/capture/engine/cdp.ts';
import { receivedMedia } from '../../../electron/main/capture/engine/received-media.ts';
import { byteRangeOf, joinRanges } from '../../../electron/main/capture/engine/web-archive/byte-ranges.ts';
import { ExchangeLog } from '../../../electron/main/capture/engine/web-archive/exchange-log.ts';
import type { Work } from '../../../electron/main/capture/engine/work.ts';

const ADDRESS = 'http://a.test/film.mp4';
const FILM = Buffer.from('0123456789');

interface Sent {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes that were told of; those of the body when not said. */
  readonly received?: number;
  readonly finished?: boolean;
}

const range = (from: number, to: number, more: Partial<Sent> = {}): Sent => ({
  status: 206,
  headers: { 'Content-Range': `bytes ${from}-${to}/10` },
  body: FILM.subarray(from, to + 1).toString(),
  ...more,
});

function receive(...sent: readonly Sent[]): ReturnType<typeof receivedMedia> {
  const log = new ExchangeLog(() => new Date(0));
  sent.forEach(({ status, headers = {}, body = '', received = body.length, finished = true }, index) => {
    const requestId = `R${index}`;
    log.hear('Network.requestWillBeSent', { requestId, loaderId: 'L', request: { url: ADDRESS, method: 'GET' } });
    log.hear('Network.responseReceived', { requestId, response: { status, headers } });
    log.hear('Network.dataReceived', { requestId, dataLength: received });
    if (finished) log.hear('Network.loadingFinished', { requestId });
  });
  const call = async (_method: string, { requestId }: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const body = sent[Number(String(requestId).slice(1))]?.body ?? '';
    if (body === '') throw new CaptureInterrupted('refused', 'No data found');
    return { body: Buffer.from(body).toString('base64'), base64Encoded: true };
  };
  return receivedMedia({ calls: { call }, exchanges: log } as unknown as Work, ADDRESS);
}

const whole = (answers: number): object => ({ bytes: new Uint8Array(FILM), answers });

describe('receivedMedia', () => {
  it('takes the whole from one answer, by whichever status', async () => {
    expect(await receive({ status: 200, body: FILM.toString() })).toEqual(whole(1));
    expect(await receive(range(0, 9))).toEqual(whole(1));
  });

  it('puts ranges together in whichever order they came, also where they overlap or one was broken off', async () => {
    expect(await receive(range(5, 9), range(0, 4))).toEqual(whole(2));
    expect(await receive(range(0, 6), range(3, 9), range(9, 9))).toEqual(whole(2 + 1));
    expect(await receive(range(0, 9, { body: '0123', finished: false }), range(4, 9))).toEqual(whole(2));
  });

  it('names what does not make the whole', async () => {
    const parts = [
      [range(0, 4)],
      [range(0, 4), range(6, 9)],
      [range(0, 9, { body: '0123', finished: false })],
      [range(0, 9, { body: '', received: 4, finished: false })],
      [range(0, 4), range(5, 9, { body: '567890123' })],
      [range(0, 4), range(5, 9, { headers: { 'Content-Range': 'bytes 5-9/*' } })],
      [range(0, 4), range(4, 9, { body: 'x56789' })],
      [{ status: 200, body: '0123', finished: false }],
    ];
    for (const sent of parts) expect(await receive(...sent)).toBe('partly-received');
  });

  it('does not mix two states of a file', async () => {
    const marked = (from: number, to: number, tag: string): Sent =>
      range(from, to, { headers: { 'Content-Range': `bytes ${from}-${to}/10`, ETag: tag } });
    expect(await receive(marked(0, 4, 'a'), marked(5, 9, 'b'))).toBe('partly-received');
    expect(await receive(marked(0, 4, 'a'), marked(5, 9, 'b'), marked(5, 9, 'a'))).toEqual(whole(2));
  });

  it('says nothing of what never came, and refuses what is too large before it is put together', async () => {
    expect(await receive()).toBeNull();
    expect(await receive({ status: 404, body: 'tidak ada' })).toBeNull();
    const large = { 'Content-Range': 'bytes 0-9/99999999999' };
    expect(await receive(range(0, 9, { headers: large }))).toBe('too-large');
  });
});

it('byteRangeOf reads what says how long the whole is, and nothing else', () => {
  expect(byteRangeOf('bytes 0-99/1000')).toEqual({ from: 0, to: 99, total: 1_000 });
  for (const header of ['', 'bytes */10', 'bytes 0-9/*', 'bytes 5-4/10', 'bytes 0-10/10', 'items 0-1/2'])
    expect(byteRangeOf(header)).toBeNull();
});

it('joinRanges takes a range that lies within another', () => {
  const part = (from: number, to: number): { from: number; bytes: Uint8Array } => ({
    from,
    bytes: FILM.subarray(from, to),
  });
  expect(joinRanges([part(0, 10), part(2, 4)], 10)).toEqual(new Uint8Array(FILM));
  expect(joinRanges([], 10)).toBeNull();
});
