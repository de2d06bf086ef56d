/** What the tool bar is told while pages load, fail and are captured; Electron's contents are a bare emitter here. */
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { CaptureState } from '#shared/contract/capture.ts';
import { CaptureController } from '../../../electron/main/capture/capture-controller.ts';
import { FRAME, ManualClock, MemorySink, type Scene, scene } from './scripted-page.ts';

const REFUSED = 'http://127.0.0.1:45999/';

class Contents extends EventEmitter {
  cleared = 0;
  getTitle = (): string => 'Judul';
  isDestroyed = (): boolean => false;
  canGoBack = (): boolean => false;
  canGoForward = (): boolean => false;
  clearHistory = (): void => void (this.cleared += 1);
}

interface Bar extends Scene {
  readonly contents: Contents;
  readonly controller: CaptureController;
  readonly told: CaptureState[];
  open(loaderId: string, url: string): void;
  fail(loaderId: string, description: string): void;
}

/** Events of Electron and of the debugger in the order they were measured in. */
async function bar(): Promise<Bar> {
  const made = await scene();
  const { page } = made;
  const contents = new Contents();
  const told: CaptureState[] = [];
  const controller = new CaptureController({
    contents: contents as never,
    recorder: made.recorder,
    gate: { judge: async () => ({ allowed: true }), isIpAllowed: () => true },
    sinkFor: () => new MemorySink(),
    target: { caseId: null, label: 'Baki' },
    onState: (state) => told.push(state),
    clock: new ManualClock(),
    pageDropped: () => false,
    loadDeadline: 1_000,
  });
  const start = (url: string): void => {
    page.browser({ kind: 'started' });
    contents.emit('did-start-navigation', {}, url, false, true);
  };
  const stop = (): void => {
    page.browser({ kind: 'stopped' });
    contents.emit('did-stop-loading');
  };
  return {
    ...made,
    contents,
    controller,
    told,
    open: (loaderId, url) => {
      start(url);
      page.load(loaderId, url);
      page.browser({ kind: 'committed', address: url });
      contents.emit('did-navigate', {}, url);
      stop();
    },
    fail: (loaderId, description) => {
      start(REFUSED);
      page.request(loaderId, REFUSED);
      page.tell('Network.loadingFailed', { requestId: loaderId, errorText: `net::${description}` });
      page.frame = { id: FRAME, loaderId: `${loaderId}-e`, url: 'chrome-error://x/', unreachableUrl: REFUSED };
      page.browser({ kind: 'failed', address: REFUSED, error: `net::${description}` });
      contents.emit('did-fail-load', {}, -102, description, REFUSED, true);
      stop();
    },
  };
}

it.each([
  ['ERR_CONNECTION_REFUSED', 'PAGE_REFUSED'],
  ['ERR_NAME_NOT_RESOLVED', 'PAGE_NAME_NOT_FOUND'],
  ['ERR_BLOCKED_BY_CLIENT', 'PAGE_BLOCKED'],
])('%s as the first page is told, and loads no more', async (description, problem) => {
  const { fail, told } = await bar();
  fail('L1', description);
  expect(told.at(-1)).toMatchObject({ address: REFUSED, loading: false, problem, last: null });
});

it('leaves no way back to the blank page, whether the first page came or not', async () => {
  const [one, two] = [await bar(), await bar()];
  one.contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'http://a.test/unduh', true);
  expect(one.contents.cleared).toBe(0);
  one.fail('L1', 'ERR_CONNECTION_REFUSED');
  one.open('L2', 'http://a.test/');
  two.open('L1', 'http://a.test/');
  expect([one.contents.cleared, two.contents.cleared]).toEqual([1, 1]);
});

it('forgets the last capture when another page is opened, also one that fails', async () => {
  const { open, fail, controller, told } = await bar();
  open('L1', 'http://a.test/');
  await controller.take({ reload: false });
  expect(told.at(-1)).toMatchObject({ problem: null, last: { number: 'B-0001', outcome: 'captured' } });
  fail('L2', 'ERR_CONNECTION_REFUSED');
  expect(told.at(-1)).toMatchObject({ problem: 'PAGE_REFUSED', last: null });
  open('L3', 'http://a.test/dua');
  expect(told.at(-1)).toMatchObject({ problem: null, last: null, loading: false });
});

it('says that a failure was kept, until the page crashes besides or is left', async () => {
  const { fail, page, controller, told } = await bar();
  fail('L1', 'ERR_CONNECTION_REFUSED');
  await controller.take({ reload: false });
  expect(told.at(-1)).toMatchObject({ problem: null, last: { outcome: 'failed' } });
  page.end('crashed');
  expect(told.at(-1)?.problem).toBe('PAGE_CRASHED');
});

it('takes neither a frame’s failure nor a stopped navigation for the page’s', async () => {
  const { open, contents, told } = await bar();
  open('L1', 'http://a.test/');
  contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://iklan.test/', false);
  contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'http://a.test/unduh', true);
  expect(told.at(-1)?.problem).toBeNull();
});

it('keeps what was said while the page only changes its own address', async () => {
  const { open, contents, controller } = await bar();
  open('L1', 'http://a.test/');
  await controller.take({ reload: false });
  contents.emit('did-start-navigation', {}, 'http://a.test/#b', true, true);
  contents.emit('did-start-navigation', {}, 'http://iklan.test/', false, false);
  expect(controller.state().last?.number).toBe('B-0001');
});

it('forgets a refusal of nothing loaded when a page is opened', async () => {
  const { open, controller, told } = await bar();
  await expect(controller.take({ reload: false })).rejects.toMatchObject({ code: 'CAPTURE_NOTHING_LOADED' });
  expect(told.at(-1)?.problem).toBe('CAPTURE_NOTHING_LOADED');
  open('L1', 'http://a.test/');
  expect(told.at(-1)?.problem).toBeNull();
});
