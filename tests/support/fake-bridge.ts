/**
 * A main window's bridge made from the contract: inputs and answers pass the contract's own schemas, so that it cannot drift.
 * Tests replace single operations; what is not replaced answers from synthetic data.
 */
import type { JobState } from '../../shared/contract/app.ts';
import type { MainWindowBridge } from '../../shared/contract/bridge.ts';
import { EVENTS, MAIN_WINDOW_OPERATIONS } from '../../shared/contract/channels.ts';
import { type EventName, type EventPayload, eventPayloads } from '../../shared/contract/events.ts';
import { OPERATIONS } from '../../shared/contract/index.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { AppError, type Result, toErrorReport } from '../../shared/errors/app-error.ts';
import { fakeAnswers } from './fake-answers.ts';
import { fakeId } from './fake-people.ts';
import { type FakeAnswers, type FakeBridge, OPEN_VAULT, type Operation } from './fake-vault-states.ts';

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
