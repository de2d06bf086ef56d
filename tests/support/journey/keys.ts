/** Going through screens by keyboard alone: what has the focus, and Tab until it is what one looks for. */
import type { Page } from 'playwright-core';

/** More stops than any screen has. */
const STOPS = 120;

/** The name of what has the focus, as it is read out: label, own words, or the name of its table. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return '';
    const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])].map((label) => label.textContent) : [];
    return (one.getAttribute('aria-label') ?? [...labels, one.textContent].join(' ')).replaceAll(/\s+/g, ' ').trim();
  });
}

/** Tab until something of that name has the focus. Throws with all that was passed, when nothing has it. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 40));
  }
  throw new Error(`Tab never came to ${String(name)}; it passed ${passed.join(' | ')}`);
}

/** Presses keys one after the other. */
export async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
