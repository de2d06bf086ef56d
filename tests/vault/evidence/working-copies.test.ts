/** Working copies: beside the original, never in its place; in custody with what was covered. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '../../../shared/contract/index.ts';
import type { WorkingCopy } from '../../../shared/contract/working-copy.ts';
import { exportArtefact } from '../../../electron/vault/exports/exports.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let id: string;
let original: { id: string; sha256: string };
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const MASK = { x: 10, y: 20, width: 30, height: 12, reason: 'nama' } as const;

beforeAll(async () => {
  vault = await createTestVault();
  const png = new PNG({ width: 120, height: 90 });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([index % 253, 90, 40, 255], index);
  id = await add('tangkapan.png', PNG.sync.write(png));
  const page = await call('evidence.get', { id });
  original = { id: page.artefacts[0]?.id ?? '', sha256: page.artefacts[0]?.sha256 ?? '' };
});
afterAll(() => vault.dispose());

async function add(name: string, bytes: Uint8Array | string): Promise<string> {
  const started = await call('evidence.addFiles', { caseId: null, files: [await vault.file(name, bytes)] });
  const { added } = (await vault.job(started)) as { added: { id: string }[] };
  return added[0]?.id ?? '';
}

async function make(input: Partial<CallOf<'evidence.makeCopy'>> = {}): Promise<WorkingCopy> {
  const edits = { crop: null, masks: [MASK], marks: [] };
  return (await vault.job(
    await call('evidence.makeCopy', { id, artefactId: original.id, edits, ...input }),
  )) as WorkingCopy;
}

async function bytesOf(artefactId: string): Promise<Buffer> {
  const { handle, bytes } = await call('evidence.view', { id, artefactId });
  return Buffer.from(await vault.service.views.find(handle).read(0, bytes));
}

const chosen = async (): Promise<number> =>
  (await call('custody.list', { subjectId: id, action: 'evidence.copy-chosen' })).total;

describe('working copies', () => {
  it('is a new artefact linked to the untouched original, hashed, with the mask list in custody', async () => {
    const before = await bytesOf(original.id);
    const copy = await make({ note: 'Nama Budi ditutup', useInMasked: true });
    expect(copy).toMatchObject({
      version: 1,
      derivedFrom: original.id,
      mime: 'image/png',
      width: 120,
      height: 90,
      edits: { crop: null, masks: [MASK], marks: [] },
      note: 'Nama Budi ditutup',
      madeBy: 'Ayu Petugas',
      usedInMasked: true,
      withdrawn: null,
    });
    const drawn = await bytesOf(copy.id);
    expect(sha256(drawn)).toBe(copy.sha256);
    const image = PNG.sync.read(drawn);
    expect([...image.data.subarray((20 * 120 + 10) * 4, (20 * 120 + 10) * 4 + 4)]).toEqual([0, 0, 0, 255]);
    expect((await bytesOf(original.id)).equals(before)).toBe(true);
    const page = await call('evidence.get', { id });
    expect(page.artefacts.map(({ kind }) => kind)).toEqual(['file']);
    expect(page.evidence).toMatchObject({ mainSha256: original.sha256, maskedCopy: true });
    expect(page.copies.map((one) => one.id)).toEqual([copy.id]);
    const row = vault.service
      .context()
      .database.get("SELECT facts FROM custody WHERE action = 'evidence.copy-made' AND subject_id = ?", [id]);
    const facts = String(row?.['facts']);
    expect(JSON.parse(facts)).toEqual({
      copy: copy.id,
      version: 1,
      sha256: copy.sha256,
      artefact: original.id,
      original: original.sha256,
      crop: null,
      masks: '10,20,30,12,nama',
      marks: 0,
      used: true,
    });
    expect(facts).not.toContain('Budi');
  });

  it('keeps several versions, of which masked reports use at most one', async () => {
    const marks = [{ kind: 'text', x: 5, y: 5, text: 'Lihat', colour: 'merah', letters: 12 } as const];
    const second = await make({ edits: { crop: { x: 0, y: 0, width: 60, height: 60 }, masks: [MASK], marks } });
    expect(second).toMatchObject({ version: 2, width: 60, height: 60, usedInMasked: false });
    const used = async (): Promise<number[]> =>
      (await call('evidence.get', { id })).copies.filter((copy) => copy.usedInMasked).map((copy) => copy.version);
    expect(await used()).toEqual([1]);
    await call('evidence.chooseCopy', { id, copyId: second.id });
    expect(await used()).toEqual([2]);
    await make({ useInMasked: true });
    expect(await used()).toEqual([3]);
    await call('evidence.chooseCopy', { id, copyId: null });
    expect(await used()).toEqual([]);
    expect((await call('evidence.get', { id })).evidence.maskedCopy).toBe(false);
    expect(await chosen()).toBe(2);
    await call('evidence.chooseCopy', { id, copyId: null });
    expect(await chosen()).toBe(2);
  });

  it('is withdrawn with a reason, kept, no longer shown, and cannot be chosen again', async () => {
    const copy = await make({ useInMasked: true });
    const { copies } = await call('evidence.withdrawCopy', { id, copyId: copy.id, reason: 'Wajah anak terlewat' });
    expect(copies.find((one) => one.id === copy.id)).toMatchObject({
      usedInMasked: false,
      withdrawn: { reason: 'Wajah anak terlewat' },
    });
    expect((await bytesOf(copy.id)).length).toBe(copy.bytes);
    await expect(call('evidence.chooseCopy', { id, copyId: copy.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call('evidence.get', { id })).thread.at(-1)).toMatchObject({ reason: null });
    const knot = (await call('evidence.get', { id })).thread.find((one) => one.action === 'evidence.copy-withdrawn');
    expect(knot?.reason).toBe('Wajah anak terlewat');
    const again = await call('evidence.withdrawCopy', { id, copyId: copy.id, reason: 'sekali lagi' });
    expect(again.copies.find((one) => one.id === copy.id)?.withdrawn?.reason).toBe('Wajah anak terlewat');
  });

  it('cannot be changed or deleted even by a statement', () => {
    const { database } = vault.service.context();
    const write = (sql: string) => () =>
      vault.service.context().write(['evidence'], (writable) => {
        writable.run(sql);
        return { value: null, entry: null };
      });
    expect(write("UPDATE working_copies SET edits = '{}'")).toThrow(/does not change/);
    expect(write('DELETE FROM working_copies')).toThrow(/are kept/);
    expect(database.get('SELECT count(*) AS n FROM working_copies')?.['n']).toBeGreaterThan(0);
  });

  it('is looked at by the seal and by the vault’s verification, and leaves as a file', async () => {
    const { copies } = await call('evidence.get', { id });
    const seal = await call('evidence.checkSeal', { id });
    expect(seal).toMatchObject({ intact: true });
    expect(seal.artefacts).toHaveLength(1 + copies.length);
    const copy = copies[0] as WorkingCopy;
    const written = await exportArtefact(
      { id, artefactId: copy.id, path: `${vault.folder}/salinan.png` },
      vault.service.context(),
    );
    expect(written.sha256).toBe(copy.sha256);
  });

  it('refuses what does nothing, does not fit, is a copy already, or is no picture', async () => {
    const none = { crop: null, masks: [], marks: [] };
    await expect(make({ edits: none })).rejects.toMatchObject({ code: 'COPY_UNCHANGED' });
    await expect(make({ edits: { ...none, masks: [{ ...MASK, x: 100 }] } })).rejects.toMatchObject({
      code: 'COPY_EDIT_OUTSIDE',
      params: { part: 'masks', place: 1, problem: 'outside' },
    });
    const { copies } = await call('evidence.get', { id });
    await expect(make({ artefactId: copies[0]?.id ?? '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const text = await add('teks.txt', 'bukan gambar');
    const file = (await call('evidence.get', { id: text })).artefacts[0]?.id ?? '';
    await expect(make({ id: text, artefactId: file })).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await expect(make({ id: text })).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    await expect(call('evidence.chooseCopy', { id: text, copyId: copies[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
  });

  it('is there after a restart', async () => {
    const { copies } = await call('evidence.get', { id });
    vault = await vault.reopen();
    expect((await call('evidence.get', { id })).copies).toEqual(copies);
  });
});
