/** Navigations that move to another process: the protocol loses their commit, the browser's own word stands in for it. */
import { describe, expect, it } from 'vitest';
import { FRAME, HANGS, type Scene, type ScriptedPage, scene, settle } from './scripted-page.ts';

const PLAIN = { reload: false };
const REFUSED = 'http://127.0.0.1:45999/';
const ANSWER = { status: 200, headers: { 'x-a': '1' }, mimeType: 'text/html', remoteIPAddress: '127.0.0.1' };

/** As measured on Electron 25: a refused address, in another process, with the error page under a loader of its own. */
function refuse(page: ScriptedPage, loaderId: string, url = REFUSED): void {
  page.browser({ kind: 'started' });
  page.request(loaderId, url);
  page.tell('Network.loadingFailed', { requestId: loaderId, errorText: 'net::ERR_CONNECTION_REFUSED' });
  page.tell('Page.frameStartedLoading', { frameId: FRAME });
  page.frame = {
    id: FRAME,
    loaderId: `${loaderId}-error-page`,
    url: 'chrome-error://chromewebdata/',
    unreachableUrl: url,
  };
  page.browser({ kind: 'failed', address: url, error: 'net::ERR_CONNECTION_REFUSED' });
  page.browser({ kind: 'stopped' });
}

/** A page of another site: no Page.frameNavigated. */
function swap(page: ScriptedPage, loaderId: string, url: string, browser = true): void {
  page.browser({ kind: 'started' });
  page.request(loaderId, url);
  page.respond(loaderId, { url, ...ANSWER });
  page.frame = { id: FRAME, loaderId, url };
  if (browser) page.browser({ kind: 'committed', address: url });
  page.browser({ kind: 'stopped' });
}

function reloads(page: ScriptedPage): number {
  return page.sent.filter(({ method }) => method === 'Page.reload').length;
}

describe('an address that is refused', () => {
  it('is told at once, and has stopped loading', async () => {
    const { page, recorder } = await scene();
    refuse(page, 'L1');
    const { page: state, facts } = recorder.status();
    expect(state).toMatchObject({ shownAddress: REFUSED, loading: false, leftDocumentAddress: false });
    expect(facts.document?.failure).toBe('net::ERR_CONNECTION_REFUSED');
  });

  it.each([1, 2])('and the page after %i of them has its whole record', async (times) => {
    const { page, sink, recorder } = await scene();
    for (let time = 1; time <= times; time += 1) refuse(page, `R${time}`);
    swap(page, 'L1', 'http://127.0.0.1:8080/plain');
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'captured',
      requestedAddress: 'http://127.0.0.1:8080/plain',
      shownAddress: 'http://127.0.0.1:8080/plain',
      document: { status: 200, headers: [['x-a', '1']], ip: '127.0.0.1', failure: null },
    });
    expect(record.warnings).not.toContain('document-not-recorded');
    expect(reloads(page)).toBe(0);
  });

  it('twice is a failure by name, without a picture of the browser’s own error page', async () => {
    const { page, sink, recorder } = await scene();
    refuse(page, 'R1');
    refuse(page, 'R2');
    // In the same process as the first, the commit is told: under the error page's own loader.
    page.tell('Page.frameNavigated', { frame: page.frame });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({ outcome: 'failed', shownAddress: REFUSED, document: { status: null } });
    expect(record.warnings).not.toContain('document-not-recorded');
    expect([...sink.kept.keys()]).toEqual(['first-record']);
  });

  it('has failed also when only the browser said so', async () => {
    const { page, recorder } = await scene();
    page.request('L1', REFUSED);
    page.browser({ kind: 'failed', address: REFUSED, error: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(recorder.status().facts.document?.failure).toBe('net::ERR_BLOCKED_BY_CLIENT');
  });

  it('does not spoil the page that stays when another navigation is told of', async () => {
    const { page, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.browser({ kind: 'failed', address: 'http://lain.test/', error: 'net::ERR_FAILED' });
    expect(recorder.status().facts.document).toMatchObject({ url: 'http://a.test/', failure: null });
  });
});

describe('a page of another site', () => {
  it('is not recorded as the one before it', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.tell('Page.javascriptDialogOpening', { type: 'alert', message: 'Dari yang lama' });
    swap(page, 'L2', 'http://b.test/#bagian');
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'captured',
      shownAddress: 'http://b.test/#bagian',
      document: { url: 'http://b.test/#bagian', status: 200 },
      addressReachedInPage: false,
      dialogs: [],
    });
  });

  it('counts once when browser and protocol both tell of it', async () => {
    const { page, recorder } = await scene();
    swap(page, 'L1', 'http://a.test/');
    page.tell('Page.javascriptDialogOpening', { type: 'alert', message: 'Perhatian' });
    page.commit('L1', 'http://a.test/');
    const { record } = await recorder.capture((await scene()).sink, PLAIN);
    expect(record.dialogs).toHaveLength(1);
  });

  it('cuts a capture short that it replaces', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    page.answers.set('Page.getLayoutMetrics', () => {
      swap(page, 'L2', 'http://b.test/');
      return {};
    });
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({ outcome: 'changed', document: { url: 'http://a.test/' } });
  });

  it('is read from the frame tree when nobody told of it, with the address it gave itself', async () => {
    const { page, sink, recorder } = await scene();
    page.load('L1', 'http://a.test/');
    swap(page, 'L2', 'http://b.test/', false);
    page.frame = { ...page.frame, url: 'http://b.test/orang/1' };
    const { record } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      shownAddress: 'http://b.test/orang/1',
      addressReachedInPage: true,
      document: { url: 'http://b.test/', status: 200 },
    });
    expect(reloads(page)).toBe(0);
  });
});

describe('a page that cannot be recorded as it stands', () => {
  async function unheard(): Promise<Scene> {
    const made = await scene();
    made.page.load('L1', 'http://a.test/');
    made.page.frame = { id: FRAME, loaderId: 'L2', url: 'http://b.test/' };
    made.page.browser({ kind: 'committed', address: 'http://b.test/' });
    return made;
  }

  it('is asked for when it has loaded, so that the bar shows it', async () => {
    const { page, recorder } = await unheard();
    page.browser({ kind: 'stopped' });
    await settle();
    expect(recorder.status().page.shownAddress).toBe('http://b.test/');
  });

  it('is loaded anew, and the record says so', async () => {
    const { page, sink, recorder } = await unheard();
    page.answers.set('Page.reload', () => {
      swap(page, 'L3', 'http://b.test/');
      return {};
    });
    const { record, reload } = await recorder.capture(sink, PLAIN);
    expect(record).toMatchObject({
      outcome: 'captured',
      series: 'first',
      document: { url: 'http://b.test/', status: 200 },
    });
    expect(record.preparation[0]).toMatchObject({
      step: 'reloaded-past-cache',
      detail: 'the server’s answer had not been recorded',
    });
    expect(record.warnings).not.toContain('document-not-recorded');
    expect(reload).toBeNull();
    const disabled = page.sent.filter(({ method }) => method === 'Network.setCacheDisabled');
    expect(disabled.map(({ params }) => params['cacheDisabled'])).toEqual([true, false]);
  });

  it('is loaded anew when it does not say what it is', async () => {
    const { page, clock, sink, recorder } = await unheard();
    page.answers.set('Page.getFrameTree', HANGS);
    page.answers.set('Page.reload', () => {
      swap(page, 'L3', 'http://b.test/');
      page.answers.set('Page.getFrameTree', () => ({ frameTree: { frame: page.frame } }));
      return {};
    });
    const capture = recorder.capture(sink, PLAIN);
    await clock.pass(60_000);
    const { record } = await capture;
    expect(record.preparation[0]?.detail).toBe('the shown address was in doubt');
    expect(record).toMatchObject({ shownAddress: 'http://b.test/', document: { status: 200 } });
  });

  it('is no page at all when it is blank', async () => {
    const { page, sink, recorder } = await scene();
    page.browser({ kind: 'committed', address: 'about:blank' });
    await expect(recorder.capture(sink, PLAIN)).rejects.toMatchObject({ code: 'CAPTURE_NOTHING_LOADED' });
    expect(sink.state).toBe('new');
    expect(recorder.status().busy).toBe(false);
  });
});
