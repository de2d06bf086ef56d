/** A part of the screen in the real app: another program's window behind ours is picked, pixel for pixel, and kept. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceOperations } from '#shared/contract/evidence.ts';
import { ask, goTo, PASSPHRASE, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerSaveDialog, openPages } from '../support/journey/system.ts';

let person: Person;
let page: Page;

/** A program that covers the screen and paints into every eight pixels where they are. */
const MESSENGER = `<body style="margin:0;overflow:hidden"><canvas id="c"></canvas><script>
  const c = document.getElementById('c'); c.width = innerWidth; c.height = innerHeight; const g = c.getContext('2d');
  for (let y = 0; y < c.height; y += 8) for (let x = 0; x < c.width; x += 8) {
    g.fillStyle = 'rgb(' + (x / 8) % 256 + ',' + (y / 8) % 256 + ',90)'; g.fillRect(x, y, 8, 8); }
</script>`;

beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  const made = { directory: person.file('brankas'), name: 'Layar', userName: 'Ani', passphrase: PASSPHRASE };
  expect(await ask(page, 'vault.create', { ...made, practice: true })).toMatchObject({ ok: true });
  await person.netra.app.evaluate(async ({ BrowserWindow, screen, session }, html) => {
    const window = new BrowserWindow({
      ...screen.getPrimaryDisplay().bounds,
      frame: false,
      show: false,
      enableLargerThanScreen: true,
      webPreferences: { session: session.fromPartition('messenger') },
    });
    await window.loadURL(`data:text/html,${encodeURIComponent(html)}`);
    window.showInactive();
  }, MESSENGER);
  await page.bringToFront();
  await goTo(page, 'Bukti');
});
afterAll(() => person.netra.close());

async function openRegion(): Promise<Page> {
  const opening = person.netra.app.waitForEvent('window', { predicate: (one) => one.url().includes('screen-region') });
  await press(page, 'Ambil bagian layar');
  const region = await opening;
  await region.getByText(/^\d+ × \d+$/).waitFor();
  return region;
}

const visible = (): Promise<boolean> =>
  person.netra.app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('index.html'))
        ?.isVisible() ?? false,
  );

it('Esc keeps nothing and brings the window back', async () => {
  const region = await openRegion();
  expect(await visible()).toBe(false);
  const closed = region.waitForEvent('close');
  await region.keyboard.press('Escape').catch(() => undefined);
  await closed;
  await expect.poll(visible).toBe(true);
  await expect.poll(async () => (await openPages(person.netra)).join(' ')).not.toContain('screen-region');
  expect(await ask(page, 'evidence.list', {})).toMatchObject({ ok: true, value: { total: 0 } });
});

it('keeps exactly the pixels that were picked, with what was recorded and what the officer says', async () => {
  const region = await openRegion();
  await region.mouse.move(400, 300);
  await region.mouse.down();
  await region.mouse.move(160, 120, { steps: 4 });
  await region.mouse.up();
  await region.getByText('240 × 180').waitFor();
  await region.keyboard.press('ArrowRight');
  await region.keyboard.press('Control+Shift+ArrowDown');
  await region.getByText('240 × 181').waitFor();
  if (process.env['NETRA_SHOTS'] !== undefined) {
    await region.screenshot({ path: `${process.env['NETRA_SHOTS']}/bagian-layar.png` });
  }
  const closed = region.waitForEvent('close');
  await region.keyboard.press('Enter').catch(() => undefined);
  await closed;
  const dialog = page.getByRole('dialog', { name: 'Tambah bagian layar' });
  await dialog.getByLabel('Program yang tampil').fill('Pesan Contoh');
  await dialog.getByLabel('Orang atau grup yang tampil').fill('Grup Contoh');
  await person.look('bagian-layar-keterangan');
  await dialog.getByRole('button', { name: 'Simpan bukti' }).click();
  await dialog.getByText('1 bukti tersimpan.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await page
    .getByRole('list', { name: 'Bukti' })
    .getByRole('button', { name: /Pesan Contoh/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Penampil bukti' }).waitFor();
  await page.keyboard.press('d');
  await page.getByRole('region', { name: 'Asal' }).getByText('Pesan Contoh').waitFor();
  await person.look('bagian-layar-bukti');

  const listed = await ask(page, 'evidence.list', { origin: 'screen' });
  const id = evidenceOperations.list.output.parse(listed.value).rows[0]?.id ?? '';
  const got = await ask(page, 'evidence.get', { id });
  const kept = evidenceOperations.get.output.parse(got.value);
  expect(kept.originFacts).toMatchObject({
    region: { rectangle: { x: 170, y: 120, width: 240, height: 181 }, displays: 1, display: { scale: 1 } },
    shownProgram: 'Pesan Contoh',
    shownSubject: 'Grup Contoh',
  });
  const file = person.file('bagian.png');
  await answerSaveDialog(person.netra, file);
  await ask(page, 'evidence.export', { id, artefactId: kept.artefacts[0]?.id ?? '' });
  const png = PNG.sync.read(readFileSync(file));
  expect([png.width, png.height]).toEqual([240, 181]);
  const wrong: string[] = [];
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const at = (y * png.width + x) * 4;
      const wanted = [Math.floor((x + 170) / 8) % 256, Math.floor((y + 120) / 8) % 256, 90];
      const found = [...png.data.subarray(at, at + 3)];
      if (wanted.some((value, index) => Math.abs(value - (found[index] ?? -99)) > 2))
        wrong.push(`${x},${y}: ${found.join(' ')}`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});
