/** The office's account in a real vault: off by default, kept, wiped, never let out; marked captures and public looks. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { KeptCookie } from '#shared/contract/capture-profiles.ts';
import { casePackaged } from '#shared/contract/case-package.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { exportArtefact, exportCustody } from '../../../electron/vault/exports/exports.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { readCaseMaterial } from '../../../electron/vault/reports/case-material.ts';
import { publicViewSection, publicViewSummary } from '../../../electron/vault/reports/public-view-lines.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { addCapture, manifestOf } from '../exports/support.ts';

const SECRET = 'rahasia-sesi-7f3a91c2';
const cookie: KeptCookie = {
  url: 'https://lini.test/',
  name: 'sesi',
  value: SECRET,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
};
const ADDRESS = 'https://lini.test/ayu/posts/7';
const WORDS = 'Dukung pasangan nomor satu bersama seluruh warga kecamatan Muara menuju kemenangan besar Pilwakot';

let vault: TestVault;
let caseId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const ask = (op: string, input: unknown): Promise<unknown> => carryOut(op, input, vault.service);

beforeAll(async () => {
  vault = await createTestVault();
  caseId = (await call('cases.create', { title: 'Unggahan' })).id;
});
afterAll(() => vault.dispose());

interface Taken {
  readonly seenBy: CaptureRecordSummary['seenBy'];
  readonly text?: string;
  readonly lookOf?: string;
  readonly part?: Partial<CaptureRecordSummary>;
  readonly into?: string | null;
}

async function take({ seenBy, text = WORDS, lookOf, part = {}, into = null }: Taken): Promise<string> {
  const intake = createCaptureIntake(vault.service.context());
  const { intakeId } = await intake.begin({ caseId: into, expectedBytes: 0, ...(lookOf !== undefined && { lookOf }) });
  const png = PNG.sync.write(new PNG({ width: 20, height: 10 }));
  const files = [
    ['viewport-image', 'image/png', png],
    ['text', 'text/plain', Buffer.from(text)],
    ['mhtml', 'multipart/related', Buffer.from(`halaman ${String(lookOf)} ${text}`)],
  ] as const;
  for (const [kind, mime, bytes] of files) {
    await intake.append({ intakeId, kind, index: 0, mime, bytes: new Uint8Array(bytes) });
    await intake.finishArtefact({ intakeId, kind, index: 0, name: kind, width: null, height: null });
  }
  const summary: CaptureRecordSummary = {
    outcome: 'captured',
    requestedUrl: ADDRESS,
    documentUrl: ADDRESS,
    shownUrl: ADDRESS,
    status: 200,
    ip: null,
    protocol: null,
    redirects: [],
    certificate: null,
    addressReachedInPage: false,
    removedHeaders: [],
    completeness: { heightSeen: 1, documentHeight: 1, imagesLoaded: 0, imagesDeclared: 0, joinsClean: null },
    warnings: [],
    version: 2,
    assessment: null,
    postFacts: null,
    media: [],
    webArchive: null,
    seenBy,
    capturedAt: '2026-11-20T01:00:00.000Z',
    capturedAtLocal: '',
    ...part,
  };
  return (await intake.commit({ intakeId, record: { title: 'Unggahan', summary } })).evidenceId;
}

const office = {
  how: 'office-account',
  profileId: '0192a000-0002-7000-8000-000000000000',
  profileName: 'Pantau',
} as const;
const visibilityOf = async (id: string) => (await call('evidence.get', { id })).capture?.visibility;
const mhtmlOf = async (id: string): Promise<string> =>
  (await call('evidence.get', { id })).artefacts.find(({ kind }) => kind === 'mhtml')?.id ?? '';

describe('profiles of the office’s account', () => {
  it('are off by default: none is made, none is opened', async () => {
    expect(await call('captureProfiles.list', {})).toEqual({ enabled: false, profiles: [] });
    const made = call('captureProfiles.save', { id: null, name: 'Pantau', platforms: '' });
    await expect(made).rejects.toMatchObject({ code: 'PROFILES_OFF' });
    await expect(ask('openProfile', { id: office.profileId })).rejects.toMatchObject({ code: 'PROFILES_OFF' });
  });

  it('are turned on and made by a pengelola alone, each step in custody', async () => {
    await call('vault.addUser', {
      name: 'Budi',
      identityNumber: '',
      role: 'petugas',
      passphrase: 'kapal layar biru 77',
    });
    await vault.service.lock('button');
    await vault.service.open({ directory: vault.directory, passphrase: 'kapal layar biru 77', userName: 'Budi' });
    // What the vault asks of others by itself is decided by the same people.
    for (const changed of [{ officeAccountProfiles: true }, { raiseWhenOnline: false }])
      await expect(call('settings.set', changed)).rejects.toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    await vault.service.lock('button');
    await vault.service.open({ directory: vault.directory, passphrase: PASSPHRASE, userName: 'Ayu Petugas' });
    await call('settings.set', { officeAccountProfiles: true });
    const { profiles } = await call('captureProfiles.save', { id: null, name: 'Pantau', platforms: 'Lini' });
    expect(profiles).toMatchObject([
      { name: 'Pantau', platforms: 'Lini', cookies: 0, keptAt: null, madeBy: 'Ayu Petugas' },
    ]);
    const id = profiles[0]?.id ?? '';
    await call('captureProfiles.save', { id, name: 'Pantau kantor', platforms: 'Lini, Warta' });
    await expect(
      call('captureProfiles.save', { id: office.profileId, name: 'x', platforms: '' }),
    ).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
    const { rows } = await call('custody.list', { subjectId: id });
    expect(rows.map(({ action }) => action).reverse()).toEqual(['profile.made', 'profile.changed']);
  });

  it('keep cookies for the next opening, also after a restart, and forget them on demand', async () => {
    const id = (await call('captureProfiles.list', {})).profiles[0]?.id ?? '';
    expect(await ask('openProfile', { id })).toMatchObject({ name: 'Pantau kantor', generation: 0, cookies: [] });
    expect(await ask('keepProfile', { id, generation: 0, cookies: [cookie] })).toEqual({ kept: true });
    await vault.service.lock('button');
    await vault.service.open({ directory: vault.directory, passphrase: PASSPHRASE, userName: 'Ayu Petugas' });
    expect(await ask('openProfile', { id })).toMatchObject({ cookies: [cookie] });
    expect((await call('captureProfiles.list', {})).profiles[0]).toMatchObject({ cookies: 1 });

    await call('captureProfiles.wipe', { id });
    expect(await ask('openProfile', { id })).toMatchObject({ generation: 1, cookies: [] });
    // A window that was open during the wipe cannot bring them back.
    expect(await ask('keepProfile', { id, generation: 0, cookies: [cookie] })).toEqual({ kept: false });
    expect((await call('captureProfiles.list', {})).profiles[0]).toMatchObject({ cookies: 0, keptAt: null });
    expect(await ask('keepProfile', { id, generation: 1, cookies: [cookie] })).toEqual({ kept: true });
    await call('settings.set', { officeAccountProfiles: false });
    expect(await ask('keepProfile', { id, generation: 1, cookies: [] })).toEqual({ kept: false });
    await call('settings.set', { officeAccountProfiles: true });
  });

  it('let no cookie out: not into the log, lists, an answer, a backup, or the files of the vault in clear text', async () => {
    const context = vault.service.context();
    const custody = path.join(vault.folder, 'jejak.jsonl');
    await exportCustody({ path: custody }, context);
    const said = [
      readFileSync(custody, 'utf8'),
      JSON.stringify(await call('captureProfiles.list', {})),
      JSON.stringify(await call('settings.get', {})),
      JSON.stringify(await call('custody.list', { limit: 1_000 })),
      JSON.stringify(await call('search.everything', { query: SECRET })),
    ].join('\n');
    expect(said).not.toContain(SECRET);
    const backup = path.join(vault.folder, 'cadangan');
    await vault.job(await call('vault.backup', { directory: backup }));
    // What was taken out for the copy is back.
    expect((await call('captureProfiles.list', {})).profiles[0]).toMatchObject({ cookies: 1 });
    const restored = path.join(vault.folder, 'pulih');
    await vault.service.lock('button');
    for (const folder of [vault.directory, backup])
      for (const file of globSync('**/*', { cwd: folder })) {
        const at = path.join(folder, file);
        if (statSync(at).isFile()) expect(readFileSync(at).includes(SECRET), file).toBe(false);
      }
    await vault.service.restore({ source: backup, directory: restored });
    await vault.service.open({ directory: restored, passphrase: PASSPHRASE, userName: 'Ayu Petugas' });
    expect((await call('captureProfiles.list', {})).profiles[0]).toMatchObject({ name: 'Pantau kantor', cookies: 0 });
    await vault.service.lock('button');
    await vault.service.open({ directory: vault.directory, passphrase: PASSPHRASE, userName: 'Ayu Petugas' });
  });

  it('go with their session when they are removed', async () => {
    const { profiles } = await call('captureProfiles.save', { id: null, name: 'Sementara', platforms: '' });
    const id = profiles.find(({ name }) => name === 'Sementara')?.id ?? '';
    await ask('keepProfile', { id, generation: 0, cookies: [cookie] });
    const left = await call('captureProfiles.wipe', { id, remove: true });
    expect(left.profiles.map(({ name }) => name)).toEqual(['Pantau kantor']);
    await expect(ask('openProfile', { id })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
    await expect(call('captureProfiles.wipe', { id })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
  });
});

describe('who saw a capture', () => {
  it('is asked where the window could not tell; the answer stands beside the record, the last one holds', async () => {
    const id = await take({ seenBy: { how: 'uncertain', signs: ['password-sent'] } });
    expect(await visibilityOf(id)).toMatchObject({ statement: null, accountData: true });
    await call('evidence.stateSeenBy', { id, answer: 'other-account' });
    expect(await visibilityOf(id)).toMatchObject({
      statement: { answer: 'other-account', by: 'Ayu Petugas' },
      accountData: true,
    });
    await call('evidence.stateSeenBy', { id, answer: 'without-login' });
    expect(await visibilityOf(id)).toMatchObject({ statement: { answer: 'without-login' }, accountData: false });
    const page = await call('evidence.get', { id });
    expect(page.capture?.seenBy).toEqual({ how: 'uncertain', signs: ['password-sent'] });
    expect(page.thread.filter(({ action }) => action === 'evidence.seen-by-stated')).toHaveLength(2);
  });

  it('is not asked where the window knew', async () => {
    const id = await take({ seenBy: office });
    const stated = call('evidence.stateSeenBy', { id, answer: 'without-login' });
    await expect(stated).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    expect(await visibilityOf(id)).toMatchObject({ statement: null, accountData: true });
  });
});

describe('a public look', () => {
  it('is judged by the vault, filed beside the first one in its cases, and cannot be changed', async () => {
    const first = await take({ seenBy: office, into: caseId });
    const lookId = await take({ seenBy: { how: 'without-login' }, lookOf: first, text: `Lini ${WORDS}` });
    const visibility = await visibilityOf(first);
    expect(visibility?.looks).toMatchObject([
      {
        evidenceId: lookId,
        answer: 'yes',
        basis: 'same-post',
        share: 1,
        outcome: 'captured',
        lookedAt: '2026-11-20T01:00:00.000Z',
      },
    ]);
    const page = await call('evidence.get', { id: lookId });
    expect(page.evidence.cases.map(({ id }) => id)).toEqual([caseId]);
    expect(page.capture?.visibility.lookOf).toMatchObject({ id: first });
    const { rows } = await call('custody.list', { subjectId: lookId });
    expect(rows).toMatchObject([{ action: 'evidence.captured', facts: { lookOf: first, public: 'yes' } }]);
    const { database } = vault.service.context();
    expect(() => database.all("UPDATE public_looks SET answer = 'no' RETURNING look_id")).toThrow();
    await expect(take({ seenBy: { how: 'without-login' }, lookOf: lookId })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
  });

  it('says so when the site shows a wall, something else, or when somebody logged in meanwhile', async () => {
    const first = await take({ seenBy: office });
    const clean = { how: 'without-login' } as const;
    await take({ seenBy: clean, lookOf: first, text: 'Masuk untuk melanjutkan', part: { outcome: 'wall' } });
    await take({ seenBy: clean, lookOf: first, text: 'Resep kue lapis dengan mentega' });
    await take({ seenBy: { how: 'uncertain', signs: ['login-cookie'] }, lookOf: first });
    await take({ seenBy: clean, lookOf: first, part: { outcome: 'gone', status: 404 } });
    const looks = (await visibilityOf(first))?.looks.map(({ answer, basis }) => `${answer} ${basis}`);
    expect(looks).toEqual([
      'uncertain other-wall',
      'uncertain other-words',
      'uncertain look-not-logged-out',
      'no gone',
    ]);
    await call('evidence.remarkPublic', { id: first, text: 'Akun dikunci pemiliknya hari ini.' });
    expect(await visibilityOf(first)).toMatchObject({
      remark: { text: 'Akun dikunci pemiliknya hari ini.', by: 'Ayu Petugas' },
    });
    expect((await visibilityOf(first))?.looks.at(-1)).toMatchObject({ answer: 'no' });
  });

  it('is told in the report before the allegations, also that none was made; a masked one without names', () => {
    const context = vault.service.context();
    const { items } = readCaseMaterial(context, caseId);
    const [section] = publicViewSection(items, context.settings(), false);
    expect(section?.title).toBe('Keterlihatan publik');
    expect(section?.paragraphs[1]).toMatch(
      /^B-\d+: Dilihat: dengan akun kantor: Pantau \(memuat data akun petugas\)\. Terlihat publik: ya, menurut B-\d+ pada .*100%/,
    );
    expect(section?.paragraphs[2]).toMatch(/^B-\d+: Pemeriksaan tanpa masuk \(log in\) atas alamat bukti B-\d+\.$/);
    expect(publicViewSummary(items)).toMatch(/^ya \(B-\d+/);
    const masked = JSON.stringify(publicViewSection(items, context.settings(), true));
    expect(masked).not.toContain('Pantau');
    expect(masked).toContain('Terlihat publik: ya');
  });
});

describe('what leaves the vault of a capture with an account', () => {
  it('is refused by name until it is chosen, and the choice is recorded', async () => {
    const id = await take({ seenBy: office });
    const file = path.join(vault.folder, 'keluar.mhtml');
    const target = { id, artefactId: await mhtmlOf(id), path: file };
    const context = vault.service.context();
    await expect(exportArtefact(target, context)).rejects.toMatchObject({ code: 'ACCOUNT_DATA_NOT_CHOSEN' });
    expect(existsSync(file)).toBe(false);
    await exportArtefact({ ...target, withAccountData: true }, context);
    expect(existsSync(file)).toBe(true);
    const { rows } = await call('custody.list', { subjectId: id, limit: 1 });
    expect(rows).toMatchObject([{ action: 'evidence.exported', facts: { kind: 'mhtml', accountData: true } }]);
    const clean = await take({ seenBy: { how: 'without-login' } });
    const other = { id: clean, artefactId: await mhtmlOf(clean), path: path.join(vault.folder, 'bersih.mhtml') };
    expect((await exportArtefact(other, context)).bytes).toBeGreaterThan(0);
  });

  it('stays out of the case package and is listed there, unless it is chosen', async () => {
    const out = path.join(vault.folder, 'serah');
    mkdirSync(out);
    const pack = async (withAccountData: boolean, context = vault.service.context()) => {
      const started = await ask('packageCase', { id: caseId, place: out, withAccountData });
      void context;
      return casePackaged.parse(await vault.job(started as { jobId: string }));
    };
    const without = await pack(false);
    const list = manifestOf(without.directory);
    expect(list.leftOut).toMatchObject([{ kind: 'mhtml', reason: 'memuat data akun petugas' }]);
    // The look, which was made without log-in, goes whole.
    expect(list.files.filter((one) => one.type === 'original' && one.kind === 'mhtml')).toHaveLength(1);
    expect(readFileSync(path.join(without.directory, 'BACA-SAYA.txt'), 'utf8')).toContain('1 berkas salinan halaman');
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: without.directory });
    const { rows } = await call('custody.list', { action: 'case.packaged', limit: 1 });
    expect(rows[0]?.facts).toMatchObject({ leftOut: 1 });
    for (const file of globSync('**/*', { cwd: without.directory }))
      if (statSync(path.join(without.directory, file)).isFile())
        expect(readFileSync(path.join(without.directory, file)).includes(SECRET)).toBe(false);
  });

  it('goes along when it is chosen, marked', async () => {
    const bench = {
      vault,
      caseId,
      out: '',
      call,
      add: async () => '',
      packed: async () => ({}) as never,
      entries: async () => 0,
    };
    await addCapture(bench, 'https://lini.test/lain', [['mhtml', 'multipart/related', Buffer.from('lama')]]);
    const within = path.join(vault.folder, 'serah-semua');
    mkdirSync(within);
    const started = await ask('packageCase', { id: caseId, place: within, withAccountData: true });
    const { directory, leftOut } = casePackaged.parse(await vault.job(started as { jobId: string }));
    expect(leftOut).toBe(0);
    const list = manifestOf(directory);
    const marks = list.files.flatMap((one) =>
      one.type === 'original' && one.kind === 'mhtml' ? [one.accountData] : [],
    );
    expect(marks).toEqual([true, false, false]);
    expect(list.leftOut).toEqual([]);
  });

  it('is not attached to a report', async () => {
    await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
    const started = await call('reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } });
    const issued = (await vault.job(started)) as { id: string };
    const file = path.join(vault.folder, 'laporan.pdf');
    await ask('exportReport', { id: issued.id, path: file });
    const pdf = execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' });
    expect(pdf.split('\n').filter((line) => line.includes('mhtml'))).toHaveLength(2);
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Keterlihatan publik');
    expect(text).toContain('Terlihat publik: belum diperiksa');
    // Beside each allegation too, with the numbers.
    expect(text).toMatch(/D-6 .*Terlihat publik.* ya \(B-\d+\); belum diperiksa \(B-\d+\)/);
    expect(text).toContain('tidak disertakan: memuat data akun petugas');
  });
});
