/** What one series of a capture works with: the page, the vault, and what was got so far. */
import type { CertificateCollector } from './certificates.ts';
import type { EngineClock, GuardedCalls } from './cdp.ts';
import type { CaptureDeadlines } from './deadlines.ts';
import type { LayerBox } from './layers.ts';
import type { ScrollRequest } from './scroll/scroll-request.ts';
import type { CaptureSink } from './sink.ts';
import type { ExchangeLog } from './web-archive/exchange-log.ts';
import type { CapturedMedia } from '#shared/domain/capture/media.ts';
import type { PageStatements } from '#shared/domain/capture/page-statements.ts';
import type { PageSignals } from '#shared/domain/capture/page-verdict.ts';
import type {
  CaptureArtefact,
  CaptureSeries,
  CaptureVersions,
  CaptureWarning,
  ClockState,
  DroppedAnswer,
  JoinedPicture,
  PreparationStep,
} from '#shared/domain/capture/record.ts';
import type { StatedComments } from '#shared/domain/capture/stated-comments.ts';
import type { ScrollRecording } from '#shared/domain/capture/scroll-recording.ts';
import type { SeenBy } from '#shared/domain/capture/seen-by.ts';
import type { TileLimits } from '#shared/domain/capture/tiles.ts';
import { NO_ACTIONS, type UserActions } from '#shared/domain/capture/user-actions.ts';

/** A running SHA-256. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. */
  hex(): string;
}

export interface RecorderDeps {
  readonly clock: EngineClock;
  readonly clockState: () => ClockState;
  readonly newId: () => string;
  readonly newHash: () => RunningHash;
  readonly gzip: (bytes: Uint8Array) => Promise<Uint8Array>;
  /**
   * Whether frames of other sites are attached to as they come. Electron before 38 takes the page's own session apart
   * whenever such a frame comes or goes, and with it the bodies it held: there they are attached to for a capture only.
   */
  readonly framesAsTheyCome: boolean;
  readonly deadlines: CaptureDeadlines;
  readonly tileLimits: TileLimits;
  /** Wait at each screen while scrolling through, milliseconds. */
  readonly scrollWait: number;
  readonly versions: CaptureVersions;
  readonly userAgent: { readonly sent: string; readonly original: string };
  readonly certificates: CertificateCollector;
  /** Chromium's answer for an address: "DIRECT", or the proxy. */
  readonly proxyFor: (address: string) => Promise<string | null>;
  /** Whether an answer may have come from this address. */
  readonly isIpAllowed: (ip: string) => boolean;
  /** Addresses that the rules refused since the document was loaded, without query. */
  readonly refusedRequests: () => readonly string[];
  /** Answers that were not let in since the document was asked for. */
  readonly droppedAnswers: () => readonly DroppedAnswer[];
  /** Who the page shows itself to, from the window's past and the beginning of its visible text. */
  readonly seenBy: (text: string) => SeenBy;
  /** Shows the window anew, without taking the focus or touching the page: a view that does not paint then does. */
  readonly repaint: () => void;
  /** The last painted picture of the window (PNG) from the browser's own side; it works when the page hangs. */
  readonly lastPainted: () => Promise<Uint8Array>;
  /** A picture (PNG) as pixels of four bytes. */
  readonly pixels: (png: Uint8Array) => { width: number; height: number; pixels: Uint32Array };
}

/** Facts of the page before it was touched. */
export interface PageFacts extends Pick<PageSignals, 'headings' | 'text' | 'textLength' | 'passwordFields'> {
  readonly title: string;
  readonly ready: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly scrollX: number;
  readonly scrollY: number;
  readonly hints: { readonly brands: readonly string[]; readonly mobile: boolean; readonly platform: string } | null;
}

export interface ContentFacts {
  readonly declared: number;
  readonly loaded: number;
  readonly failed: number;
  readonly pending: number;
  readonly videosDeclared: number;
  readonly videosLoaded: number;
  /** The largest number of comments in the page's data, of whichever post. */
  readonly commentsStated: StatedComments | null;
  readonly commentsShown: number | null;
  readonly innerAreas: number;
  /** CSS pixels. */
  readonly innerHidden: number;
  readonly frames: number;
}

export interface Extent {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Filled step by step; whatever is here when a capture is cut short is kept. */
export interface Work {
  readonly calls: GuardedCalls;
  readonly deps: RecorderDeps;
  readonly sink: CaptureSink;
  readonly series: CaptureSeries;
  readonly mainFrame: string | null;
  /** What the page on show has asked for and got; bodies by `readBody`. */
  readonly exchanges: ExchangeLog;
  readonly onPhase: (phase: CapturePhase) => void;
  /** The scroll recording that was asked for beside the pictures; null when none was. */
  readonly scroll: ScrollRequest | null;
  /** Number of the banner that is to be left out of the pictures; null when none is. */
  readonly banner: number | null;
  readonly artefacts: CaptureArtefact[];
  readonly preparation: PreparationStep[];
  readonly warnings: Set<CaptureWarning>;
  facts: PageFacts | null;
  images: ContentFacts | null;
  statements: PageStatements | null;
  readonly media: CapturedMedia[];
  /** The visible text; empty until it was taken. */
  text: string;
  /** Things seen while scrolling through that the page has taken out again. */
  recycled: number;
  /** Frames in processes of their own. */
  outerFrames: number;
  /** Parts of the page are painted apart from it: a piece may come before all of them have. */
  layered: boolean;
  /** Parts that float over the page and show something, how many of them are looked for, and those not seen in its picture. */
  readonly layers: { all: number; looked: number; readonly unseen: Set<LayerBox> };
  before: Extent | null;
  after: Extent | null;
  seen: Extent;
  tilesPlanned: number;
  tilesTaken: number;
  joined: JoinedPicture | null;
  scrollRecording: ScrollRecording | null;
  userActions: UserActions;
}

/** The work of a series that has got nothing yet. */
export function newWork(
  given: Pick<Work, 'calls' | 'deps' | 'sink' | 'series' | 'mainFrame' | 'exchanges' | 'onPhase' | 'scroll' | 'banner'>,
): Work {
  return {
    ...given,
    artefacts: [],
    preparation: [],
    warnings: new Set(),
    facts: null,
    images: null,
    statements: null,
    media: [],
    text: '',
    recycled: 0,
    outerFrames: 0,
    layered: false,
    layers: { all: 0, looked: 0, unseen: new Set() },
    before: null,
    after: null,
    seen: { width: 0, height: 0 },
    tilesPlanned: 0,
    tilesTaken: 0,
    joined: null,
    scrollRecording: null,
    userActions: NO_ACTIONS,
  };
}

/** What a capture is doing, for the state line. */
export type CapturePhase =
  | 'window'
  | 'recording'
  | 'scrolling'
  | 'full-page'
  | 'text'
  | 'mhtml'
  | 'web-archive'
  | 'saving'
  | 'reloading';

/** Does a step and notes what it did and how long it took. */
export async function prepared<Value>(
  work: Work,
  step: PreparationStep['step'],
  act: () => Promise<Value>,
  detail: (value: Value) => string,
): Promise<Value> {
  const from = work.deps.clock.monotonic();
  const value = await act();
  work.preparation.push({ step, detail: detail(value), milliseconds: Math.round(work.deps.clock.monotonic() - from) });
  return value;
}
