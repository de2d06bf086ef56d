/** Workers as forked Node processes: the command line, the tests, and a vault program that runs on an external Node. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { HEAP_FLAGS } from '#shared/contract/heap-flags.ts';
import type { FromWorker, WorkerKind } from '#shared/contract/worker-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { WorkerSpawner } from './process-handle.ts';

/** How often a worker's memory is looked at, in milliseconds. */
const LOOK_EVERY = 100;
/** Node tells of TypeScript entries that it has to look twice at; a worker's last words are for its own. */
const QUIET = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning'];
/** Characters of a worker's stderr that are kept. */
const LAST_WORDS = 2_000;
/** Environment variables that a worker may see: what the system's loader and the time zone data need, nothing of the user's. */
const ALLOWED_ENVIRONMENT = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'LD_LIBRARY_PATH'];

export interface ForkedWorkers {
  /** File of each kind's entry. */
  readonly entries: Partial<Readonly<Record<WorkerKind, string>>>;
  /** The Node to run them with; this process's own when null. */
  readonly execPath: string | null;
  /** Resident bytes of a process, or null where the system does not tell (only Linux does without a helper program). */
  readonly rssOf?: (pid: number) => number | null;
}

export function forkSpawner(workers: ForkedWorkers): WorkerSpawner {
  const rssOf = workers.rssOf ?? residentBytes;
  return (kind, events) => {
    const entry = workers.entries[kind];
    if (entry === undefined) throw new AppError('WORKER_CRASHED', { worker: kind });
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: allowedEnvironment(),
      execArgv: [...(workers.execPath === null ? QUIET : []), ...(kind === 'roster-import' ? HEAP_FLAGS : [])],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(workers.execPath !== null && { execPath: workers.execPath }),
    });
    const watch = setInterval(() => {
      const bytes = child.pid === undefined ? null : rssOf(child.pid);
      if (bytes !== null) events.rss(bytes);
    }, LOOK_EVERY);
    let lastWords = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-LAST_WORDS);
    });
    let gone = false;
    const exit = (code: number | null): void => {
      if (gone) return;
      gone = true;
      clearInterval(watch);
      events.exit(code, lastWords);
    };
    // Our own program at the other end, started by us: its messages follow the protocol's types.
    child.on('message', (message) => events.message(message as FromWorker));
    child.on('exit', exit);
    child.on('error', () => exit(null));
    return {
      post: (message) => {
        // A message to a process that has just ended is lost; its exit is told separately.
        if (child.connected) child.send(message, () => undefined);
      },
      end: () => void child.kill('SIGKILL'),
    };
  };
}

function allowedEnvironment(): NodeJS.ProcessEnv {
  const allowed = ALLOWED_ENVIRONMENT.filter((name) => process.env[name] !== undefined);
  const environment = Object.fromEntries(allowed.map((name) => [name, process.env[name]]));
  // Where the vault runs on Electron's own Node, so must a process that it forks.
  return process.versions['electron'] === undefined ? environment : { ...environment, ELECTRON_RUN_AS_NODE: '1' };
}

/** From /proc: the second figure of statm is resident pages of 4,096 bytes. */
function residentBytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? pages * 4_096 : null;
  } catch {
    // The process ended between the tick and the read; its exit event tells the rest.
    return null;
  }
}
