/** A page that answers protocol commands from a script, and tells what the network did, without Electron. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { CaptureRecord, JoinedPicture } from '#shared/domain/capture/record.ts';
import { seenByOf } from '#shared/domain/capture/seen-by.ts';
import { TILE_LIMITS } from '#shared/domain/capture/tiles.ts';
import { PNG } from 'pngjs';
import type { BrowserNews, CdpConnection, GoneReason, OuterEvent } from '../../../electron/main/capture/engine/cdp.ts';
import { CertificateCollector } from '../../../electron/main/capture/engine/certificates.ts';
import { CAPTURE_DEADLINES } from '../../../electron/main/capture/engine/deadlines.ts';
import { createRecorder, type Recorder } from '../../../electron/main/capture/engine/recorder.ts';
import type { ArtefactDescription, CaptureMeta, CaptureSink } from '../../../electron/main/capture/engine/sink.ts';
import type { RecorderDeps } from '../../../electron/main/capture/engine/work.ts';

type Params = Readonly<Record<string, unknown>>;
type Answer = (params: Params) => unknown;

export const FRAME = 'F1';
/** Never answered, as a page that hangs. */
export const HANGS: Answer = () => new Promise(() => undefined);

/** A clock whose timers fire only when the test says so. */
export class ManualClock {
  #time = Date.UTC(2026, 9, 21, 7, 30, 5);
  readonly #timers = new Set<{ at: number; fire: () => void }>();

  now = (): Date => new Date(this.#time);
  monotonic = (): number => this.#time;
  after = (milliseconds: number, fire: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, fire };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Lets so much time pass, firing what is due in order. */
  async pass(milliseconds: number): Promise<void> {
    await settle();
    this.#time += milliseconds;
    const due = [...this.#timers].filter((timer) => timer.at <= this.#time).sort((left, right) => left.at - right.at);
    for (const timer of due) {
      this.#timers.delete(timer);
      timer.fire();
    }
    await settle();
  }
}

/** Lets everything that can go on without time go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  await new Promise((go) => setImmediate(go));
}

export class ScriptedPage implements CdpConnection {
  readonly sent: { method: string; params: Params }[] = [];
  readonly answers = new Map<string, Answer>();
  readonly #listeners = new Map<string, Set<(params: unknown) => void>>();
  readonly #gone = new Set<(reason: GoneReason) => void>();
  readonly #outer = new Set<(event: OuterEvent) => void>();
  readonly #browser = new Set<(news: BrowserNews) => void>();
  /** What Page.getFrameTree answers: kept in step with the events, unless a test says otherwise. */
  frame: Params = { id: FRAME, loaderId: 'blank', url: 'about:blank' };

  constructor() {
    const png = pngOf(8, 8).toString('base64');
    const sized = ({ clip }: Params): unknown => {
      const { width = 8, height = 8 } = (clip ?? {}) as { width?: number; height?: number };
      return { data: clip === undefined ? png : pngOf(width, height).toString('base64') };
    };
    const extent = {
      cssContentSize: { width: 100, height: 300 },
      cssLayoutViewport: { clientWidth: 100, clientHeight: 80 },
    };
    this.answers.set('Page.getFrameTree', () => ({ frameTree: { frame: this.frame } }));
    this.answers.set('Page.captureScreenshot', sized);
    this.answers.set('Page.getLayoutMetrics', () => extent);
    this.answers.set('Page.createIsolatedWorld', () => ({ executionContextId: 7 }));
    this.answers.set('Page.captureSnapshot', () => ({ data: 'MIME-Version: 1.0' }));
    this.answers.set('Runtime.evaluate', (params) => ({ result: { value: evaluate(String(params['expression'])) } }));
  }

  send = (method: string, params: Params = {}): Promise<unknown> => {
    this.sent.push({ method, params });
    return Promise.resolve(this.answers.get(method)?.(params) ?? {});
  };

  on = (event: string, listener: (params: unknown) => void): (() => void) => {
    const known = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, known.add(listener));
    return () => known.delete(listener);
  };

  onGone = (listener: (reason: GoneReason) => void): (() => void) => {
    this.#gone.add(listener);
    return () => this.#gone.delete(listener);
  };

  onBrowser = (listener: (news: BrowserNews) => void): (() => void) => {
    this.#browser.add(listener);
    return () => this.#browser.delete(listener);
  };

  onOuter = (listener: (event: OuterEvent) => void): (() => void) => {
    this.#outer.add(listener);
    return () => this.#outer.delete(listener);
  };

  /** What a frame or worker of its own process tells, or that it comes or goes. */
  outer(event: OuterEvent): void {
    for (const listener of [...this.#outer]) listener(event);
  }

  /** The browser's own word. */
  browser(news: BrowserNews): void {
    for (const listener of [...this.#browser]) listener(news);
  }

  tell(event: string, params: Params): void {
    const frame = (params['frame'] ?? {}) as { id?: string };
    if (event === 'Page.frameNavigated' && frame.id === FRAME) this.frame = frame;
    if (event === 'Page.navigatedWithinDocument' && params['frameId'] === FRAME) {
      this.frame = { ...this.frame, url: params['url'] };
    }
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener(params);
  }

  end(reason: GoneReason): void {
    for (const listener of [...this.#gone]) listener(reason);
  }

  request(loaderId: string, url: string, more: Params = {}): void {
    const request = { url, method: 'GET', headers: { 'User-Agent': 'x' } };
    this.tell('Network.requestWillBeSent', {
      requestId: loaderId,
      loaderId,
      frameId: FRAME,
      type: 'Document',
      request,
      ...more,
    });
  }

  respond(loaderId: string, response: Params, hasExtraInfo = false): void {
    this.tell('Network.responseReceived', {
      requestId: loaderId,
      loaderId,
      frameId: FRAME,
      type: 'Document',
      response,
      hasExtraInfo,
    });
  }

  commit(loaderId: string, url: string): void {
    this.tell('Page.frameNavigated', { frame: { id: FRAME, loaderId, url }, type: 'Navigation' });
  }

  /** A plain load of one document. */
  load(loaderId: string, url: string, response: Params = {}): void {
    this.request(loaderId, url);
    this.respond(loaderId, {
      url,
      status: 200,
      statusText: 'OK',
      headers: {},
      mimeType: 'text/html',
      remoteIPAddress: '203.0.113.7',
      protocol: 'h2',
      ...response,
    });
    this.commit(loaderId, url);
  }
}

export class MemorySink implements CaptureSink {
  readonly kept = new Map<string, Buffer>();
  state: 'new' | 'open' | 'committed' | 'aborted' = 'new';
  meta: CaptureMeta | null = null;
  committed: { record: CaptureRecord; reload: CaptureRecord | null } | null = null;
  refuse: Error | null = null;
  spoil = false;
  joins: JoinedPicture['joins'] | null = null;

  begin = async (meta: CaptureMeta): Promise<void> => {
    this.meta = meta;
    this.state = 'open';
  };

  artefact = async (
    what: ArtefactDescription,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ sha256: string; bytes: number }> => {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    if (this.refuse !== null) throw this.refuse;
    const bytes = Buffer.concat(pieces);
    this.kept.set([what.series, what.kind, what.tile?.index].filter((part) => part !== undefined).join('-'), bytes);
    return {
      sha256: createHash('sha256')
        .update(this.spoil ? 'x' : bytes)
        .digest('hex'),
      bytes: bytes.byteLength,
    };
  };

  join = async (): Promise<JoinedPicture | null> =>
    this.joins === null ? null : { sha256: '0'.repeat(64), bytes: 1, width: 1, height: 1, joins: this.joins };

  commit = async (
    record: CaptureRecord,
    reload: CaptureRecord | null,
  ): Promise<{ evidenceId: string; number: string }> => {
    this.committed = { record, reload };
    this.state = 'committed';
    return { evidenceId: 'e1', number: 'B-0001' };
  };

  abort = async (): Promise<void> => {
    this.state = 'aborted';
  };
}

export interface Scene {
  readonly page: ScriptedPage;
  readonly clock: ManualClock;
  readonly sink: MemorySink;
  readonly certificates: CertificateCollector;
  readonly recorder: Recorder;
}

/** A started recorder over a scripted page. */
export async function scene(more: Partial<RecorderDeps> = {}): Promise<Scene> {
  const [page, clock, certificates, sink] = [
    new ScriptedPage(),
    new ManualClock(),
    new CertificateCollector(),
    new MemorySink(),
  ];
  let ids = 0;
  const recorder = createRecorder(page, {
    clock,
    clockState: () => ({ state: 'unchecked', offsetSeconds: null, checkedAt: null, note: '' }),
    newId: () => `capture-${(ids += 1)}`,
    newHash: () => {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
    },
    framesAsTheyCome: true,
    gzip: async (bytes) => gzipSync(bytes),
    deadlines: CAPTURE_DEADLINES,
    tileLimits: { ...TILE_LIMITS, tileRows: 128, overlapRows: 8 },
    scrollWait: 10,
    versions: { app: '1', electron: '45', chromium: '150', os: 'uji' },
    userAgent: { sent: 'Chrome', original: 'Netra Electron' },
    certificates,
    proxyFor: async () => 'DIRECT',
    isIpAllowed: () => true,
    refusedRequests: () => [],
    droppedAnswers: () => [],
    repaint: () => undefined,
    lastPainted: async () => pngOf(4, 4),
    pixels: pixelsOf,
    seenBy: (text) => seenByOf(null, [], text),
    ...more,
  });
  await recorder.start();
  return { page, clock, sink, certificates, recorder };
}

function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Uint32Array } {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, pixels: new Uint32Array(new Uint8Array(data).buffer) };
}

function evaluate(expression: string): unknown {
  if (expression.includes('document.title')) {
    return {
      title: 'Judul',
      ready: 'complete',
      width: 100,
      height: 80,
      scale: 1,
      scrollX: 0,
      scrollY: 40,
      userAgent: 'Chrome',
      hints: null,
    };
  }
  if (expression.includes('declared')) return { declared: 2, loaded: 2, failed: 0, pending: 0, frames: 0 };
  return expression.includes('innerText') ? 'Teks halaman' : {};
}

function pngOf(width: number, height: number): Buffer {
  return PNG.sync.write(new PNG({ width, height }));
}
