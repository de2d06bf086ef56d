/**
 * A banner that floats over the page (cookies, consent, "open in the app"): the officer may have it left out of the pictures.
 * It is hidden after the untouched window was taken, and shown again before text and copy are; all of it is recorded. Its
 * place stays as it is, nothing is clicked and nothing is agreed to.
 */
import type { CaptureArea } from '#shared/domain/capture/capture-area.ts';
import { CaptureInterrupted } from './cdp.ts';
import { fieldNumber, fieldText, fieldTrue, type JsonRecord, recordOf } from './json.ts';
import type { PageWorld } from './prepare.ts';
import { unlessCutShort } from './reload.ts';
import { prepared, type Work } from './work.ts';

/** Things that are offered at most, and characters of their words. */
const MOST = 30;
const WORDS = 160;

/** What floats over the page and is seen, outermost only; kept in our world by number until it is listed anew. */
export const LIST_BANNERS = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
  const seen = (one) => { const box = one.getBoundingClientRect(); return box.width * box.height > 400 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && (!one.checkVisibility || one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })); };
  const floating = all(document).filter((one) => /fixed|sticky/.test(getComputedStyle(one).position) && seen(one));
  globalThis.netraBanners = floating.filter((one) => !floating.some((other) => other !== one && other.contains(one))).slice(0, ${MOST});
  return globalThis.netraBanners.map((one) => ({ name: (one.getAttribute('aria-label') || one.innerText || '').replace(/\\s+/g, ' ').trim().slice(0, ${WORDS}), role: one.getAttribute('role') || one.localName, width: Math.round(one.offsetWidth), height: Math.round(one.offsetHeight), hidden: 0 }));
})()`;

const BANNER = (number: number): string => `
  const banner = (globalThis.netraBanners || [])[${number}];
  if (!banner || !banner.isConnected) return { gone: true };
  const box = banner.getBoundingClientRect();`;

/** Where it lies in the window, CSS pixels. */
export function bannerBox(number: number): string {
  return `(() => { ${BANNER(number)} return { x: box.x, y: box.y, width: box.width, height: box.height }; })()`;
}

function hide(number: number): string {
  return `(() => {
    ${BANNER(number)}
    const before = [banner.style.getPropertyValue('visibility'), banner.style.getPropertyPriority('visibility')];
    banner.style.setProperty('visibility', 'hidden', 'important');
    globalThis.netraShowBanner = () => { banner.style.setProperty('visibility', ...before); if (banner.getAttribute('style') === '') banner.removeAttribute('style'); };
    return { x: box.x, y: box.y, width: box.width, height: box.height, text: (banner.innerText || banner.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, ${WORDS}) };
  })()`;
}

const SHOW = `(globalThis.netraShowBanner && globalThis.netraShowBanner(), delete globalThis.netraShowBanner, true)`;

/** Hides what was asked for; answers with the way back. Does nothing when nothing was. */
export async function hideBanner(work: Work, world: PageWorld): Promise<() => Promise<void>> {
  const { banner, deps } = work;
  if (banner === null) return () => Promise.resolve();
  const act = async (): Promise<JsonRecord> => recordOf(await world(hide(banner), deps.deadlines.text));
  try {
    await prepared(work, 'banner-hidden', act, detailOf);
  } catch (error) {
    // What the page refuses is seen in the pictures; the rest is taken nevertheless.
    if (!(error instanceof CaptureInterrupted) || error.reason !== 'refused') throw error;
  }
  return () =>
    unlessCutShort(() =>
      prepared(
        work,
        'banner-shown',
        async () => void (await world(SHOW, deps.deadlines.command)),
        () => '',
      ),
    );
}

function detailOf(told: JsonRecord): string {
  if (fieldTrue(told, 'gone')) return 'no longer there';
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Math.round(fieldNumber(told, name) ?? 0));
  return `“${fieldText(told, 'text')}”, ${width} x ${height} px, ${x}, ${y}`;
}

/** A list of our world's answer, field by field. */
export function areasOf(found: unknown): readonly CaptureArea[] {
  return (Array.isArray(found) ? found : []).map((one: unknown, number) => {
    const area = recordOf(one);
    const size = (name: string): number => Math.max(0, Math.round(fieldNumber(area, name) ?? 0));
    return {
      number,
      name: fieldText(area, 'name').slice(0, 200),
      role: fieldText(area, 'role').slice(0, 60),
      width: size('width'),
      height: size('height'),
      hidden: size('hidden'),
    };
  });
}
