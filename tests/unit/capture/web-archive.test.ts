import { describe, expect, it } from 'vitest';
import { credentialParameters } from '#shared/domain/capture/query-credentials.ts';
import { notKeptWords, webArchiveRows } from '#shared/domain/capture/web-archive-words.ts';
import { summariseRecord } from '../../../electron/main/capture/record-summary.ts';
import { framesAsTheyCome } from '../../../electron/main/capture/engine-parts.ts';
import { bytesOfText } from '../../../electron/main/capture/engine/web-archive/body.ts';
import { sortKey } from '../../../electron/main/capture/engine/web-archive/cdxj.ts';
import {
  ExchangeLog,
  type RecordedRequest,
  REQUESTS_KEPT,
} from '../../../electron/main/capture/engine/web-archive/exchange-log.ts';
import { readWacz } from '../../support/replay/read-wacz.ts';
import { FRAME, HANGS, type Scene, scene, settle } from './scripted-page.ts';

const ANSWER = {
  status: 200,
  statusText: 'OK',
  mimeType: 'text/html',
  remoteIPAddress: '203.0.113.7',
  remotePort: 443,
  protocol: 'h2',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};
const SECRET = 'kukis-rahasia-7731';

/** Bodies by request id, as Network.getResponseBody gives them. */
function answerBodies({ page }: Scene, bodies: Readonly<Record<string, string | Error>>): void {
  page.answers.set('Network.getResponseBody', ({ requestId }) => {
    const body = bodies[String(requestId)] ?? new Error('No data found for resource with given identifier');
    if (body instanceof Error) throw body;
    return { body: Buffer.from(body).toString('base64'), base64Encoded: true };
  });
}

interface Part {
  readonly id: string;
  readonly url: string;
  readonly request?: object;
  readonly answer?: object;
  readonly size?: number;
  readonly type?: string;
}

/** One exchange of the document L1, finished. */
function part({ page }: Scene, { id, url, request = {}, answer = {}, size = 1, type = 'XHR' }: Part): void {
  const place = { requestId: id, loaderId: 'L1', frameId: FRAME, type };
  page.tell('Network.requestWillBeSent', { ...place, request: { url, method: 'GET', headers: {}, ...request } });
  page.tell('Network.responseReceived', { ...place, response: { ...ANSWER, url, ...answer } });
  page.tell('Network.dataReceived', { requestId: id, dataLength: size, encodedDataLength: size });
  page.tell('Network.loadingFinished', { requestId: id });
}

function finish({ page }: Scene, id: string, size = 1): void {
  page.tell('Network.dataReceived', { requestId: id, dataLength: size });
  page.tell('Network.loadingFinished', { requestId: id });
}

const EVICTED = new Error('Request content was evicted from inspector cache');

describe('the archive of a capture', () => {
  it('holds redirects, answers and requests, and warcio reads it', async () => {
    const taken = await scene();
    const { page, sink, recorder } = taken;
    answerBodies(taken, { L1: '<h1>Halaman</h1>', R1: '{"a":1}' });
    page.request('L1', 'http://a.test/lama');
    page.request('L1', 'http://a.test/p', {
      redirectResponse: {
        ...ANSWER,
        status: 302,
        statusText: 'Found',
        url: 'http://a.test/lama',
        headers: { Location: '/p' },
      },
    });
    page.respond('L1', {
      ...ANSWER,
      url: 'http://a.test/p',
      headers: { 'Content-Encoding': 'br', 'content-length': '9' },
    });
    page.commit('L1', 'http://a.test/p');
    finish(taken, 'L1');
    part(taken, { id: 'R1', url: 'http://www.a.test/data.json?b=2&a=1', answer: { fromDiskCache: true } });
    const { record } = await recorder.capture(sink, { reload: false });
    const { records, index, pages } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    expect(records.map(({ type, address, status }) => [type, address, status])).toEqual([
      ['warcinfo', '', 0],
      ['response', 'http://a.test/lama', 302],
      ['request', 'http://a.test/lama', 0],
      ['response', 'http://a.test/p', 200],
      ['request', 'http://a.test/p', 0],
      ['response', 'http://www.a.test/data.json?b=2&a=1', 200],
      ['request', 'http://www.a.test/data.json?b=2&a=1', 0],
    ]);
    const answer = records[3];
    expect(answer?.payload.toString()).toBe('<h1>Halaman</h1>');
    expect(answer?.headers.get('x-orig-content-encoding')).toBe('br');
    expect(answer?.headers.has('content-encoding')).toBe(false);
    expect([answer?.headers.get('x-orig-content-length'), answer?.headers.get('content-length')]).toEqual(['9', '16']);
    expect([answer?.warc.get('warc-ip-address'), answer?.warc.get('warc-protocol')]).toEqual(['203.0.113.7', 'h2']);
    expect(records[4]?.warc.get('warc-concurrent-to')).toBe(answer?.warc.get('warc-record-id'));
    expect(records[5]?.warc.get('warc-json-metadata')).toBe('{"source":"cache"}');
    expect(index.map(({ key }) => key)).toContain('test,a)/data.json?a=1&b=2');
    expect(pages[1]).toMatchObject({ url: 'http://a.test/p', title: 'Judul', text: 'Teks halaman' });
    expect(record.webArchive).toMatchObject({ exchanges: 3, bodiesKept: 2, bytes: 23, fromCache: 1, notKept: [] });
  });

  it('holds no cookie, no password and no body of a request, and says what it has not', async () => {
    const taken = await scene();
    const { page, sink, recorder } = taken;
    answerBodies(taken, { L1: 'x', R1: 'y' });
    page.request('L1', 'http://nama:kata-sandi@a.test/p?access_token=abc&halaman=2', {
      request: {
        url: 'http://nama:kata-sandi@a.test/p?access_token=abc&halaman=2',
        method: 'GET',
        headers: { Authorization: `Bearer ${SECRET}` },
      },
    });
    page.tell('Network.requestWillBeSentExtraInfo', { requestId: 'L1', headers: { Cookie: `sesi=${SECRET}` } });
    page.tell('Network.responseReceivedExtraInfo', {
      requestId: 'L1',
      statusCode: 200,
      headers: { 'Set-Cookie': `sesi=${SECRET}\nlain=${SECRET}`, 'Content-Type': 'text/html' },
      headersText: `HTTP/1.1 200 OK\r\nSet-Cookie: sesi=${SECRET}\r\n\r\n`,
    });
    page.respond('L1', { ...ANSWER, url: 'http://a.test/p' }, true);
    page.commit('L1', 'http://a.test/p');
    finish(taken, 'L1');
    const form = { method: 'POST', hasPostData: true, postData: `sandi=${SECRET}`, headers: { 'Content-Length': '9' } };
    part(taken, { id: 'R1', url: 'http://a.test/masuk', request: form });
    const { record } = await recorder.capture(sink, { reload: false });
    const { clear, records, index } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    expect(clear.includes(SECRET)).toBe(false);
    expect(clear.includes('kata-sandi')).toBe(false);
    expect(JSON.stringify(record)).not.toContain(SECRET);
    expect(record.webArchive).toMatchObject({
      removedHeaders: ['authorization', 'cookie', 'set-cookie'],
      requestBodiesRemoved: ['http://a.test/masuk'],
      credentialQueries: [{ address: 'http://a.test/p', parameters: ['access_token'] }],
    });
    // Listed, not altered.
    expect(records.map(({ address }) => address)).toContain('http://a.test/p?access_token=abc&halaman=2');
    const posted = records.find(({ type, address }) => type === 'request' && address === 'http://a.test/masuk');
    expect([posted?.payload.length, posted?.warc.get('warc-truncated')]).toEqual([0, 'unspecified']);
    expect(index.find(({ url }) => url.endsWith('/masuk'))).toMatchObject({
      method: 'POST',
      key: 'test,a)/masuk?__wb_method=post',
    });
  });

  it('names what it does not hold, and why', async () => {
    const taken = await scene();
    const { page, sink, recorder } = taken;
    answerBodies(taken, { L1: 'x', evicted: EVICTED });
    page.load('L1', 'http://a.test/');
    finish(taken, 'L1');
    part(taken, { id: 'large', url: 'http://a.test/besar', size: 20_000_000 });
    part(taken, { id: 'evicted', url: 'http://a.test/lama' });
    part(taken, { id: 'media', url: 'http://a.test/film' });
    const blocked = { requestId: 'blocked', loaderId: 'L1', frameId: FRAME, type: 'Script' };
    page.tell('Network.requestWillBeSent', {
      ...blocked,
      request: { url: 'http://b.test/iklan', method: 'GET', headers: {} },
    });
    page.tell('Network.loadingFailed', { requestId: 'blocked', errorText: 'net::ERR_BLOCKED_BY_CLIENT' });
    const { record } = await recorder.capture(sink, { reload: false });
    expect(record.webArchive?.notKept).toEqual([
      { address: 'http://a.test/besar', reason: 'too-large' },
      { address: 'http://a.test/lama', reason: 'evicted' },
      { address: 'http://a.test/film', reason: 'not-received' },
      { address: 'http://b.test/iklan', reason: 'blocked' },
    ]);
    const { records } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    const cut = records.filter(({ type, warc }) => type === 'response' && warc.has('warc-truncated'));
    expect(cut.map(({ address, warc }) => [address, warc.get('warc-truncated')])).toEqual([
      ['http://a.test/besar', 'length'],
      ['http://a.test/lama', 'unspecified'],
      ['http://a.test/film', 'disconnect'],
    ]);
    const { webArchive } = summariseRecord(record);
    if (webArchive === null) throw new Error('there is a summary');
    const [, missing] = webArchiveRows(webArchive, 'id');
    const at = missing?.lines.indexOf('1 × terlalu besar:') ?? -1;
    expect(missing?.lines[at + 1]).toBe('http://a.test/besar');
    expect(notKeptWords('alasan-baru', 'en')).toBe('alasan-baru');
  });

  it('asks a page that hangs once, not for every body', async () => {
    const taken = await scene();
    const { page, clock, sink, recorder } = taken;
    page.answers.set('Network.getResponseBody', HANGS);
    page.load('L1', 'http://a.test/');
    finish(taken, 'L1');
    for (let n = 0; n < 5; n += 1) part(taken, { id: `R${n}`, url: `http://a.test/${n}` });
    const capture = recorder.capture(sink, { reload: false });
    for (let turn = 0; turn < 20; turn += 1) await settle();
    await clock.pass(3_000);
    const { record } = await capture;
    // Once as the document came, once by the capture.
    expect(page.sent.filter(({ method }) => method === 'Network.getResponseBody')).toHaveLength(2);
    expect(record.webArchive?.notKeptCounts).toEqual([{ reason: 'page-not-answering', count: 6 }]);
  });

  it('of a page that was replaced holds its document and the names of the rest, and nothing of the next one', async () => {
    const taken = await scene();
    const { page, sink, recorder } = taken;
    answerBodies(taken, { L1: 'lama', L2: 'baru' });
    page.load('L1', 'http://a.test/lama');
    finish(taken, 'L1');
    part(taken, { id: 'R1', url: 'http://a.test/foto' });
    page.answers.set('Page.getLayoutMetrics', HANGS);
    const capture = recorder.capture(sink, { reload: false });
    await settle();
    page.load('L2', 'http://a.test/baru');
    finish(taken, 'L2');
    const { record } = await capture;
    expect(record.outcome).toBe('changed');
    expect(record.webArchive).toMatchObject({
      exchanges: 2,
      bodiesKept: 1,
      notKept: [{ address: 'http://a.test/foto', reason: 'page-not-answering' }],
    });
    const left = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    const answers = left.records.filter(({ type }) => type === 'response');
    expect(answers.map(({ address, payload }) => [address, payload.toString()])).toEqual([
      ['http://a.test/lama', 'lama'],
      ['http://a.test/foto', ''],
    ]);
    page.answers.set('Page.getLayoutMetrics', () => ({ cssContentSize: { width: 100, height: 80 } }));
    const next = await recorder.capture(sink, { reload: false });
    expect(next.record.webArchive).toMatchObject({ exchanges: 1, bodiesKept: 1 });
    const { records } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    expect(records.find(({ type }) => type === 'response')?.payload.toString()).toBe('baru');
  });

  it('keeps the document whatever the browser gives up, and of no other request', async () => {
    const taken = await scene();
    const { page, sink, recorder } = taken;
    answerBodies(taken, { L1: 'dokumen', R1: 'foto' });
    page.load('L1', 'http://a.test/');
    finish(taken, 'L1');
    part(taken, { id: 'R1', url: 'http://a.test/foto' });
    await settle();
    answerBodies(taken, { L1: EVICTED, R1: EVICTED });
    const { record } = await recorder.capture(sink, { reload: false });
    expect(record.webArchive).toMatchObject({
      bodiesKept: 1,
      notKept: [{ address: 'http://a.test/foto', reason: 'evicted' }],
    });
    const { records } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    expect(records.find(({ type }) => type === 'response')?.payload.toString()).toBe('dokumen');
  });

  it('is none where nothing was answered', async () => {
    const { page, sink, recorder } = await scene();
    page.request('L1', 'http://a.test/');
    page.tell('Network.loadingFailed', { requestId: 'L1', errorText: 'net::ERR_CONNECTION_REFUSED' });
    page.commit('L1', 'http://a.test/');
    const { record } = await recorder.capture(sink, { reload: false, requestedAddress: 'http://a.test/' });
    expect([record.webArchive, [...sink.kept.keys()].includes('first-wacz')]).toEqual([null, false]);
  });
});

describe('frames of other sites', () => {
  it('are heard as they come, wait for that, and are asked for their own bodies', async () => {
    const taken = await scene();
    const { page, clock, sink, recorder } = taken;
    answerBodies(taken, { L1: 'x', F9: 'bingkai' });
    page.load('L1', 'http://a.test/');
    finish(taken, 'L1');
    page.sent.length = 0;
    page.outer({
      method: 'Target.attachedToTarget',
      params: { sessionId: 'S1', waitingForDebugger: true, targetInfo: { type: 'iframe' } },
      session: undefined,
    });
    expect(page.sent.map(({ method }) => method)).toEqual([
      'Network.enable',
      'Target.setAutoAttach',
      'Runtime.runIfWaitingForDebugger',
    ]);
    const url = 'http://b.test/bingkai';
    const place = { requestId: 'F9', loaderId: 'F9', frameId: 'F2', type: 'Document' };
    const tell = (method: string, params: object): void => page.outer({ method, params, session: 'S1' });
    tell('Network.requestWillBeSent', { ...place, request: { url, method: 'GET', headers: {} } });
    tell('Network.responseReceived', { ...place, response: { ...ANSWER, url } });
    tell('Network.loadingFinished', { requestId: 'F9' });
    const capture = recorder.capture(sink, { reload: false });
    // Time that the frame is given to be drawn, and then the pause between two shots of it.
    for (let turn = 0; turn < 20; turn += 1) {
      await settle();
      await clock.pass(100);
    }
    const { record } = await capture;
    expect(record.webArchive).toMatchObject({ exchanges: 2, bodiesKept: 2 });
    const { records } = await readWacz(sink.kept.get('first-wacz') ?? new Uint8Array());
    expect(records.find(({ address }) => address === url)?.payload.toString()).toBe('bingkai');
  });

  it('are left alone where the debugger would lose the page’s own session', async () => {
    const { page } = await scene({ framesAsTheyCome: false });
    expect(page.sent.map(({ method }) => method)).not.toContain('Target.setAutoAttach');
    expect(['25.1.1', '37.2.0', '38.0.0', '45.0.0'].map(framesAsTheyCome)).toEqual([false, false, true, true]);
  });
});

describe('ExchangeLog', () => {
  const log = (): ExchangeLog => new ExchangeLog(() => new Date(0));
  const send = (to: ExchangeLog, requestId: string, loaderId: string, url = `http://a.test/${requestId}`): void =>
    to.hear('Network.requestWillBeSent', { requestId, loaderId, request: { url, method: 'GET', headers: {} } });
  const answer = (to: ExchangeLog, requestId: string): void =>
    to.hear('Network.responseReceived', { requestId, response: ANSWER });
  const ids = (of: ExchangeLog): string[] => of.requests().map(({ requestId }) => requestId);

  it('forgets what belongs to the document before', () => {
    const kept = log();
    send(kept, 'L1', 'L1');
    answer(kept, 'L1');
    kept.keepOnly('L1');
    send(kept, 'old', 'L1');
    send(kept, 'L2', 'L2');
    send(kept, 'late', 'L1');
    answer(kept, 'L2');
    send(kept, 'frame', 'F1');
    send(kept, 'new', 'L2');
    kept.keepOnly('L2');
    expect(ids(kept)).toEqual(['L2', 'frame', 'new']);
    kept.keepOnly('L2');
    expect(ids(kept)).toEqual(['L2', 'frame', 'new']);
  });

  it('does not grow without end, and keeps the document', () => {
    const kept = log();
    send(kept, 'L1', 'L1');
    for (let n = 0; n < REQUESTS_KEPT + 50; n += 1) send(kept, `R${n}`, 'L1');
    expect([kept.requests().length, kept.forgotten, ids(kept)[0]]).toEqual([REQUESTS_KEPT, 51, 'L1']);
  });

  it('finds by address, the youngest first, and takes no address but of the web', () => {
    const kept = log();
    send(kept, 'R1', 'L1', 'http://a.test/x');
    send(kept, 'R2', 'L1', 'http://a.test/x');
    send(kept, 'R3', 'L1', 'data:text/plain,x');
    expect(kept.ofAddress('http://a.test/x#bagian').map(({ requestId }) => requestId)).toEqual(['R2', 'R1']);
    expect(ids(kept)).toEqual(['R1', 'R2']);
  });
});

describe('bytesOfText', () => {
  const of = (bytes: Buffer, text: string, charset = ''): boolean => {
    const headers = charset === '' ? {} : { 'Content-Type': `text/html; charset=${charset}` };
    const answered = { url: '', method: 'GET', requestHeaders: {}, answer: { headers } };
    const request = { received: bytes.length, exchanges: [answered] } as unknown as RecordedRequest;
    const found = bytesOfText(text, request);
    return found !== null && Buffer.from(found).equals(bytes);
  };

  it('gives back the very bytes, or nothing', () => {
    expect(of(Buffer.from('Halaman é €'), 'Halaman é €')).toBe(true);
    expect(of(Buffer.from('\ufeffé'), 'é')).toBe(true);
    expect(of(Buffer.from([0xe9, 0x80]), 'é€', 'ISO-8859-1')).toBe(true);
    expect(of(Buffer.from('\ufeffé', 'utf16le'), 'é')).toBe(true);
    // Cyrillic of one byte each, a text of another length, and bytes that were no text.
    expect(of(Buffer.from([0xcf, 0xf0]), 'Пр', 'windows-1251')).toBe(false);
    expect(of(Buffer.from([0x8e, 0x8f]), 'éè', 'macintosh')).toBe(false);
    expect(of(Buffer.from([0xff]), '\ufffd')).toBe(false);
  });
});

describe('names of things', () => {
  it.each([
    ['http://a.test/?halaman=2&urut=baru', []],
    ['http://a.test/?access_token=1&X-Amz-Signature=2&sid=3#token=4', ['X-Amz-Signature', 'access_token', 'sid']],
    ['http://a.test/?a%5Bkey%5D=1&%E0%A4%A=2', ['a[key]']],
    ['http://a.test/?keyword=masak&designer=x', []],
  ])('credentialParameters of %s', (address, names) => expect(credentialParameters(address)).toEqual(names));

  it.each([
    ['https://www.Contoh.go.id/Jalan?b&a', 'id,go,contoh)/jalan?a&b'],
    ['http://127.0.0.1:80/x', '1,0,0,127)/x'],
    ['http://a.test:8080/', 'test,a:8080)/'],
  ])('sortKey of %s', (address, key) => expect(sortKey(address)).toBe(key));
});
