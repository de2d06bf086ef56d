/** What a person does at the screens, by the words they read there. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { CallOf, OperationName } from '#shared/contract/index.ts';
import { launchNetra, type LaunchOptions, type RunningNetra } from '../electron.ts';

export const PASSPHRASE = 'kuda jerapah gajah badak';

export interface Person {
  readonly netra: RunningNetra;
  readonly page: Page;
  /** A folder of the test's own, beside the app's data; gone with it. */
  file(name: string): string;
  /** Keeps a picture of the screen in NETRA_SHOTS, when that is set. */
  look(name: string): Promise<void>;
}

/** Starts the app and waits for its first screen. */
export async function sitDown(options: LaunchOptions = {}): Promise<Person> {
  const netra = await launchNetra(options);
  const page = await netra.firstWindow();
  try {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  } catch (error) {
    await netra.kill();
    throw error;
  }
  return { netra, page, file: (name) => path.join(netra.userDataDir, name), look: (name) => look(page, name) };
}

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['NETRA_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** Presses the button of that name; the first, where several wear it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
}

/** Goes to a place of the rail; a place may wear a number beside its name. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: new RegExp(`^${place}`) })
    .click();
}

/** The three steps of the first run; the answer is the recovery code that was shown. */
export async function firstRun({ page, look: keep, file }: Person): Promise<string> {
  await keep('01-selamat-datang');
  await press(page, /Coba dengan brankas latihan/);
  await page.getByLabel('Folder', { exact: true }).fill(file('brankas'));
  await keep('02-tempat');
  await press(page, 'Lanjut');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Ulangi kata sandi').fill(PASSPHRASE);
  await keep('03-petugas');
  await page.keyboard.press('Enter');
  const code = await readRecoveryCode(page);
  await keep('04-kode-pemulihan');
  const field = page.getByLabel(/^Kelompok ke-\d+ dari kode$/);
  const wanted = Number(
    /ke-(\d+)/.exec((await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? '')?.[1],
  );
  await field.fill(code.split(' ')[wanted - 1] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  return code;
}

async function readRecoveryCode(page: Page): Promise<string> {
  const groups = page.locator('form .n-recovery li');
  await groups.first().waitFor({ timeout: 120_000 });
  const texts = await groups.evaluateAll((items) => items.map((item) => item.lastChild?.textContent ?? ''));
  return texts.join(' ');
}

/** Types the passphrase at the door. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Kata sandi', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Waits until the door is shown. */
export async function waitForDoor(page: Page): Promise<void> {
  await page.getByLabel('Kata sandi', { exact: true }).waitFor();
}

/** Asks an operation as the page's own code does: for preparing what a test is not about. */
export async function ask<Name extends OperationName>(
  page: Page,
  name: Name,
  input: CallOf<Name>,
): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
  return page.evaluate(
    async ([operation, argument]) => {
      const functions = window.netra?.operations as unknown as Record<string, (value: unknown) => Promise<never>>;
      return functions[operation]?.(argument) as Promise<never>;
    },
    [name, input] as const,
  );
}
