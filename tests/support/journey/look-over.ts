/** What is looked for on every screen: nothing wider than the window, and no control that the keyboard cannot reach. */
import type { Page } from 'playwright-core';

/** Parts of the page that are wider than they show, each by its class. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    return [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((element) => element.clientWidth > 0 && scrolls(element) && element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`,
      );
  });
}

/** Goes once around with Tab; the answer names the controls that never got the focus, and those out of order by tabindex. */
export async function unreachable(page: Page): Promise<string[]> {
  await drawn(page);
  const count = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [tabindex]'),
    ].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.checkVisibility({ checkVisibilityCSS: true }) &&
        element.closest('[aria-hidden="true"]') === null,
    );
    const reached = new Set<EventTarget>();
    document.addEventListener('focusin', ({ target }) => target !== null && reached.add(target));
    Reflect.set(window, 'walk', { controls, reached });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return controls.length;
  });
  for (let turn = 0; turn < 2 * count + 5; turn += 1) {
    // Once around is mostly enough: when each of them had the focus, no further press can change the answer.
    if (turn > 0 && turn % count === 0 && (await allReached(page))) break;
    await page.keyboard.press('Tab');
  }
  return page.evaluate(() => {
    const { controls, reached } = Reflect.get(window, 'walk') as { controls: HTMLElement[]; reached: Set<EventTarget> };
    // Of a group of radio buttons one is in the order of Tab, the arrows reach the others.
    const inGroup = (element: HTMLElement): boolean =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      controls.some((other) => other instanceof HTMLInputElement && other.name === element.name && reached.has(other));
    return controls
      .filter((element) => (!reached.has(element) && !inGroup(element)) || element.tabIndex > 0)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

function allReached(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { controls, reached } = Reflect.get(window, 'walk') as { controls: HTMLElement[]; reached: Set<EventTarget> };
    return controls.every((element) => reached.has(element));
  });
}

/** Until nothing was added or removed for twenty frames: long screens are drawn part by part. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        const observer = new MutationObserver(() => {
          quiet = 0;
        });
        observer.observe(document.body, { childList: true, subtree: true });
        const look = (): void => {
          quiet += 1;
          if (quiet < 20) return void requestAnimationFrame(look);
          observer.disconnect();
          resolve();
        };
        requestAnimationFrame(look);
      }),
  );
}
