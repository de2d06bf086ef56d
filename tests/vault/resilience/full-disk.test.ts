/** A real small disk that fills up: what was said before, what is refused, and that nothing is left half. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { exportCustody } from '../../../electron/vault/exports/exports.ts';

const MIB = 1_048_576;
/** The vault keeps 100 MiB free. */
const DISK = 130 * MIB;
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks();

/** Only root can make a disk; a container may refuse it even then. */
function mountWorks(): boolean {
  const at = mkdtempSync(path.join(tmpdir(), 'netra-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

describe.skipIf(!canMount)('a full disk (a small tmpfs, made by root)', () => {
  let disk: string;
  let vault: TestVault;
  /** What the vault told its log. */
  const faults: unknown[] = [];
  const temporary = process.env['TMPDIR'];
  const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

  beforeAll(() => {
    disk = mkdtempSync(path.join(tmpdir(), 'netra-disk-'));
  });
  beforeEach(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
    process.env['TMPDIR'] = disk;
    faults.length = 0;
    vault = await createTestVault({ events: { fault: (_id, error) => void faults.push(error) } });
  });
  afterEach(async () => {
    await vault.service.lock('button');
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
    execFileSync('umount', ['--lazy', disk]);
  });
  afterAll(() => rmSync(disk, { recursive: true, force: true }));

  const free = (): number => statfsSync(disk).bavail * statfsSync(disk).bsize;
  /** Fills the disk but for so many bytes. */
  const leave = (bytes: number): void =>
    writeFileSync(path.join(disk, 'pengisi'), Buffer.alloc(Math.max(0, free() - bytes)));
  const makeRoom = (): void => rmSync(path.join(disk, 'pengisi'), { force: true });
  const incoming = (): string[] => readdirSync(path.join(vault.directory, 'blobs', 'incoming'));
  /** After an own unlock: whole, and with so many items. */
  const expectWhole = async (items: number): Promise<void> => {
    makeRoom();
    vault = await vault.reopen();
    const found = await vault.job(await call('vault.verify', {}));
    expect(found).toMatchObject({ ok: true });
    expect((await call('evidence.list', { where: 'all' })).total).toBe(items);
    expect(incoming()).toEqual([]);
  };

  it('is said before files, a capture, an import or a backup begin, with what is needed and what is there', async () => {
    const file = await vault.file('berkas.txt', 'isi');
    const roster = await vault.file('pegawai.xlsx', rosterOf(20));
    const { planId } = await vault.planRoster(roster, { sheets: SHEETS });
    leave(50 * MIB);
    const nearlyFull = {
      code: 'DISK_NEARLY_FULL',
      params: { needed: expect.any(Number) as number, free: expect.any(Number) as number },
    };
    await expect(call('evidence.addFiles', { caseId: null, files: [file] })).rejects.toMatchObject(nearlyFull);
    await expect(call('roster.apply', { planId })).rejects.toMatchObject(nearlyFull);
    const intake = createCaptureIntake(vault.service.context());
    await expect(intake.begin({ caseId: null, expectedBytes: 0 })).rejects.toMatchObject(nearlyFull);
    const backup = path.join(disk, 'cadangan');
    await expect(call('vault.backup', { directory: backup }).then((job) => vault.job(job))).rejects.toMatchObject(
      nearlyFull,
    );
    expect(readdirSync(disk)).not.toContain('cadangan');
    await expectWhole(0);
  });

  it('ends a capture that runs into it; what was written is given back and the vault works on', async () => {
    const intake = createCaptureIntake(vault.service.context());
    const { intakeId } = await intake.begin({ caseId: null, expectedBytes: 0 });
    leave(3 * MIB);
    const place = { intakeId, kind: 'mhtml', index: 0 } as const;
    const pieces = async (): Promise<void> => {
      for (let piece = 0; piece < 12; piece += 1)
        await intake.append({ ...place, mime: 'multipart/related', bytes: Buffer.alloc(MIB, piece) });
      await intake.finishArtefact({ ...place, name: 'halaman.mhtml', width: null, height: null });
    };
    await expect(pieces()).rejects.toMatchObject({ code: 'DISK_FULL' });
    await intake.abort(intakeId);
    expect(incoming()).toEqual([]);
    await expectWhole(0);
    expect((await call('cases.create', { title: 'Sesudahnya' })).number).not.toBe('');
  });

  it('ends an intake of files that runs into it; those before are kept, the one on the way leaves nothing', async () => {
    const small = await vault.file('kecil.txt', 'isi');
    const large = await vault.file('besar.bin', Buffer.alloc(12 * MIB, 7));
    const started = await call('evidence.addFiles', { caseId: null, files: [small, large] });
    leave(3 * MIB);
    await expect(vault.job(started)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(incoming()).toEqual([]);
    await expectWhole(1);
  });

  it('rolls a write back, still reads, still locks, and opens again when there is room', async () => {
    const { id } = await call('cases.create', { title: 'Sebelumnya' });
    leave(0);
    await expect(call('cases.update', { id, title: 'Sesudahnya' })).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect((await call('cases.list', {})).rows.map((row) => row.title)).toEqual(['Sebelumnya']);
    await vault.service.lock('button');
    expect(vault.service.status().state).toBe('locked');
    // The lock could not be recorded, and the log says so.
    expect(faults[0]).toMatchObject({ code: 'DISK_FULL' });
    const open = { directory: vault.directory, passphrase: PASSPHRASE, userName: '' };
    await expect(vault.service.open(open)).rejects.toMatchObject({ code: 'DISK_FULL' });
    makeRoom();
    expect(await vault.service.open(open)).toMatchObject({ state: 'unlocked', rollback: null });
    await expectWhole(0);
  });

  it('refuses an import as a whole', async () => {
    const file = await vault.file('pegawai.xlsx', rosterOf(3_000));
    const { planId } = await vault.planRoster(file, { sheets: SHEETS });
    const started = await call('roster.apply', { planId });
    leave(64 * 1_024);
    await expect(vault.job(started)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect((await call('roster.list', {})).total).toBe(0);
    await expectWhole(0);
    expect((await call('roster.list', {})).total).toBe(0);
  });

  it('refuses a backup onto a full stick by name and leaves the stick empty; likewise an export', async () => {
    const stick = mkdtempSync(path.join(temporary ?? '/tmp', 'netra-stick-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', stick]);
    try {
      await expect(call('vault.backup', { directory: stick }).then((job) => vault.job(job))).rejects.toMatchObject({
        code: expect.stringMatching(/^DISK_(NEARLY_)?FULL$/) as string,
      });
      expect(readdirSync(stick)).toEqual([]);
      writeFileSync(path.join(stick, 'pengisi'), Buffer.alloc(statfsSync(stick).bavail * statfsSync(stick).bsize));
      const target = { path: path.join(stick, 'jejak.jsonl') };
      await expect(exportCustody(target, vault.service.context())).rejects.toMatchObject({ code: 'EXPORT_DISK_FULL' });
      expect(readdirSync(stick)).toEqual(['pengisi']);
    } finally {
      execFileSync('umount', ['--lazy', stick]);
      rmSync(stick, { recursive: true, force: true });
    }
  });

  it('takes a backup onto an empty stick, and gives it back into one', async () => {
    await vault.job(await call('evidence.addFiles', { caseId: null, files: [await vault.file('a.txt', 'isi bukti')] }));
    const [out, back] = ['netra-keluar-', 'netra-masuk-'].map((name) =>
      mkdtempSync(path.join(temporary ?? '/tmp', name)),
    );
    if (!out || !back) throw new Error('no folders');
    for (const stick of [out, back]) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', stick]);
    try {
      await vault.job(await call('vault.backup', { directory: out }));
      await vault.service.lock('button');
      await vault.service.restore({ source: out, directory: back });
      await vault.service.open({ directory: back, passphrase: PASSPHRASE, userName: '' });
      expect(await vault.job(await call('vault.verify', {}))).toMatchObject({ ok: true, items: 1 });
      await vault.service.lock('button');
    } finally {
      for (const stick of [out, back]) {
        execFileSync('umount', ['--lazy', stick]);
        rmSync(stick, { recursive: true, force: true });
      }
    }
  });

  it('refuses to give a backup back onto a full stick, and leaves it empty', async () => {
    const out = path.join(disk, 'cadangan');
    await vault.job(await call('vault.backup', { directory: out }));
    await vault.service.lock('button');
    const stick = path.join(disk, 'stik');
    mkdirSync(stick);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', stick]);
    try {
      await expect(vault.service.restore({ source: out, directory: stick })).rejects.toMatchObject({
        code: 'DISK_NEARLY_FULL',
      });
      expect(readdirSync(stick)).toEqual([]);
    } finally {
      execFileSync('umount', ['--lazy', stick]);
    }
  });
});

const SHEETS = [
  {
    name: 'Pegawai',
    headerRow: 0,
    mapping: (['nip', 'nik', 'name'] as const).map((field, column) => ({ column, field })),
  },
];

function rosterOf(people: number): Buffer {
  const rows = [...makePeople(people, 3)].map(personCells);
  return makeXlsx([{ name: 'Pegawai', rows: [[...OFFICE_HEADINGS], ...rows] }]);
}
