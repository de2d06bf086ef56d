import { DEFAULT_PUBLIC_REPORT_SETTINGS } from '#shared/contract/public-reports-settings.ts';
import { describe, expect, it } from 'vitest';
import type { VaultStatus } from '#shared/contract/vault.ts';
import type { VaultAnswers, VaultRequestName } from '#shared/contract/vault-protocol.ts';
import type { Result } from '#shared/errors/app-error.ts';
import type { Supervisor } from '../../../electron/main/vault-host/supervisor.ts';
import { createVaultSession } from '../../../electron/main/vault-host/vault-session.ts';
import type { RuntimeLimit } from '../../../electron/main/security/runtime-limit.ts';
import { handClock, settled } from '../../support/main-fakes.ts';

const DIRECTORY = '/v/latihan';
const SETTINGS = {
  letterhead: {
    government: '',
    agency: '',
    addressLines: [],
    phone: '',
    website: '',
    email: '',
    postalCode: '',
    city: '',
  },
  signatory: { prefix: '', position: '', name: '', rank: '', nip: '' },
  recipient: '',
  copies: [],
  caseNumberTemplate: '',
  reportNumberTemplate: '',
  timeZone: 'WIB',
  paper: 'A4',
  attachmentLimitBytes: 1,
  idleLockMinutes: 10,
  lockDelayDuringJobsMinutes: 30,
  backupReminderDays: 7,
  contentProtection: true,
  statusSynonyms: [],
  allowLocalNetworkCapture: false,
  signatureServices: { timestampAddress: '', revocationHosts: [] },
  raiseWhenOnline: true,
  officeAccountProfiles: false,
  breachNotice: {
    hours: 72,
    basis: 'Pasal 46',
    sourceUrl: null,
    verification: 'ingatan',
    verifiedBy: null,
    verifiedAt: null,
  },
  publicReports: DEFAULT_PUBLIC_REPORT_SETTINGS,
};
const UNLOCKED: VaultStatus = {
  state: 'unlocked',
  directory: DIRECTORY,
  name: 'Latihan',
  vaultId: '01a20390-ac1a-7571-afd2-002f7b6dd5fc',
  practice: true,
  users: 2,
  user: null,
  lastBackupAt: null,
  backupDue: false,
  recoveryConfirmed: true,
  rollback: null,
  place: 'removable',
  head: null,
  sealFingerprint: null,
  lockPending: false,
  stoppedUnexpectedly: false,
};

function setUp(
  over: { practice?: boolean; limit?: RuntimeLimit; fail?: Partial<Record<VaultRequestName, string>> } = {},
) {
  const asked: string[] = [];
  const said: string[] = [];
  const statuses: VaultStatus[] = [];
  const waiting: { resolve?: () => void } = {};
  let running = false;
  let hangOnLock = false;
  const clock = handClock();
  const answers: Partial<Record<VaultRequestName, unknown>> = {
    inspect: { exists: true, vaultId: UNLOCKED.vaultId, practice: over.practice ?? true, users: 2, place: 'removable' },
    status: UNLOCKED,
    open: UNLOCKED,
    call: SETTINGS,
    create: { vaultId: UNLOCKED.vaultId, recoveryCode: 'X', sealFingerprint: 'y' },
  };
  const supervisor: Supervisor = {
    async request<Name extends VaultRequestName>(op: Name): Promise<Result<VaultAnswers[Name]>> {
      asked.push(op);
      running = true;
      const failure = over.fail?.[op];
      if (failure !== undefined) {
        return { ok: false, error: { code: 'WRONG_PASSPHRASE', params: {}, correlationId: failure } };
      }
      if (op === 'lock' && hangOnLock) await new Promise<void>((resolve) => (waiting.resolve = resolve));
      // The fake's answers are those of the real program, by the table above.
      return { ok: true, value: (answers[op] ?? {}) as VaultAnswers[Name] };
    },
    isRunning: () => running,
    postToVault: () => undefined,
    end: async () => {
      if (running) asked.push('(end)');
      running = false;
    },
  };
  const session = createVaultSession({
    supervisor,
    recent: { list: () => [], remember: (vault) => said.push(`remember ${vault.name}`) },
    limit: over.limit ?? null,
    clock,
    now: () => new Date(0),
    onStatus: (status) => statuses.push(status),
    onSettings: (settings) => said.push(`settings ${settings.idleLockMinutes}`),
    onOpened: () => said.push('opened'),
    onLocked: () => said.push('locked'),
  });
  const open = () => session.open({ directory: DIRECTORY, passphrase: 'x', userName: '' });
  return { session, open, asked, said, statuses, clock, hang: () => (hangOnLock = true) };
}

describe('the vault the app works with', () => {
  it('is none at first, then the chosen one, locked, with what can be seen of it', async () => {
    const { session, statuses } = setUp();
    expect(await session.status()).toMatchObject({ state: 'none', directory: null });
    void session.select(DIRECTORY);
    expect(await session.status()).toMatchObject({
      state: 'locked',
      directory: DIRECTORY,
      users: 2,
      place: 'removable',
    });
    expect(statuses.at(-1)?.state).toBe('locked');
    expect(session.isUnlocked()).toBe(false);
  });

  it('is open after open; settings are read, the folder remembered, pages told', async () => {
    const { session, open, said, statuses } = setUp();
    expect(await open()).toMatchObject({ state: 'unlocked' });
    expect(session.isUnlocked()).toBe(true);
    expect(said).toEqual(['remember Latihan', 'settings 10', 'opened']);
    expect(statuses.at(-1)?.state).toBe('unlocked');
  });

  it('stays locked after a wrong passphrase, which is told by name', async () => {
    const { session, open, said } = setUp({ fail: { open: 'c' } });
    await expect(open()).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(session.isUnlocked()).toBe(false);
    expect(said).toEqual([]);
  });

  it('refuses a vault with real evidence on a limited runtime, before any passphrase is sent', async () => {
    const { session, open, asked } = setUp({ practice: false, limit: 'development-runtime' });
    await expect(open()).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_THIS_RUNTIME' });
    const recover = { directory: DIRECTORY, recoveryCode: 'x', userName: '', newPassphrase: 'x' };
    await expect(session.recover(recover)).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_THIS_RUNTIME' });
    const create = {
      directory: '/n',
      name: 'x',
      userName: 'x',
      identityNumber: '',
      passphrase: 'x',
      practice: false,
      sampleData: false,
    };
    await expect(session.create(create)).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_THIS_RUNTIME' });
    expect(asked).toEqual(['inspect', 'inspect']);
  });

  it('is locked by closing it and ending its program', async () => {
    const { session, open, asked, said } = setUp();
    await open();
    asked.length = 0;
    await session.lock('button');
    expect(asked).toEqual(['lock', '(end)']);
    expect(said.at(-1)).toBe('locked');
    expect(await session.status()).toMatchObject({ state: 'locked', directory: DIRECTORY });
  });

  it('gives pages nothing from the moment a lock begins', async () => {
    const { session, open, statuses } = setUp();
    await open();
    session.beginLock();
    expect(session.isUnlocked()).toBe(false);
    expect(statuses.at(-1)).toMatchObject({ state: 'unlocked', lockPending: true });
  });

  it('ends the program of a vault that does not lock in time', async () => {
    const { session, open, asked, clock, hang } = setUp();
    await open();
    hang();
    const locking = session.lock('suspend');
    await settled();
    expect(asked).not.toContain('(end)');
    clock.advance(15_000);
    await locking;
    expect(asked).toContain('(end)');
    expect(session.isUnlocked()).toBe(false);
  });

  it('gives jobs their time at an idle lock', async () => {
    const { session, open, asked, clock, hang } = setUp();
    await open();
    hang();
    const locking = session.lock('idle');
    await settled();
    clock.advance(30 * 60_000);
    await settled();
    expect(asked).not.toContain('(end)');
    clock.advance(60_000);
    await locking;
    expect(asked).toContain('(end)');
  });

  it('is locked, and told so, when its program crashed', async () => {
    const { session, open, said, statuses } = setUp();
    await open();
    session.crashed();
    expect(said.at(-1)).toBe('locked');
    expect(statuses.at(-1)).toMatchObject({ state: 'locked', directory: DIRECTORY, stoppedUnexpectedly: true });
    await session.open({ directory: DIRECTORY, passphrase: 'x', userName: '' });
    await session.lock('button');
    expect(statuses.at(-1)).toMatchObject({ state: 'locked', stoppedUnexpectedly: false });
  });

  it('is locked before another is opened or chosen', async () => {
    const { session, open, asked } = setUp();
    await open();
    asked.length = 0;
    await session.open({ directory: '/v/other', passphrase: 'x', userName: '' });
    expect(asked.slice(0, 4)).toEqual(['lock', '(end)', 'inspect', 'open']);
    await session.select(null);
    expect(await session.status()).toMatchObject({ state: 'none' });
  });

  it('follows the program’s own word on its state, and reads changed settings again', async () => {
    const { session, open, said, statuses } = setUp();
    await open();
    session.receive({ type: 'event', event: 'status', payload: { ...UNLOCKED, backupDue: true } });
    expect(statuses.at(-1)).toMatchObject({ backupDue: true });
    session.receive({ type: 'event', event: 'data.changed', payload: { features: ['settings'] } });
    await settled();
    expect(said.filter((line) => line.startsWith('settings'))).toHaveLength(2);
  });

  it('knows at the door of the users who came while it was open', async () => {
    const { session, open, statuses } = setUp();
    await open();
    session.receive({ type: 'event', event: 'status', payload: { ...UNLOCKED, users: 5 } });
    await session.lock('button');
    expect(statuses.at(-1)).toMatchObject({ state: 'locked', users: 5 });
  });

  it('does not start a program to say that there are no jobs', async () => {
    const { session, asked } = setUp();
    expect(await session.call('app.listJobs', {})).toEqual({ ok: true, value: { jobs: [] } });
    expect(asked).toEqual([]);
  });
});
