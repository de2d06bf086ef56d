/** The record of one capture: plain data, written as JSON beside the pictures. Times are UTC instants in ISO 8601. */
import type { CertificateFinding, ResponseSecurity, SeenCertificate } from './certificate.ts';
import type { Completeness, CompletenessVerdict } from './completeness.ts';
import type { CapturedMedia } from './media.ts';
import type { PostFacts } from './post-facts.ts';
import type { PageVerdict } from './page-verdict.ts';
import type { ScrollRecording } from './scroll-recording.ts';
import type { SeenBy } from './seen-by.ts';
import type { TileGeometry } from './tiles.ts';
import type { TimeWindow } from './time-window.ts';
import type { UserActions } from './user-actions.ts';
import type { WebArchiveFacts } from './web-archive.ts';

/**
 * Format of the record; a reader of old records decides by it. 2 added the page's verdict, the meter's levels, videos,
 * comments, inner areas and the window of time.
 */
export const CAPTURE_RECORD_VERSION = 2;

export type CaptureOutcome =
  | 'captured'
  /** The site asked to sign in or refused. */
  | 'wall'
  /** The site says that there is nothing (any more). */
  | 'gone'
  /** The page did not load. */
  | 'failed'
  /** The page did not answer in time; what was got is kept. */
  | 'timeout'
  | 'crashed'
  /** Another document was loaded while the capture ran; what was got is kept. */
  | 'changed';

/** Of one capture: `first` is the page as the officer saw it, `reload` the same address loaded anew. */
export type CaptureSeries = 'first' | 'reload';

export type CaptureArtefactKind =
  | 'viewport-image'
  | 'full-page-tile'
  | 'mhtml'
  | 'text'
  | 'text-positions'
  | 'media'
  | 'wacz'
  | 'scroll-frames'
  | 'record';

/** An artefact as it was handed to the vault. */
export interface CaptureArtefact {
  readonly kind: CaptureArtefactKind;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Device pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly tile: TileGeometry | null;
  readonly at: string;
}

/** The joined picture, as the joiner reports it. */
export interface JoinedPicture {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** For each join, whether all rows that both pieces show are equal. */
  readonly joins: readonly { readonly index: number; readonly clean: boolean }[];
}

/** State of the machine's clock, as the caller of the engine knows it. */
export interface ClockState {
  /** `checked`: compared with another clock, `offsetSeconds` being this clock minus the other. */
  readonly state: 'unchecked' | 'checked' | 'moved';
  readonly offsetSeconds: number | null;
  readonly checkedAt: string | null;
  readonly note: string;
}

export interface RecordedTime {
  readonly utc: string;
  /** "Senin, 21 Oktober 2024, 14.30.05 WIB" */
  readonly wib: string;
}

export type HeaderList = readonly (readonly [string, string])[];

export interface RedirectHop {
  readonly url: string;
  readonly status: number;
  readonly to: string;
  readonly headers: HeaderList;
  readonly removedHeaders: readonly string[];
  readonly ip: string | null;
  readonly protocol: string | null;
  readonly security: ResponseSecurity | null;
  readonly certificate: CertificateFinding;
}

/** The document that was loaded: the answer of the server, not what the address bar shows. */
export interface LoadedDocument {
  readonly url: string;
  readonly method: string;
  readonly status: number | null;
  readonly statusText: string;
  readonly mime: string;
  readonly requestHeaders: HeaderList;
  readonly removedRequestHeaders: readonly string[];
  readonly headers: HeaderList;
  readonly removedHeaders: readonly string[];
  readonly ip: string | null;
  readonly port: number | null;
  readonly protocol: string | null;
  readonly security: ResponseSecurity | null;
  readonly fromCache: boolean;
  readonly fromServiceWorker: boolean;
  readonly answeredAt: string | null;
  /** Chromium's reason when it did not load, for example "net::ERR_CONNECTION_REFUSED". */
  readonly failure: string | null;
}

/** Something the capture did to the page or to the browser, or a wait. */
export interface PreparationStep {
  readonly step:
    | 'banner-hidden'
    | 'banner-shown'
    | 'scroll-recorded'
    | 'scrolled-through'
    | 'scrolled-back'
    | 'waited-for-images'
    | 'waited-for-fonts'
    | 'waited-for-frames'
    | 'animations-paused'
    | 'animations-resumed'
    | 'scripts-stopped'
    | 'scripts-resumed'
    | 'carets-hidden'
    | 'videos-paused'
    | 'documents-released'
    | 'frames-stilled'
    | 'window-enlarged'
    | 'window-moved'
    | 'window-restored'
    | 'pictured-beyond-window'
    | 'reloaded-past-cache';
  readonly detail: string;
  readonly milliseconds: number;
}

/** An answer that was not let in; its address is without query. */
export interface DroppedAnswer {
  readonly url: string;
  /** Empty when the browser told none: then it could not be checked. */
  readonly ip: string;
  /** Whether it was the page itself rather than a part of it. */
  readonly page: boolean;
}

export interface CaptureVersions {
  readonly app: string;
  readonly electron: string;
  readonly chromium: string;
  readonly os: string;
}

export interface UserAgentRecord {
  /** What was sent to sites. */
  readonly sent: string;
  /** What the runtime would have sent. */
  readonly original: string;
  /** As the page sees them; null where the page may not see them (no secure context). */
  readonly clientHints: {
    readonly brands: readonly string[];
    readonly mobile: boolean;
    readonly platform: string;
  } | null;
}

export interface CaptureRecord {
  readonly version: typeof CAPTURE_RECORD_VERSION;
  readonly captureId: string;
  readonly series: CaptureSeries;
  /** The capture of the page before it was loaded anew. */
  readonly besides: string | null;
  readonly outcome: CaptureOutcome;
  /** Why, in words of the browser or of a deadline; empty for a plain capture. */
  readonly outcomeDetail: string;
  readonly title: string;
  /** What was asked for in the address field, or the address a link led to. */
  readonly requestedAddress: string;
  readonly redirects: readonly RedirectHop[];
  readonly document: LoadedDocument | null;
  /** What the address bar showed when the capture began. */
  readonly shownAddress: string;
  readonly addressReachedInPage: boolean;
  /** How many times the page changed its own address since the document was loaded. */
  readonly inPageChanges: number;
  readonly navigation: string;
  readonly certificate: CertificateFinding;
  /** Every certificate seen for any host of the document and its redirects. */
  readonly certificatesSeen: readonly SeenCertificate[];
  readonly proxy: string | null;
  readonly startedAt: RecordedTime;
  readonly finishedAt: RecordedTime;
  readonly clock: ClockState;
  readonly versions: CaptureVersions;
  readonly userAgent: UserAgentRecord;
  /** CSS pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel. */
  readonly scale: number;
  readonly scroll: { readonly x: number; readonly y: number };
  /** Why this is not the post that was asked for; null when nothing says so. */
  readonly verdict: PageVerdict | null;
  /** What the page states about the post; null when it states nothing, or is not the post. */
  readonly postFacts: PostFacts | null;
  readonly timeWindow: TimeWindow;
  readonly seenBy: SeenBy;
  readonly completeness: Completeness;
  readonly meter: CompletenessVerdict;
  readonly preparation: readonly PreparationStep[];
  /** What the web archive holds and what not; null when there is none. */
  readonly webArchive: WebArchiveFacts | null;
  readonly artefacts: readonly CaptureArtefact[];
  /** Photos and videos the page shows: kept as artefacts of the kind "media", or named with the reason why not. */
  readonly media: readonly CapturedMedia[];
  readonly joined: JoinedPicture | null;
  /** Frames of the page or of one of its areas, step by step; null when none were asked for. */
  readonly scrollRecording: ScrollRecording | null;
  /** What a person did in the page since it was loaded. */
  readonly userActions: UserActions;
  readonly dialogs: readonly { readonly type: string; readonly message: string }[];
  readonly refusedRequests: readonly string[];
  /** Answers from addresses that the rules do not allow: dropped before their body reached the page. */
  readonly droppedAnswers: readonly DroppedAnswer[];
  readonly warnings: readonly CaptureWarning[];
}

/** What a reader must know before relying on the capture; each has a sentence in warnings.ts. */
export type CaptureWarning =
  | 'address-reached-in-page'
  | 'document-not-recorded'
  | 'still-loading'
  | 'page-grew'
  | 'page-cut-off'
  | 'tiles-missing'
  | 'joins-differ'
  | 'joins-not-exact'
  | 'content-recycled'
  | 'recording-gaps'
  | 'recording-missing'
  | 'inner-areas'
  | 'frame-areas'
  | 'not-the-post-wall'
  | 'not-the-post-gone'
  | 'outer-frames-missing'
  | 'picture-unsteady'
  | 'layers-not-seen'
  | 'clock-moved'
  | 'clock-differs'
  | 'images-missing'
  | 'viewport-picture-missing'
  | 'viewport-picture-from-screen'
  | 'mhtml-missing'
  | 'text-missing'
  | 'page-not-responding'
  | 'document-changed'
  | 'dialog-dismissed'
  | 'requests-refused'
  | 'local-address-reached'
  | 'local-answer-dropped'
  | 'certificate-not-linked'
  | 'certificate-not-trusted'
  | 'unknown-root'
  | 'proxy'
  | 'from-cache'
  | 'from-service-worker'
  | 'no-encryption';
