/** Kills a vault program at seeded points of a workload, each on a fresh copy of the same vault, and examines what is left. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestVault } from '../test-vault.ts';
import { examine } from './examine.ts';
import { type KillOrder, ProgramGone, VaultProgram } from './vault-program.ts';
import type { Acknowledgement, KillPlace, Workload } from './workloads.ts';

/** A step of the workload, by its label and how many of that label came before. */
export interface KillPoint {
  readonly label: string;
  readonly nth: number;
}

export interface KillOutcome {
  readonly point: KillPoint;
  /** Whether the process was ended by its order; else the workload came to its end before. */
  readonly killed: boolean;
  readonly acknowledged: readonly Acknowledgement[];
  /** For a checkpoint: whether the database file had been written only in part. */
  readonly midCheckpoint: boolean;
  readonly problems: readonly string[];
}

/** A locked vault to copy from; `place` of each run is removed after it. */
export interface KillCampaign {
  /** Labels of all steps that the workload takes, in order; found out once. */
  trace(workload: Workload): Promise<readonly string[]>;
  kill(workload: Workload, point: KillPoint): Promise<KillOutcome>;
  remove(): void;
}

export async function startCampaign(): Promise<KillCampaign> {
  const root = mkdtempSync(path.join(tmpdir(), 'netra-kill-'));
  const made = await createTestVault();
  await made.service.lock('button');
  const template = placeIn(path.join(root, 'template'));
  cpSync(made.directory, template.vault, { recursive: true });
  cpSync(path.join(made.folder, 'profile'), template.profile, { recursive: true });
  await made.dispose();
  let runs = 0;
  const traces = new Map<Workload, Promise<readonly string[]>>();
  const inCopy = async <Value>(work: (place: KillPlace) => Promise<Value>): Promise<Value> => {
    const place = placeIn(path.join(root, `run-${runs++}`));
    cpSync(template.root, place.root, { recursive: true });
    try {
      return await work(place);
    } finally {
      rmSync(place.root, { recursive: true, force: true });
    }
  };
  return {
    trace: (workload) => {
      const trace = traces.get(workload) ?? inCopy((place) => traceIn(place, workload));
      traces.set(workload, trace);
      return trace;
    },
    kill: (workload, point) => inCopy((place) => killIn(place, workload, point)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function placeIn(root: string): KillPlace {
  mkdirSync(root, { recursive: true });
  return { root, vault: path.join(root, 'vault'), profile: path.join(root, 'profile') };
}

async function traceIn(place: KillPlace, workload: Workload): Promise<readonly string[]> {
  const traceFile = path.join(place.root, 'steps');
  const program = new VaultProgram({ traceFile, label: '*', nth: 1, armedBy: workload.armedBy });
  await workload.run(program, place, () => undefined);
  await program.end();
  return readFileSync(traceFile, 'utf8').trim().split('\n');
}

async function killIn(place: KillPlace, workload: Workload, point: KillPoint): Promise<KillOutcome> {
  const order: KillOrder = { ...point, traceFile: null, armedBy: workload.armedBy };
  const program = new VaultProgram(order);
  const acknowledged: Acknowledgement[] = [];
  try {
    await workload.run(program, place, (...done) => acknowledged.push(...done));
  } catch (error) {
    if (!(error instanceof ProgramGone)) {
      await program.kill();
      throw error;
    }
  }
  // A workload that came to its end has a program that waits; it is ended like the others.
  const ended = program.gone.then((signal) => signal === 'SIGKILL');
  const killed = await Promise.race([ended, program.end().then(() => ended)]);
  const midCheckpoint = point.label.startsWith('checkpoint') && killed && databaseIsBehind(place.vault);
  return { point, killed, acknowledged, midCheckpoint, problems: await examine(place, acknowledged) };
}

/** Whether the database file is shorter than the newest commit in its log says: pages were still to be copied. */
function databaseIsBehind(vault: string): boolean {
  const file = path.join(vault, 'vault-1.db');
  const log = `${file}-wal`;
  if (!existsSync(log)) return false;
  const pages = committedPages(log);
  return pages !== null && statSync(file).size < pages.count * pages.size;
}

/** From the log's frame headers, which the cipher leaves plain: a commit frame states the database's size in pages. */
function committedPages(log: string): { readonly count: number; readonly size: number } | null {
  const descriptor = openSync(log, 'r');
  try {
    const header = Buffer.alloc(32);
    readSync(descriptor, header, 0, 32, 0);
    const size = header.readUInt32BE(8);
    let count: number | null = null;
    const frame = Buffer.alloc(24);
    for (let at = 32; readSync(descriptor, frame, 0, 24, at) === 24; at += 24 + size) {
      // Frames of an earlier round of the log carry another salt.
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
      const stated = frame.readUInt32BE(4);
      if (stated > 0) count = stated;
    }
    return count === null ? null : { count, size };
  } finally {
    closeSync(descriptor);
  }
}
