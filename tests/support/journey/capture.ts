/** The capture window, worked by its tool bar. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningNetra } from '../electron.ts';

/** Does what opens the capture window, and waits for its tool bar. */
export async function openCapture({ app }: RunningNetra, open: () => Promise<void>): Promise<Page> {
  const isBar = (page: Page): boolean => page.url().endsWith('/capture-toolbar.html');
  const known = app.windows().find(isBar);
  await open();
  if (known !== undefined && !known.isClosed()) return known;
  await expect.poll(() => app.windows().some(isBar), { timeout: 30_000 }).toBe(true);
  const bar = app.windows().find(isBar);
  if (bar === undefined) throw new Error('no tool bar');
  await barSays(bar, /^Siap/);
  return bar;
}

/** Waits until the tool bar's line says it. */
export async function barSays(bar: Page, text: RegExp): Promise<string> {
  const line = bar.getByRole('status');
  await expect.poll(() => line.textContent(), { timeout: 60_000 }).toMatch(text);
  return (await line.textContent()) ?? '';
}

/** Types an address, waits for the page's title, takes it; the answer is the number the evidence got. */
export async function capturePage(bar: Page, address: string, title: string): Promise<string> {
  await bar.getByRole('textbox', { name: 'Alamat halaman' }).fill(address);
  await bar.keyboard.press('Enter');
  await expect.poll(() => bar.locator('#title').textContent(), { timeout: 30_000 }).toBe(title);
  await bar.getByRole('button', { name: 'Ambil bukti', exact: true }).click();
  const said = await barSays(bar, /tersimpan sebagai/);
  return /tersimpan sebagai (\S+?)\./.exec(said)?.[1] ?? '';
}
