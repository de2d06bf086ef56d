/** What a fake bridge is made of: its shape, and the states of the vault it can show. */
import type { JobState } from '../../shared/contract/app.ts';
import type { MainWindowBridge } from '../../shared/contract/bridge.ts';
import type { MAIN_WINDOW_OPERATIONS } from '../../shared/contract/channels.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { fakeHash, fakeId } from './fake-people.ts';

/** An operation that the main window may call. */
export type Operation = (typeof MAIN_WINDOW_OPERATIONS)[number];
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
