import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function picture(width: number, height: number, seed: number): Buffer {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([(index * seed) % 256, seed % 256, 40, 255], index);
  return PNG.sync.write(png);
}

async function add(
  name: string,
  bytes: Uint8Array | string,
  caseId: string | null = null,
): Promise<{
  added: { id: string; sha256: string; mime: string }[];
  duplicates: { id: string; linked: boolean }[];
  refused: { name: string; code: string }[];
}> {
  const token = await vault.file(name, bytes);
  return (await vault.job(
    await call('evidence.addFiles', { caseId, files: [token], note: 'dari WhatsApp', obtainedFrom: 'Pelapor' }),
  )) as never;
}

describe('evidence from files', () => {
  it('is kept as it is, told by content, marked second-hand, with size and thumbnail', async () => {
    const bytes = picture(320, 240, 7);
    const { added } = await add('bukan-gambar.txt', bytes);
    expect(added[0]).toMatchObject({ sha256: sha256(bytes), mime: 'image/png' });
    const page = await call('evidence.get', { id: added[0]?.id ?? '' });
    expect(page.evidence).toMatchObject({
      secondHand: true,
      origin: 'file',
      width: 320,
      height: 240,
      number: 'B-0001',
    });
    expect(page.evidence.thumbnail).not.toBeNull();
    expect(page.provenance).toMatchObject({
      obtainedFrom: 'Pelapor',
      originalName: 'bukan-gambar.txt',
      who: 'Ayu Petugas',
    });
    const viewed = await call('evidence.view', { id: page.evidence.id, artefactId: page.artefacts[0]?.id ?? '' });
    const source = vault.service.views.find(viewed.handle);
    expect(sha256(await source.read(0, viewed.bytes))).toBe(sha256(bytes));
    expect((await call('evidence.get', { id: page.evidence.id })).thread.map((knot) => knot.action)).toEqual([
      'evidence.added',
      'evidence.viewed',
    ]);
  });

  it('tells the same bytes again, links them to the case and stores them once', async () => {
    const bytes = picture(40, 40, 3);
    const first = await add('a.png', bytes);
    const { id: caseId } = await call('cases.create', {});
    const again = await add('b.png', bytes, caseId);
    expect(again.added).toEqual([]);
    expect(again.duplicates).toMatchObject([{ id: first.added[0]?.id, linked: true }]);
    expect((await call('evidence.list', { where: 'case', caseId })).rows.map((row) => row.id)).toEqual([
      first.added[0]?.id,
    ]);
  });

  it('keeps what cannot be shown or decoded and says so, and refuses an empty file by name', async () => {
    const odd = await add(
      'foto.heic',
      Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(64)]),
    );
    const broken = await add('rusak.png', picture(20, 20, 5).subarray(0, 60));
    expect(odd.added[0]?.mime).toBe('image/heic');
    const page = await call('evidence.get', { id: broken.added[0]?.id ?? '' });
    expect(page.evidence).toMatchObject({ width: null, thumbnail: null });
    expect((await call('evidence.get', { id: odd.added[0]?.id ?? '' })).artefacts[0]?.viewable).toBe('none');
    expect((await add('kosong.png', '')).refused).toEqual([{ name: 'kosong.png', code: 'FILE_EMPTY' }]);
  });

  it('computes the range of a relative time and keeps it as written', async () => {
    const { added } = await add('waktu.txt', 'teks');
    const row = await call('evidence.update', { id: added[0]?.id ?? '', postedAtText: '3 jam' });
    expect(row.postedAtText).toBe('3 jam');
    const [from, to] = row.postedBetween ?? ['', ''];
    expect(new Date(to).getTime() - new Date(from).getTime()).toBe(3_600_000);
  });
});

describe('filing', () => {
  it('lets one item serve several cases, moves a misfiled one and withdraws with a reason; nothing is deleted', async () => {
    const a = await call('cases.create', { title: 'A' });
    const b = await call('cases.create', { title: 'B' });
    const { added } = await add('serba.txt', 'serbaguna', a.id);
    const id = added[0]?.id ?? '';
    await call('evidence.file', { id, caseId: b.id, where: 'Baris ketiga' });
    expect((await call('evidence.get', { id })).evidence.cases.map((one) => [one.number, one.where])).toEqual([
      [a.number, ''],
      [b.number, 'Baris ketiga'],
    ]);
    const moved = await call('evidence.move', { id, fromCaseId: a.id, toCaseId: null, reason: 'Salah berkas' });
    expect(moved.cases.map((one) => one.id)).toEqual([b.id]);
    for (const one of [a, b]) {
      const thread = (await call('cases.get', { id: one.id })).thread.map((knot) => [
        knot.action,
        knot.evidenceNumber === null,
      ]);
      expect(thread[0]).toEqual(['case.opened', true]);
      expect(thread.length).toBeGreaterThan(1);
    }
    expect((await call('cases.get', { id: a.id })).thread.at(-1)).toMatchObject({
      action: 'evidence.moved',
      reason: 'Salah berkas',
    });
    await call('evidence.withdraw', { id, reason: 'Akun bukan milik terlapor' });
    const page = await call('evidence.get', { id });
    expect(page.evidence.withdrawn).toBe(true);
    expect(page.thread.map((knot) => [knot.action, knot.reason])).toEqual([
      ['evidence.added', null],
      ['evidence.filed', null],
      ['evidence.moved', 'Salah berkas'],
      ['evidence.withdrawn', 'Akun bukan milik terlapor'],
    ]);
    expect((await call('evidence.checkSeal', { id })).intact).toBe(true);
  });
});

describe('where to look', () => {
  it('is noted for the case and for each respondent, and taken back by an empty note', async () => {
    const person = await call('roster.addPerson', { name: 'Sari Contoh' });
    const { id: caseId } = await call('cases.create', { employeeId: person.id, reason: 'Nama sama', accountText: '' });
    const page = await call('cases.linkRespondent', {
      id: caseId,
      employeeId: null,
      accountText: '@lain',
      reason: 'Ada dua akun',
    });
    const [first, second] = page.respondents;
    const { added } = await add('bersama.txt', 'foto bersama', caseId);
    const id = added[0]?.id ?? '';
    await call('evidence.file', { id, caseId, where: 'Baris atas' });
    await call('evidence.file', { id, caseId, respondentId: first?.id ?? '', where: 'Kiri' });
    const noted = await call('evidence.file', { id, caseId, respondentId: second?.id ?? '', where: 'Kanan' });
    expect(noted.cases).toMatchObject([
      {
        where: 'Baris atas',
        places: [
          { name: 'Sari Contoh', where: 'Kiri' },
          { name: '@lain', where: 'Kanan' },
        ],
      },
    ]);
    const cleared = await call('evidence.file', { id, caseId, respondentId: first?.id ?? '', where: '' });
    expect(cleared.cases[0]?.places.map((place) => place.name)).toEqual(['@lain']);
    await expect(call('evidence.file', { id, caseId, respondentId: id, where: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what lies on the disk', () => {
  it('holds neither the content, nor the name, nor a plain hash of it', async () => {
    const bytes = Buffer.from('PENANDA-RAHASIA-8841 '.repeat(200));
    await add('penanda-nama-8841.txt', bytes);
    const files = readdirSync(vault.directory, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file.name).not.toContain(sha256(bytes));
      const content = readFileSync(path.join(file.parentPath, file.name)).toString('latin1');
      for (const marker of ['PENANDA-RAHASIA-8841', 'penanda-nama-8841', 'Ayu Petugas', sha256(bytes)])
        expect(content.includes(marker), `${marker} in ${file.name}`).toBe(false);
    }
  });
});
