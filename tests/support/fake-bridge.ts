/**
 * A main window's bridge made from the contract: inputs and answers pass the contract's own schemas, so that it cannot drift.
 * Tests replace single operations; what is not replaced answers from synthetic data.
 */
import type { JobState } from '../../shared/contract/app.ts';
import type { MainWindowBridge } from '../../shared/contract/bridge.ts';
import { EVENTS, MAIN_WINDOW_OPERATIONS } from '../../shared/contract/channels.ts';
import { type EventName, type EventPayload, eventPayloads } from '../../shared/contract/events.ts';
import { type InputOf, OPERATIONS, type OutputOf } from '../../shared/contract/index.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { AppError, type Result, toErrorReport } from '../../shared/errors/app-error.ts';
import { fakeAnswers } from './fake-answers.ts';
import { fakeHash, fakeId } from './fake-people.ts';

type Operation = (typeof MAIN_WINDOW_OPERATIONS)[number];
/** What answers in the place of main and the vault; throws AppError to refuse. */
export type FakeAnswers = {
  readonly [Name in Operation]: (input: InputOf<Name>, fake: FakeBridge) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export interface FakeBridge {
  readonly bridge: MainWindowBridge;
  /** Every call in its order, with its parsed input. */
  readonly calls: { readonly name: Operation; readonly input: unknown }[];
  /** Sends an event as main would; its payload is parsed. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  /** The vault's state; setting it tells the page. */
  status: VaultStatus;
  /** Starts a job that ends at once with a value (or an error) and answers with its id. */
  job(kind: JobState['kind'], label: string, value: unknown): { jobId: string };
}

/** A vault that is open, with one administrator. */
export const OPEN_VAULT: VaultStatus = {
  state: 'unlocked',
  directory: '/contoh/brankas',
  name: 'Pemantauan Netralitas 2027',
  vaultId: fakeId(9, 1),
  practice: false,
  users: 1,
  user: {
    id: fakeId(8, 1),
    name: 'Rahma Yuliani',
    identityNumber: null,
    role: 'pengelola',
    createdAt: '2026-10-01T01:00:00.000Z',
    removedAt: null,
    isSelf: true,
  },
  lastBackupAt: '2026-11-18T09:00:00.000Z',
  backupDue: false,
  recoveryConfirmed: true,
  rollback: null,
  place: 'fixed',
  head: { sequence: 1284, hash: fakeHash(1284) },
  sealFingerprint: fakeHash(77),
  lockPending: false,
  stoppedUnexpectedly: false,
};
/** The same vault behind its door. */
export const LOCKED_VAULT: VaultStatus = {
  ...OPEN_VAULT,
  state: 'locked',
  user: null,
  head: null,
  sealFingerprint: null,
};
/** No vault at all: the first start. */
export const NO_VAULT: VaultStatus = {
  ...LOCKED_VAULT,
  state: 'none',
  directory: null,
  name: null,
  vaultId: null,
  users: 0,
  lastBackupAt: null,
  place: 'fixed',
};

/** Makes a bridge. `answers` replaces single operations. */
export function makeFakeBridge(answers: Partial<FakeAnswers> = {}, status: VaultStatus = OPEN_VAULT): FakeBridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>(EVENTS.map((name) => [name, new Set()]));
  const all: FakeAnswers = { ...fakeAnswers(), ...answers };
  let current = status;
  let jobs = 0;
  const emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    const parsed = eventPayloads[name].parse(payload);
    for (const listener of listeners.get(name) ?? []) listener(parsed as never);
  };
  const fake: FakeBridge = {
    calls: [],
    emit,
    bridge: undefined as unknown as MainWindowBridge,
    get status() {
      return current;
    },
    set status(next: VaultStatus) {
      current = next;
      emit('vault.changed', next);
    },
    job(kind, label, value) {
      jobs += 1;
      const jobId = fakeId(7, jobs);
      const base = { jobId, kind, label, phase: 'selesai', done: 1, total: 1 };
      const ended: JobState =
        value instanceof AppError
          ? { ...base, state: 'failed', error: toErrorReport(value, fakeId(6, jobs)) }
          : { ...base, state: 'done', value };
      queueMicrotask(() => emit('job.changed', ended));
      return { jobId };
    },
  };
  const operations = Object.fromEntries(
    MAIN_WINDOW_OPERATIONS.map((name) => [name, (input: unknown) => run(name, input, all, fake)]),
  );
  const events = Object.fromEntries(
    EVENTS.map((name) => [
      name,
      (listener: (payload: never) => void) => {
        listeners.get(name)?.add(listener);
        return () => listeners.get(name)?.delete(listener);
      },
    ]),
  );
  const registerDrop = async (
    files: readonly unknown[],
  ): Promise<Result<{ files: { token: string; name: string; bytes: number }[] }>> => ({
    ok: true,
    value: {
      files: files.map((file, index) => ({
        token: `file_${index.toString(16).padStart(32, '0')}`,
        name: file instanceof File ? file.name : 'berkas',
        bytes: file instanceof File ? file.size : 0,
      })),
    },
  });
  return Object.assign(fake, { bridge: { operations, events, registerDrop } as unknown as MainWindowBridge });
}

/** What crosses the bridge is plain data: cloned both ways, parsed both ways. */
async function run(name: Operation, input: unknown, all: FakeAnswers, fake: FakeBridge): Promise<Result<unknown>> {
  const operation = OPERATIONS.get(name);
  if (operation === undefined) throw new Error(`${name} is not in the contract`);
  try {
    const parsed = operation.input.parse(structuredClone(input));
    fake.calls.push({ name, input: parsed });
    const answer = all[name] as (input: unknown, fake: FakeBridge) => unknown;
    return { ok: true, value: operation.output.parse(structuredClone(await answer(parsed, fake))) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: toErrorReport(error, fakeId(6, 1)) };
  }
}
