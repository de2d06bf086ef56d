/**
 * What a use case may use. Interfaces only: the parts behind them live in database/, crypto/, blobs/, custody/,
 * users/, jobs/ and workers/; the use cases live in one folder per feature, one file each.
 */
import type { Hash } from 'node:crypto';
import type { WorkerKind } from '#shared/contract/worker-protocol.ts';
import type { InputOf, OperationName, OutputOf, VaultOperationName } from '#shared/contract/index.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { JobState } from '#shared/contract/app.ts';
import type { OutsideQuestion } from '#shared/contract/outside.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import type { Settings } from '#shared/contract/settings.ts';

/** A value SQLite takes or gives. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

declare const writable: unique symbol;
/** A connection on which only reading is meant; every function that only reads takes this type. */
export interface ReadableDatabase {
  /** All rows of a prepared (and cached) statement. Parameters by name (@name) or by position. */
  all(sql: string, parameters?: Readonly<Record<string, SqlValue>> | readonly SqlValue[]): SqlRow[];
  get(sql: string, parameters?: Readonly<Record<string, SqlValue>> | readonly SqlValue[]): SqlRow | undefined;
  iterate(sql: string, parameters?: Readonly<Record<string, SqlValue>> | readonly SqlValue[]): IterableIterator<SqlRow>;
}
/** A connection inside a write transaction; only UseCaseContext.write hands one out. */
export interface WritableDatabase extends ReadableDatabase {
  readonly [writable]: true;
  run(sql: string, parameters?: Readonly<Record<string, SqlValue>> | readonly SqlValue[]): { changes: number };
}

/** What a custody entry says besides who, when and where in the chain: ids, hashes and counts; never names or free text. */
export interface CustodyDraft {
  /** "<feature>.<what happened>", for example "evidence.viewed". */
  readonly action: string;
  readonly subjectKind:
    | 'vault'
    | 'user'
    | 'import'
    | 'employee'
    | 'account'
    | 'case'
    | 'election'
    | 'candidate'
    | 'evidence'
    | 'queue'
    | 'report'
    | 'package'
    | 'outreach'
    | 'round'
    | 'setting'
    | 'public-report'
    | 'hoax'
    | null;
  readonly subjectId: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
export interface CustodyHead {
  readonly sequence: number;
  /** Lower-case hex SHA-256. */
  readonly hash: string;
}

/** Bytes that were encrypted into a temporary file and synced, not yet named by a row. */
export interface StagedBlob {
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first 4,096 plain bytes (or fewer), to tell the type by content. */
  readonly head: Uint8Array;
  /** SHA-256 as it stands behind the last byte: copy it to hash on. */
  readonly hashed: Hash;
  /** True when the vault already holds these bytes; adopting it then writes nothing new. */
  readonly known: boolean;
}
export interface BlobReader {
  readonly bytes: number;
  /** Decrypts at most `length` bytes from `offset`; throws EVIDENCE_DAMAGED when a chunk fails authentication. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
/** What a hashing of a whole blob may be told, and tells. */
export interface HashOptions {
  /** CANCELLED once it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes of how many were hashed. */
  readonly onBytes?: ((done: number, total: number) => void) | undefined;
}
/** Bytes that the store keeps: those of a blob, or of several that are read as one. */
export interface SealedReader extends BlobReader {
  /**
   * Feeds all bytes to these hashes. For whoever reads everything only to hash it: no piece leaves the store, so that its
   * memory is used again and nobody can keep one. EVIDENCE_DAMAGED as `read` throws it.
   */
  hashInto(hashes: readonly Hash[], options?: HashOptions): Promise<void>;
}
export interface BlobStore {
  /** Encrypts while hashing; holds one chunk in memory. The abort signal leaves nothing behind. */
  stage(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, signal?: AbortSignal): Promise<StagedBlob>;
  /** Inside the transaction that names it: moves the file to its place (before the commit) and writes the blob row. */
  adopt(database: WritableDatabase, blob: StagedBlob): void;
  /** Reads a staged blob before it is adopted, for example to join pictures. */
  openStaged(blob: StagedBlob): SealedReader;
  /** Throws away a staged blob that will not be used. */
  discard(blob: StagedBlob): Promise<void>;
  /** EVIDENCE_MISSING when row or file is not there. */
  open(sha256: string): SealedReader;
  /** Decrypts everything and re-hashes. */
  check(
    sha256: string,
    signal?: AbortSignal,
  ): Promise<'intact' | 'hash-differs' | 'decryption-failed' | 'size-differs' | 'missing'>;
}

/** A file the user chose, dropped or pasted, or that the command line named. */
export interface FileSource {
  readonly name: string;
  readonly bytes: number;
  /** True when it came from the clipboard and never was a file. */
  readonly pasted: boolean;
  /** What main recorded when it cut this picture out of the officer's screen; null for all else. */
  readonly screen: ScreenRegion | null;
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same into memory that is there, for whoever reads all of it; answers how many bytes were read, 0 at the end. */
  readInto(target: Uint8Array, offset: number): Promise<number>;
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Something that can be shown until the lock, by handle. */
export interface ViewSource {
  readonly mime: string;
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What a worker may read, by range. */
export interface WorkerInput {
  readonly bytes: number;
  /** Of a chosen file, for the sentence that says what is wrong with it. */
  readonly name?: string;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface WorkerJob {
  readonly kind: WorkerKind;
  readonly job: unknown;
  readonly inputs?: Readonly<Record<string, WorkerInput>>;
  readonly outputs?: Readonly<Record<string, (bytes: Uint8Array) => void | Promise<void>>>;
  readonly answers?: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  readonly limits: { readonly milliseconds: number; readonly rssBytes: number };
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number, total: number | null) => void;
}

export interface JobProgress {
  readonly signal: AbortSignal;
  report(phase: string, done: number, total: number | null): void;
}

/** A part of the data that a write changes, as it is announced. */
export type WrittenFeature = EventPayload<'data.changed'>['features'][number];

export interface UseCaseContext {
  readonly actor: { readonly id: string; readonly name: string; readonly role: 'pengelola' | 'petugas' };
  readonly vault: {
    readonly id: string;
    readonly name: string;
    readonly practice: boolean;
    readonly directory: string;
    readonly appVersion: string;
  };
  /** Folder of the application's `resources` (fonts, profiles, wording): read only. */
  readonly resourcesDirectory: string;
  /** The current instant, injected; ISO text in UTC is now().toISOString(). */
  now(): Date;
  /** A UUIDv7. */
  newId(): string;
  readonly database: ReadableDatabase;
  /**
   * One write transaction with its custody entry (several, in their order, where it does several things): both or neither.
   * `entry` null only where nothing was changed.
   * Announces data.changed for the features after the commit.
   */
  write<Value>(
    features: readonly WrittenFeature[],
    body: (database: WritableDatabase) => {
      readonly value: Value;
      readonly entry: CustodyDraft | readonly CustodyDraft[] | null;
    },
  ): Value;
  /**
   * The same for a write that takes long: what was cancelled while it worked is heard before it is committed. CANCELLED then,
   * and nothing is written.
   */
  writeLong<Value>(
    features: readonly WrittenFeature[],
    signal: AbortSignal,
    body: (database: WritableDatabase) => { readonly value: Value; readonly entry: CustodyDraft },
  ): Promise<Value>;
  readonly blobs: BlobStore;
  custodyHead(): CustodyHead;
  settings(): Settings;
  /** NOT_FOUND when the token is unknown. */
  file(token: string): Promise<FileSource>;
  /** Where a chosen package folder lies; null for a file. NOT_FOUND when the token is unknown. */
  folder(token: string): string | null;
  readonly views: { open(source: ViewSource): string; release(handle: string): void };
  runWorker(job: WorkerJob): Promise<unknown>;
  /** Asks the network for a signature, by whoever holds the reach: only hosts that the settings name (contract/outside.ts). */
  outside(question: OutsideQuestion): Promise<Uint8Array>;
  /** Starts work over a second; returns its id at once. The promise's value becomes the job's value. */
  startJob(kind: JobState['kind'], label: string, work: (progress: JobProgress) => Promise<unknown>): string;
  /** Signs a digest with the vault's own seal key (see reports/), and names its certificate. */
  readonly seal: { readonly certificateDer: Uint8Array; readonly fingerprint: string; privateKeyPkcs8(): Uint8Array };
  /** DISK_NEARLY_FULL when fewer than `bytes` plus a reserve are free where the vault lies. */
  ensureFreeSpace(bytes: number): Promise<void>;
  /** Calls another use case of the vault, for example from the command line's or a compound use case. */
  call<Name extends VaultOperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
}

export type UseCase<Name extends OperationName> = (
  input: InputOf<Name>,
  context: UseCaseContext,
) => OutputOf<Name> | Promise<OutputOf<Name>>;
/** One handler per operation that runs in the vault: a missing or an extra one does not compile. */
export type UseCases = { readonly [Name in VaultOperationName]: UseCase<Name> };
