/** Memory and CPU time of the vault's program and its roster worker, looked at from outside. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpuMilliseconds } from './cpu.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 50;
const PAGE = 4_096;
const MEGABYTE = 1_048_576;

export interface ImportMemory {
  /** The most that vault and worker held at the same moment. */
  readonly megabytes: number;
  /** How much of it each held then. */
  readonly parts: string;
  /** User and system time of both since the watch began, in milliseconds. */
  readonly cpu: number;
}

/** Watches the processes below main from now on; the answer tells what was seen and ends the watch. Linux only. */
export function watchMemory(main: number): () => ImportMemory {
  const vault = childOf(main, 'vault.js');
  if (vault === null) throw new Error('the vault does not run as a process of its own that can be found here');
  const cpuBefore = cpuMilliseconds(vault) ?? 0;
  let most = { vault: 0, worker: 0 };
  const timer = setInterval(() => {
    const worker = childOf(vault, 'worker-roster-import.js');
    const now = { vault: residentBytes(vault), worker: worker === null ? 0 : residentBytes(worker) };
    if (now.vault + now.worker > most.vault + most.worker) most = now;
  }, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    const [ofVault, ofWorker] = [most.vault / MEGABYTE, most.worker / MEGABYTE];
    return {
      megabytes: ofVault + ofWorker,
      parts: `vault ${ofVault.toFixed(0)} MB, worker ${ofWorker.toFixed(0)} MB`,
      cpu: (cpuMilliseconds(vault) ?? 0) - cpuBefore,
    };
  };
}

/** The process below `parent` whose command line names the program. */
export function childOf(parent: number, program: string): number | null {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || !textOf(name, 'cmdline').includes(program)) continue;
    const stat = textOf(name, 'stat');
    // The program's name stands in brackets and may hold anything; the parent is the second field after it.
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent) return Number(name);
  }
  return null;
}

/** Bytes of memory that a process holds now. */
export function residentBytes(pid: number): number {
  return Number(textOf(pid, 'statm').split(' ')[1] ?? 0) * PAGE;
}

/** "" for a process that has ended since it was listed. */
function textOf(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
