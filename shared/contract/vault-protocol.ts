/**
 * Messages between the host (main, the command line's tests) and the vault program. One program holds one vault.
 * The same messages travel over a utility process's port and over the IPC channel of a forked Node process
 * (serialization 'advanced'): structured-clone values only, bytes as Uint8Array.
 *
 * Life: the host starts the program, sends `configure` first, then any request. `lock` closes the database and wipes
 * what is held; the host then ends the program (a program that is locked can be opened again, but need not be).
 */
import { z } from 'zod';
import type { Result } from '../errors/app-error.ts';
import type { JobState } from './app.ts';
import { captureRecordSummary } from './capture.ts';
import { packageOptions } from './case-package.ts';
import { personsFormat, personsSource } from './handover.ts';
import { cardSize } from './hoaxes.ts';
import { revealFor } from './public-reports.ts';
import { type KeptCookie, keptCookies } from './capture-profiles.ts';
import { id, line, viewHandle } from './common.ts';
import type { EventPayload } from './events.ts';
import { artefactKind } from './evidence.ts';
import { listFormat, listSelection } from './lists.ts';
import { recapChoice } from './recap.ts';
import type { HostOutsideMessage, VaultOutsideMessage } from './outside.ts';
import { screenRegion } from './screen.ts';
import { vaultOperations } from './vault.ts';
import type { VaultStatus } from './vault.ts';
import type { JoinedPicture } from '../domain/capture/record.ts';
import { WORKER_KINDS } from './worker-protocol.ts';
import type { FromWorker, ToWorker, WorkerKind } from './worker-protocol.ts';

const path = z.string().min(1).max(4_096);
const bytes = z.instanceof(Uint8Array);

/** What the program needs to know before its first vault. */
export const vaultProgramConfig = z.strictObject({
  /** The user's profile: last head seen of each vault is kept there. */
  profileDirectory: path,
  /** Where the application's `resources` lie. */
  resourcesDirectory: path,
  appVersion: z.string().min(1).max(40),
  /** On a development runtime only practice vaults may be made or opened (NOT_ALLOWED_IN_THIS_RUNTIME). */
  onlyPractice: z.boolean(),
  workers: z.discriminatedUnion('how', [
    /** Forked by the vault program itself: file of each kind's entry, and the Node to run it with (its own when null). */
    z.strictObject({
      how: z.literal('fork'),
      entries: z.partialRecord(z.enum(WORKER_KINDS), path),
      execPath: path.nullable(),
    }),
    /** Started by the host as utility processes: see HostWorkerMessage. */
    z.strictObject({ how: z.literal('host') }),
  ]),
});
export type VaultProgramConfig = z.infer<typeof vaultProgramConfig>;

/** Why a vault is locked; `idle` waits for running jobs (settings.lockDelayDuringJobsMinutes), the others stop them at a safe point. */
export const lockReason = z.enum(['button', 'idle', 'suspend', 'screen-lock', 'quit']);
export type LockReason = z.infer<typeof lockReason>;

/** Begins a capture's intake: everything appended is committed together or not at all. */
export const captureIntakeMeta = z.strictObject({
  caseId: id.nullable(),
  /** What the whole capture may need, in bytes; refused with DISK_NEARLY_FULL when there is no room. */
  expectedBytes: z.number().int().nonnegative().default(0),
  /** The queue's item that it is made for: finished in the transaction that keeps the capture. */
  queueItemId: id.optional(),
  /** The capture that this one looks at anew without log-in; the vault judges and links it with the commit. */
  lookOf: id.optional(),
});
export type CaptureIntakeMeta = z.infer<typeof captureIntakeMeta>;

/** Pieces of a tall picture come as tiles and are joined by intakeJoin; all else is kept as it comes. */
export const intakeKind = z.union([artefactKind, z.enum(['full-page-tile', 'reload-full-page-tile'])]);
export type IntakeKind = z.infer<typeof intakeKind>;

/** Where a tile lies in the joined picture, device pixels (shared/domain/capture/tiles.ts). */
export const tilePlacement = z.strictObject({
  index: z.number().int().min(0),
  top: z.number().int().min(0),
  rows: z.number().int().min(1),
  columns: z.number().int().min(1),
  overlap: z.number().int().min(0),
});
export type TilePlacement = z.infer<typeof tilePlacement>;

/** Ends a capture's intake. The full record (JSON) is itself the artefact of kind "record". */
export const captureIntakeRecord = z.strictObject({ title: z.string().max(2_000), summary: captureRecordSummary });
export type CaptureIntakeRecord = z.infer<typeof captureIntakeRecord>;

/** Every request by its `op`: what goes in. */
export const vaultRequests = {
  configure: vaultProgramConfig,
  create: vaultOperations.create.input,
  open: vaultOperations.open.input,
  recover: vaultOperations.recover.input,
  restore: vaultOperations.restore.input,
  /** Answered when the vault is locked. */
  lock: z.strictObject({ reason: lockReason }),
  status: z.strictObject({}),
  /** Looks at a folder without opening it: how many users, practice or not, where it lies. */
  inspect: z.strictObject({ directory: path }),
  /** Any operation whose contract says `runs: 'vault'`; parsed by its contract, both ways. */
  call: z.strictObject({ name: z.string().max(100), input: z.unknown() }),
  /** Files that the user chose or dropped; the answer holds their tokens in the same order. */
  registerFiles: z.strictObject({ paths: z.array(path).min(1).max(500) }),
  /** Bytes without a file: a pasted picture, or a part of the screen with what main recorded; kept in memory only. */
  registerBytes: z.strictObject({ name: line, bytes, screen: screenRegion.nullable().default(null) }),
  viewInfo: z.strictObject({ handle: viewHandle }),
  readView: z.strictObject({
    handle: viewHandle,
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(8_388_608),
  }),
  intakeBegin: captureIntakeMeta,
  /** One chunk of one artefact; chunks of an artefact come in order, artefacts may interleave. `index` tells tiles apart. */
  intakeAppend: z.strictObject({
    intakeId: id,
    kind: intakeKind,
    index: z.number().int().min(0).default(0),
    mime: line,
    bytes,
  }),
  intakeFinishArtefact: z.strictObject({
    intakeId: id,
    kind: intakeKind,
    index: z.number().int().min(0).default(0),
    name: line,
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
  }),
  /** Joins the tiles of a series, finished before, into the tall picture; the tiles themselves are not kept. */
  intakeJoin: z.strictObject({
    intakeId: id,
    kind: z.enum(['full-page-image', 'reload-full-page-image']),
    tiles: z.array(tilePlacement).min(1).max(500),
  }),
  intakeCommit: z.strictObject({ intakeId: id, record: captureIntakeRecord }),
  intakeAbort: z.strictObject({ intakeId: id }),
  /** What the queues want next; marks it as begun. Comparisons that are still to be made are made first. */
  queueNext: z.strictObject({ /** Asks for one queue alone. */ queueId: id.optional() }),
  /** An attempt ended without a capture. */
  queueFailed: z.strictObject({ itemId: id, code: z.string().max(60), reason: z.string().max(100).nullable() }),
  /** Whether the item that is being captured still is to be. */
  queueWants: z.strictObject({ itemId: id }),
  /** The cookies of an office session, for a new window. PROFILES_OFF, PROFILE_UNKNOWN. */
  openProfile: z.strictObject({ id }),
  /** Keeps them at the window's end, unless the session was wiped since, or profiles were turned off. */
  keepProfile: z.strictObject({ id, generation: z.number().int().min(0), cookies: keptCookies }),
  /** Writes to a path that the user chose in the system's dialog; recorded in custody, hash checked by reading back. */
  exportArtefact: z.strictObject({ id, artefactId: id, path, withAccountData: z.boolean().default(false) }),
  exportReport: z.strictObject({ id, path }),
  exportCustody: z.strictObject({ path }),
  exportReceipt: z.strictObject({ path }),
  exportSealCertificate: z.strictObject({ path }),
  /** Starts a job that writes the case package: a new folder inside the one that the user chose, or the file that the user named. */
  packageCase: packageOptions.extend({ id, place: path }),
  exportReceivedFile: z.strictObject({ id, file: line, path }),
  exportOutreachFile: z.strictObject({ of: z.enum(['material', 'pledge']), id, path }),
  exportPackageReceipt: z.strictObject({ id, of: z.enum(['made', 'received']), path }),
  exportPersons: z.strictObject({
    source: personsSource,
    format: personsFormat,
    passphrase: z.string().max(1_000),
    path,
  }),
  exportList: z.strictObject({ selection: listSelection, format: listFormat, path }),
  exportRecap: recapChoice.extend({ path }),
  exportRosterCorrections: z.strictObject({ planId: id, path }),
  exportRosterTemplate: z.strictObject({ path }),
  exportHoaxCard: z.strictObject({ id, size: cardSize, path }),
  exportReportSource: revealFor.extend({ id, sourceId: id, path }),
} as const;
export type VaultRequestName = keyof typeof vaultRequests;
export type VaultRequestInput<Name extends VaultRequestName> = z.input<(typeof vaultRequests)[Name]>;

/** What a look at a folder tells: nothing about its content. */
export interface VaultGlance {
  readonly exists: boolean;
  readonly vaultId: string | null;
  readonly practice: boolean;
  readonly users: number;
  readonly place: VaultStatus['place'];
}
/** One address to be captured now, or how long to wait for the next one: null until something changes. */
export interface QueueNext {
  readonly item: {
    readonly id: string;
    readonly address: string;
    readonly caseId: string | null;
    readonly reload: boolean;
    /** Whatever comes of this attempt is kept. */
    readonly lastAttempt: boolean;
  } | null;
  /** Milliseconds. */
  readonly wait: number | null;
}
export interface ExportedFile {
  readonly bytes: number;
  /** SHA-256 of what was written, lower-case hex. */
  readonly sha256: string;
}

/** Every request by its `op`: what comes back inside a Result. */
export interface VaultAnswers {
  readonly configure: Record<string, never>;
  readonly create: z.infer<typeof vaultOperations.create.output>;
  readonly open: VaultStatus;
  readonly recover: VaultStatus;
  readonly restore: z.infer<typeof vaultOperations.restore.output>;
  readonly lock: Record<string, never>;
  readonly status: VaultStatus;
  readonly inspect: VaultGlance;
  readonly call: unknown;
  readonly registerFiles: {
    readonly files: readonly { readonly token: string; readonly name: string; readonly bytes: number }[];
  };
  readonly registerBytes: { readonly token: string; readonly name: string; readonly bytes: number };
  readonly viewInfo: { readonly mime: string; readonly bytes: number };
  readonly readView: Uint8Array;
  readonly intakeBegin: { readonly intakeId: string };
  readonly intakeAppend: Record<string, never>;
  readonly intakeFinishArtefact: ExportedFile;
  readonly intakeJoin: JoinedPicture;
  readonly intakeCommit: { readonly evidenceId: string; readonly number: string };
  readonly intakeAbort: Record<string, never>;
  readonly queueNext: QueueNext;
  readonly queueFailed: Record<string, never>;
  readonly queueWants: { readonly wanted: boolean };
  readonly openProfile: {
    readonly id: string;
    readonly name: string;
    readonly generation: number;
    readonly cookies: readonly KeptCookie[];
  };
  readonly keepProfile: { readonly kept: boolean };
  readonly exportArtefact: ExportedFile;
  readonly exportReport: ExportedFile;
  readonly exportCustody: ExportedFile;
  readonly exportReceipt: ExportedFile;
  readonly exportSealCertificate: ExportedFile;
  /** `rows` without the heading. */
  readonly exportList: ExportedFile & { readonly rows: number };
  readonly packageCase: { readonly jobId: string };
  readonly exportReceivedFile: ExportedFile;
  readonly exportOutreachFile: ExportedFile;
  readonly exportPackageReceipt: ExportedFile;
  readonly exportPersons: ExportedFile & { readonly rows: number };
  readonly exportRecap: ExportedFile;
  readonly exportRosterCorrections: ExportedFile & { readonly rows: number };
  readonly exportRosterTemplate: ExportedFile;
  readonly exportHoaxCard: ExportedFile;
  readonly exportReportSource: ExportedFile;
}

/** Worker processes that the host starts for the vault (workers.how = 'host'): host to vault. */
export type HostWorkerMessage =
  | { readonly type: 'worker'; readonly workerId: number; readonly event: 'message'; readonly message: FromWorker }
  /** Told about once a second, so that the vault can end a worker that passes its limit. */
  | { readonly type: 'worker'; readonly workerId: number; readonly event: 'rss'; readonly bytes: number }
  | { readonly type: 'worker'; readonly workerId: number; readonly event: 'exit'; readonly code: number | null };
/** Vault to host. */
export type VaultWorkerMessage =
  | { readonly type: 'worker'; readonly workerId: number; readonly action: 'start'; readonly kind: WorkerKind }
  | { readonly type: 'worker'; readonly workerId: number; readonly action: 'post'; readonly message: ToWorker }
  | { readonly type: 'worker'; readonly workerId: number; readonly action: 'end' };

export type VaultRequest = {
  readonly [Name in VaultRequestName]: {
    readonly type: 'request';
    readonly id: number;
    readonly op: Name;
    readonly input: VaultRequestInput<Name>;
  };
}[VaultRequestName];
export type ToVault = VaultRequest | HostWorkerMessage | HostOutsideMessage;

export type VaultEvent =
  | { readonly type: 'event'; readonly event: 'data.changed'; readonly payload: EventPayload<'data.changed'> }
  | { readonly type: 'event'; readonly event: 'job.changed'; readonly payload: JobState }
  /** State, lock pending, backup or users changed. */
  | { readonly type: 'event'; readonly event: 'status'; readonly payload: VaultStatus };

export type FromVault =
  /** Sent once, when the program listens. */
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | VaultEvent
  | VaultWorkerMessage
  | VaultOutsideMessage
  /** A fault's details for the local log, by the correlation id that the answer carried; already without keys and contents. */
  | { readonly type: 'fault'; readonly correlationId: string; readonly detail: string };
