/** Where a capture's artefacts go: the vault, which commits them together or not at all. Bytes pass no page. */
import type {
  CaptureArtefactKind,
  CaptureRecord,
  CaptureSeries,
  JoinedPicture,
} from '#shared/domain/capture/record.ts';
import type { TileGeometry } from '#shared/domain/capture/tiles.ts';

export interface CaptureMeta {
  readonly captureId: string;
  readonly requestedAddress: string;
  /** UTC instant, ISO 8601. */
  readonly startedAt: string;
  /** A generous guess of what the whole may need, bytes, for the check of free space. */
  readonly expectedBytes: number;
}

/** What an artefact is, said before its bytes. */
export interface ArtefactDescription {
  readonly kind: CaptureArtefactKind;
  readonly series: CaptureSeries;
  readonly mime: string;
  /** Device pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of a piece of the full page: where it belongs. */
  readonly tile: TileGeometry | null;
  /** Of a photo or video of the page: which one. */
  readonly part?: MediaPart | null;
}

export interface MediaPart {
  /** From 1 within its series. */
  readonly index: number;
  readonly name: string;
}

export interface CaptureSink {
  /** Throws an AppError (for example DISK_NEARLY_FULL) before anything is taken from the page. */
  begin(meta: CaptureMeta): Promise<void>;
  /** Takes one artefact; answers with what was written. SHA-256 in lower-case hex. */
  artefact(
    description: ArtefactDescription,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ sha256: string; bytes: number }>;
  /** Joins the pieces of a series into one picture; null when this sink keeps the pieces as they are. */
  join(series: CaptureSeries): Promise<JoinedPicture | null>;
  /** Commits everything. `reload` is the record of the second series, when there is one. */
  commit(record: CaptureRecord, reload: CaptureRecord | null): Promise<{ evidenceId: string; number: string }>;
  /** Forgets everything since begin. */
  abort(): Promise<void>;
}
