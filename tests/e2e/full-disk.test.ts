/** A nearly full disk is said on the screen before anything is taken in, for a file and for a capture. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_POSTS, type SampleSite, startSampleSite } from '../../scripts/demo/sample-site.ts';
import { barSays, openCapture } from '../support/journey/capture.ts';
import { ask, goTo, PASSPHRASE, type Person, press, sitDown } from '../support/journey/person.ts';
import { dropFile } from '../support/journey/system.ts';

const MIB = 1_048_576;
/** Room for a vault and less than what a capture asks for beside the reserve. */
const DISK = 140 * MIB;
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!canMount)('a small disk (needs root on Linux)', () => {
  let disk: string;
  let site: SampleSite;
  let person: Person;

  beforeAll(async () => {
    disk = mkdtempSync(path.join(tmpdir(), 'netra-cakram-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
    site = await startSampleSite();
    person = await sitDown();
    const made = { directory: path.join(disk, 'brankas'), name: 'Sempit', userName: 'Ani', passphrase: PASSPHRASE };
    expect(await ask(person.page, 'vault.create', { ...made, practice: true })).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await person.netra.close();
    await site.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('takes no file that does not fit beside the reserve, and says how much is missing', async () => {
    const { page } = person;
    writeFileSync(person.file('besar.bin'), Buffer.alloc(60 * MIB, 1));
    await goTo(page, 'Bukti');
    await dropFile(page, 'body', person.file('besar.bin'));
    const intake = page.getByRole('dialog', { name: 'Tambah bukti dari berkas' });
    await intake.getByRole('button', { name: 'Simpan bukti' }).click();
    const said = intake.getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toMatch(/Ruang cakram hampir habis: tersedia [\d,]+ MB, diperlukan [\d,]+ MB/);
    await person.look('60-cakram');
    await intake.getByRole('button', { name: 'Batal' }).click();
    expect(await ask(page, 'evidence.trayCount', {})).toMatchObject({ value: { count: 0 } });
  });

  it('begins no capture, and says so in the tool bar', async () => {
    const bar = await openCapture(person.netra, () => press(person.page, 'Ambil bukti'));
    const post = SAMPLE_POSTS[0];
    await bar.getByRole('textbox', { name: 'Alamat halaman' }).fill(site.origin + (post?.path ?? ''));
    await bar.keyboard.press('Enter');
    await expect.poll(() => bar.locator('#title').textContent(), { timeout: 30_000 }).toContain(post?.title);
    await bar.getByRole('button', { name: 'Ambil bukti', exact: true }).click();
    expect(await barSays(bar, /hampir habis/)).toContain('tidak ada yang diambil');
    expect(await ask(person.page, 'evidence.trayCount', {})).toMatchObject({ value: { count: 0 } });
  });
});
