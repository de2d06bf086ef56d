/** A working copy in the real window: drawn with the mouse, saved, seen beside the original, exported, in the masked report. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidencePage } from '#shared/contract/evidence.ts';
import { ask, firstRun, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerSaveDialog } from '../support/journey/system.ts';

let person: Person;
let page: Page;
let id: string;
beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await firstRun(person);
  const list = await ask(page, 'evidence.list', { limit: 10 });
  id = (list.value as { rows: { id: string }[] }).rows[0]?.id ?? '';
});
afterAll(() => person.netra.close());

const dragged = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
};

it('covers what the mouse was drawn over, and leaves the original alone', async () => {
  await page.evaluate((one) => void (window.location.hash = `/bukti?lihat=${one}`), id);
  await page.getByRole('dialog', { name: 'Penampil bukti' }).waitFor();
  await page.getByRole('button', { name: 'Buat salinan kerja (S)' }).waitFor();
  await page.keyboard.press('s');
  const picture = page.locator('.n-copy-picture svg');
  await picture.waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not seen');
  await dragged([box.x + 40, box.y + 30], [box.x + 240, box.y + 90]);
  await page.getByLabel('Alasan menutup bagian 1').selectOption('nama');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.mouse.click(box.x + 60, box.y + 140);
  await page.getByLabel('Tulisan pada tanda 1').fill('Ajakan memilih');
  await person.look('salinan-kerja-penyunting');
  await press(page, 'Simpan salinan');
  await page.getByText(/Salinan kerja versi 1 tersimpan/).waitFor();

  const { copies, artefacts, evidence } = evidencePage.parse((await ask(page, 'evidence.get', { id })).value);
  const [copy] = copies;
  if (copy === undefined) throw new Error('no copy was kept');
  expect(copy).toMatchObject({ version: 1, usedInMasked: true, derivedFrom: artefacts[0]?.id });
  expect(evidence.mainSha256).toBe(artefacts[0]?.sha256);
  const [mask] = copy.edits.masks;
  const scale = copy.width / box.width;
  expect(mask).toMatchObject({ reason: 'nama' });
  expect(Math.abs((mask?.x ?? 0) - 40 * scale)).toBeLessThan(2);
  expect(Math.abs((mask?.width ?? 0) - 200 * scale)).toBeLessThan(3);

  await press(page, 'Salinan 1');
  await page.getByText('Salinan kerja — bukan asli').first().waitFor();
  await press(page, /Rincian/);
  await page.getByRole('button', { name: 'Tindakan untuk versi 1' }).scrollIntoViewIfNeeded();
  await person.look('salinan-kerja-di-samping-asli');
  const file = person.file('salinan.png');
  await answerSaveDialog(person.netra, file);
  await press(page, 'Tindakan untuk versi 1');
  await page.getByRole('menuitem', { name: 'Ekspor' }).click();
  await page.getByText(/diekspor dan hash-nya cocok/).waitFor();
  const image = PNG.sync.read(readFileSync(file));
  const at = (x: number, y: number): number[] => [
    ...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3),
  ];
  for (let y = mask?.y ?? 0; y < (mask?.y ?? 0) + (mask?.height ?? 0); y += 1)
    for (let x = mask?.x ?? 0; x < (mask?.x ?? 0) + (mask?.width ?? 0); x += 1)
      if (at(x, y).join() !== '0,0,0') expect.fail(`pixel ${x},${y} is ${at(x, y).join()}`);
  expect(person.netra.problems).toEqual([]);
  expect(person.netra.violations).toEqual([]);
});

it('is what the masked report shows', async () => {
  const found = evidencePage.parse((await ask(page, 'evidence.get', { id })).value);
  const caseId = found.evidence.cases[0]?.id ?? '';
  await page.evaluate((one) => void (window.location.hash = `/dokumen/buat/${one}`), caseId);
  await page.getByText('Disamarkan', { exact: true }).click();
  await press(page, 'Susun pratinjau');
  const sheets = page.getByRole('img', { name: /^Halaman \d+ dari \d+/ });
  await sheets.first().waitFor({ timeout: 120_000 });
  // Of the whole report only the copy's picture has a field of pure black as wide as the mask.
  const blackest = async (): Promise<number> => {
    const counts: number[] = [];
    for (let index = 0; index < (await sheets.count()); index += 1) {
      await sheets.nth(index).scrollIntoViewIfNeeded();
      counts.push(await sheets.nth(index).evaluate(longestBlackRun));
    }
    const most = Math.max(...counts);
    await sheets.nth(counts.indexOf(most)).scrollIntoViewIfNeeded();
    return most;
  };
  await expect.poll(blackest, { timeout: 60_000 }).toBeGreaterThan(60);
  await person.look('laporan-disamarkan');
});

/** Pixels of the longest stretch of pure black on any row of a drawn page. */
function longestBlackRun(element: Element): number {
  const canvas = element as HTMLCanvasElement;
  const { width, height } = canvas;
  const data = width === 0 ? null : canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  let longest = 0;
  for (let y = 0; data && y < height; y += 1) {
    let run = 0;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      run = data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 0 && data[at + 3] === 255 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}
