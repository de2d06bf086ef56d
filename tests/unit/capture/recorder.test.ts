import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import type { SeenCertificate } from '#shared/domain/capture/certificate.ts';
import { CAPTURE_DEADLINES } from '../../../electron/main/capture/engine/deadlines.ts';
import { HANGS, scene, settle } from './scripted-page.ts';

const PLAIN = { reload: false };
const SECURITY = {
  protocol: 'TLS 1.3',
  keyExchange: '',
  cipher: 'AES',
  subjectName: 'a.test',
  sanList: ['a.test'],
  issuer: 'CA',
  validFrom: 1,
  validTo: 2,
};

function certificate(over: Partial<SeenCertificate> = {}): SeenCertificate {
  return {
    host: 'a.test',
    seenAt: '2026-10-21T07:30:00.000Z',
    chain: ['AA=='],
    sha256: 'aa',
    subjectName: 'a.test',
    issuerName: 'CA',
    validFrom: 1,
    validTo: 2,
    subjectAltNames: ['a.test'],
    verification: 'net::OK',
    issuedByKnownRoot: true,
    ...over,
  };
}

describe('a plain capture', () => {
  it('keeps every artefact, the record last, and commits once', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/p#bagian');
    const { record, number } = await recorder.capture(sink, PLAIN);
    expect(number).toBe('B-0001');
    expect(record.outcome).toBe('captured');
    expect([...sink.kept.keys()]).toEqual([
      'first-viewport-image',
      'first-full-page-tile-0',
      'first-full-page-tile-1',
      'first-full-page-tile-2',
      'first-text',
      'first-mhtml',
      'first-wacz',
      'first-record',
    ]);
    expect(record.completeness).toMatchObject({ heightSeen: 300, documentHeight: 300, tilesTaken: 3, tilesPlanned: 3 });
    expect(record.startedAt).toEqual({ utc: '2026-10-21T07:30:05.000Z', wib: 'Rabu, 21 Oktober 2026, 14.30.05 WIB' });
    expect(sink.state).toBe('committed');
  });

  it('takes the window before it touches the page, and undoes what it did', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.sent.length = 0;
    const { record } = await recorder.capture(sink, PLAIN);
    const touching = page.sent.filter(({ method }) => !/\.enable$|^Page\.getFrameTree$/.test(method));
    expect(touching[0]).toEqual({ method: 'Page.captureScreenshot', params: { format: 'png' } });
    const rates = page.sent.filter((call) => call.method === 'Animation.setPlaybackRate');
    expect(rates.map((call) => call.params['playbackRate'])).toEqual([0, 1]);
    expect(record.preparation.map((step) => step.step)).toEqual([
      'scrolled-through',
      'waited-for-images',
      'waited-for-fonts',
      'carets-hidden',
      'frames-stilled',
      'animations-paused',
      'scripts-stopped',
      'pictured-beyond-window',
      'scripts-resumed',
      'animations-resumed',
      'documents-released',
      'scrolled-back',
    ]);
    expect(record.preparation.at(-1)?.detail).toBe('0, 40');
  });

  it('is refused on a blank page and while another runs', async () => {
    const { page, sink, recorder } = await scene();
    await expect(recorder.capture(sink, PLAIN)).rejects.toMatchObject({ code: 'CAPTURE_NOTHING_LOADED' });
    page.load('L1', 'http://a.test/');
    const first = recorder.capture(sink, PLAIN);
    await expect(recorder.capture(sink, PLAIN)).rejects.toMatchObject({ code: 'CAPTURE_BUSY' });
    await first;
  });
});

describe('headers', () => {
  it('takes sessions out of requests, redirects and answers, and lists them by name', async () => {
    const { page, sink, recorder } = await scene();
    page.tell('Network.requestWillBeSentExtraInfo', {
      requestId: 'L1',
      headers: { Cookie: 'RAHASIA', 'X-Pertama': '1' },
    });
    page.request('L1', 'http://user:RAHASIA@a.test/awal');
    page.tell('Network.responseReceivedExtraInfo', {
      requestId: 'L1',
      headers: { 'set-cookie': 'RAHASIA', location: '/p', 'x-hop': '1' },
    });
    page.request('L1', 'http://a.test/p', {
      redirectResponse: { url: 'http://a.test/awal', status: 302, headers: { location: '/p' } },
      redirectHasExtraInfo: true,
    });
    page.tell('Network.requestWillBeSentExtraInfo', {
      requestId: 'L1',
      headers: { Authorization: 'RAHASIA', 'X-Kedua': '2' },
    });
    page.respond('L1', { url: 'http://a.test/p', status: 200, headers: {}, remoteIPAddress: '[2001:db8::1]' }, true);
    page.tell('Network.responseReceivedExtraInfo', {
      requestId: 'L1',
      headers: { 'Set-Cookie2': 'RAHASIA', 'x-akhir': '2' },
    });
    page.commit('L1', 'http://a.test/p');
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.requestedAddress).toBe('http://a.test/awal');
    expect(record.redirects[0]).toMatchObject({ status: 302, to: 'http://a.test/p', removedHeaders: ['set-cookie'] });
    expect(record.redirects[0]?.headers).toContainEqual(['x-hop', '1']);
    expect(record.document).toMatchObject({
      removedRequestHeaders: ['authorization'],
      removedHeaders: ['set-cookie2'],
      ip: '2001:db8::1',
    });
    expect(record.document?.requestHeaders).toContainEqual(['X-Kedua', '2']);
    expect(record.document?.requestHeaders).not.toContainEqual(['X-Pertama', '1']);
    expect(record.document?.headers).toEqual([['x-akhir', '2']]);
    for (const bytes of sink.kept.values()) expect(bytes.toString('latin1')).not.toContain('RAHASIA');
  });
});

describe('document and address', () => {
  it('tells a document from an address the page gave itself', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'https://a.test/beranda');
    page.tell('Page.navigatedWithinDocument', { frameId: 'F1', url: 'https://a.test/beranda#atas' });
    expect(recorder.status().page.leftDocumentAddress).toBe(false);
    page.tell('Page.navigatedWithinDocument', { frameId: 'F1', url: 'https://a.test/orang/1' });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      shownAddress: 'https://a.test/orang/1',
      addressReachedInPage: true,
      inPageChanges: 2,
    });
    expect(record.document?.url).toBe('https://a.test/beranda');
    expect(record.warnings).toContain('address-reached-in-page');
  });

  it('does not take frames or other requests for the document', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'https://a.test/');
    page.request('L2', 'https://iklan.test/', { frameId: 'F2' });
    page.respond('L2', { url: 'https://iklan.test/', status: 500, headers: {} });
    page.tell('Page.frameNavigated', {
      frame: { id: 'F2', parentId: 'F1', loaderId: 'L2', url: 'https://iklan.test/' },
    });
    page.tell('Page.navigatedWithinDocument', { frameId: 'F2', url: 'https://iklan.test/lain' });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'captured',
      addressReachedInPage: false,
      document: { url: 'https://a.test/', status: 200 },
    });
  });

  it('keeps a reload beside, past cache and service worker, and gives both back', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'https://a.test/beranda', { fromServiceWorker: true });
    page.tell('Page.navigatedWithinDocument', { frameId: 'F1', url: 'https://a.test/orang/1' });
    page.answers.set('Page.reload', () => {
      page.load('L2', 'https://a.test/orang/1');
      return {};
    });
    const { record, reload } = await recorder.capture(sink, { reload: true });
    expect(record.warnings).toEqual(expect.arrayContaining(['from-service-worker', 'certificate-not-linked']));
    expect(reload).toMatchObject({
      series: 'reload',
      besides: record.captureId,
      outcome: 'captured',
      addressReachedInPage: false,
    });
    expect(reload?.document?.url).toBe('https://a.test/orang/1');
    const bypass = page.sent.filter((call) => call.method === 'Network.setBypassServiceWorker');
    expect(bypass.map((call) => call.params['bypass'])).toEqual([true, false]);
    expect(sink.committed?.reload?.captureId).toBe(reload?.captureId);
    expect([...sink.kept.keys()].filter((name) => name.startsWith('reload-'))).toContain('reload-record');
  });

  it('names a server that has not answered, and takes no picture of the blank page', async () => {
    const { page, sink, recorder } = await scene();
    page.request('L1', 'http://a.test/lambat');
    const { record } = await recorder.capture(sink, { reload: false, requestedAddress: 'http://a.test/lambat' });
    expect(record).toMatchObject({
      outcome: 'timeout',
      requestedAddress: 'http://a.test/lambat',
      document: { status: null },
    });
    expect([...sink.kept.keys()]).toEqual(['first-record']);
  });

  it('names a document that did not load, and takes no picture of the browser’s own error page', async () => {
    const { page, sink, recorder } = await scene();
    page.request('L1', 'http://a.test/');
    page.tell('Network.loadingFailed', { requestId: 'L1', errorText: 'net::ERR_CONNECTION_REFUSED' });
    page.tell('Page.frameNavigated', {
      frame: { id: 'F1', loaderId: 'L1', url: 'chrome-error://chromewebdata/', unreachableUrl: 'http://a.test/' },
    });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'failed',
      outcomeDetail: 'net::ERR_CONNECTION_REFUSED',
      shownAddress: 'http://a.test/',
    });
    expect([...sink.kept.keys()]).toEqual(['first-record']);
  });
});

describe('certificates', () => {
  it('links the only certificate that was seen', async () => {
    const { page, sink, recorder, certificates } = await scene();
    certificates.add(certificate());
    certificates.add(certificate());
    page.load('L1', 'https://a.test/', { securityDetails: SECURITY });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.certificate).toMatchObject({
      link: 'same-connection',
      statement: 'Sertifikat dari koneksi yang sama.',
    });
  });

  it('links none after a rotation, even though one of them agrees', async () => {
    const { page, sink, recorder, certificates } = await scene();
    certificates.add(certificate());
    page.load('L1', 'https://a.test/', { securityDetails: SECURITY });
    certificates.add(certificate({ sha256: 'bb', validFrom: 5, validTo: 9 }));
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.certificate).toMatchObject({ link: 'several-seen', certificate: null, agreeing: ['aa'] });
    expect(record.certificatesSeen).toHaveLength(2);
    expect(record.warnings).toContain('certificate-not-linked');
  });
});

describe('pages that misbehave', () => {
  it('asks a window that does not paint once more', async () => {
    let repaints = 0;
    const { page, clock, sink, recorder } = await scene({ repaint: () => void (repaints += 1) });
    page.load('L1', 'http://a.test/');
    const answer = page.answers.get('Page.captureScreenshot');
    page.answers.set('Page.captureScreenshot', HANGS);
    const capture = recorder.capture(sink, PLAIN);
    await settle();
    if (answer !== undefined) page.answers.set('Page.captureScreenshot', answer);
    await clock.pass(CAPTURE_DEADLINES.picture * 0.15 + 1);
    expect((await capture).record).toMatchObject({ outcome: 'captured' });
    expect(repaints).toBe(1);
  });

  it('gives a hanging picture up at its deadline and keeps the last painted one, labelled', async () => {
    const { page, clock, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.answers.set('Page.captureScreenshot', HANGS);
    const capture = recorder.capture(sink, PLAIN);
    for (let asked = 0; asked < 4; asked += 1) await clock.pass(CAPTURE_DEADLINES.picture);
    const { record } = await capture;
    expect(record).toMatchObject({ outcome: 'timeout', document: { status: 200 } });
    expect(record.outcomeDetail).toContain('Page.captureScreenshot');
    expect(record.warnings).toEqual(
      expect.arrayContaining(['page-not-responding', 'viewport-picture-from-screen', 'tiles-missing']),
    );
    expect([...sink.kept.keys()]).toEqual(['first-viewport-image', 'first-wacz', 'first-record']);
    expect(sink.state).toBe('committed');
  });

  it('keeps the pieces it got when one hangs', async () => {
    const { page, clock, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    const answer = page.answers.get('Page.captureScreenshot');
    page.answers.set('Page.captureScreenshot', (params) => {
      const { y = 0 } = (params['clip'] ?? {}) as { y?: number };
      return y > 200 ? HANGS(params) : answer?.(params);
    });
    const capture = recorder.capture(sink, PLAIN);
    await clock.pass(CAPTURE_DEADLINES.tile + 1);
    const { record } = await capture;
    expect(record).toMatchObject({
      outcome: 'timeout',
      completeness: { tilesTaken: 2, tilesPlanned: 3, heightSeen: 240, documentHeight: 300 },
    });
    expect(record.joined).toBeNull();
  });

  it('names a crash in the middle and keeps what was got', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.answers.set('Page.getLayoutMetrics', HANGS);
    const capture = recorder.capture(sink, PLAIN);
    await settle();
    page.end('crashed');
    const { record } = await capture;
    expect(record).toMatchObject({ outcome: 'crashed', title: 'Judul', document: { status: 200 } });
    expect([...sink.kept.keys()]).toEqual(['first-viewport-image', 'first-wacz', 'first-record']);
    page.answers.set('Page.getLayoutMetrics', () => ({ cssContentSize: { width: 10, height: 10 } }));
    page.load('L2', 'http://a.test/lagi');
    expect((await recorder.capture(sink, PLAIN)).record.outcome).toBe('captured');
  });

  it('has a page wait until what held the crashed one is let go, or can no longer be awaited', async () => {
    const { page, clock, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    await recorder.whenLetGo();
    let letGo = (): void => undefined;
    const mayCome: string[] = [];
    const visit = async (name: string): Promise<void> => {
      page.end('crashed');
      page.browser({ kind: 'started' });
      void recorder.whenLetGo().then(() => mayCome.push(name));
      await settle();
    };
    page.answers.set('Emulation.setScriptExecutionDisabled', () => new Promise<void>((go) => (letGo = go)));
    await visit('answered');
    expect(mayCome).toEqual([]);
    letGo();
    await settle();
    expect(mayCome).toEqual(['answered']);
    page.answers.set('Emulation.setScriptExecutionDisabled', HANGS);
    await visit('too late');
    expect(mayCome).toEqual(['answered']);
    await clock.pass(1_000);
    expect(mayCome).toEqual(['answered', 'too late']);
  });

  it('names a page that was replaced, and describes the one that was captured', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/satu');
    page.answers.set('Page.getLayoutMetrics', () => {
      page.load('L2', 'http://a.test/dua');
      return {};
    });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'changed',
      document: { url: 'http://a.test/satu' },
      shownAddress: 'http://a.test/satu',
    });
  });

  it('goes on without the one thing the browser refuses', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.answers.set('Page.captureSnapshot', () => Promise.reject(new Error('Failed to generate MHTML')));
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.outcome).toBe('captured');
    expect([...record.warnings].sort()).toEqual(['mhtml-missing', 'no-encryption']);
    expect(sink.kept.has('first-text')).toBe(true);
  });

  it('answers a dialog at once and records it', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.tell('Page.javascriptDialogOpening', { type: 'confirm', message: 'Yakin?' });
    expect(page.sent.at(-1)).toEqual({ method: 'Page.handleJavaScriptDialog', params: { accept: false } });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.dialogs).toEqual([{ type: 'confirm', message: 'Yakin?' }]);
  });

  it('says when an answer came from an address the rules do not allow', async () => {
    const { page, sink, recorder } = await scene({ isIpAllowed: (ip) => ip !== '10.0.0.5' });
    page.load('L1', 'http://a.test/');
    page.tell('Network.responseReceived', {
      requestId: 'R9',
      response: { url: 'http://dalam.test/x', remoteIPAddress: '10.0.0.5' },
    });
    expect((await recorder.capture(sink, PLAIN)).record.warnings).toContain('local-address-reached');
  });
});

describe('the vault', () => {
  it('aborts and passes on what the vault refuses', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    sink.refuse = new AppError('DISK_FULL');
    await expect(recorder.capture(sink, PLAIN)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(sink.state).toBe('aborted');
    expect(recorder.status().busy).toBe(false);
  });

  it('keeps nothing when the vault wrote other bytes than were sent', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    sink.spoil = true;
    await expect(recorder.capture(sink, PLAIN)).rejects.toThrow('other bytes');
    expect(sink.state).toBe('aborted');
  });

  it('keeps nothing when it was cancelled', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.answers.set('Page.captureSnapshot', HANGS);
    const stop = new AbortController();
    const capture = recorder.capture(sink, { reload: false, signal: stop.signal });
    await settle();
    stop.abort();
    await expect(capture).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(sink.state).toBe('aborted');
  });

  it.each([
    [[{ index: 1, clean: true }], true, false],
    [
      [
        { index: 1, clean: true },
        { index: 2, clean: false },
      ],
      false,
      true,
    ],
  ] as const)('says what the joiner found: %j', async (joins, clean, warned) => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    sink.joins = joins;
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record.completeness.joinsClean).toBe(clean);
    expect(record.warnings.includes('joins-differ')).toBe(warned);
  });
});
