/**
 * What a scroll recording asks of the page, in the isolated world of the capture: the page's scripts see none of it, and
 * nothing of its content is touched. Areas that were offered are kept there by number until the document is replaced.
 */
import type { ScrollPace } from '#shared/domain/capture/scroll-recording.ts';

/** Areas that are offered at most. */
const MOST_AREAS = 30;
/** Characters of a frame's text, and nodes looked through for it. */
export const FRAME_TEXT = 12_000;
const MOST_NODES = 30_000;

const ELEMENTS = `const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);`;

/** The page and the areas of it that scroll by themselves, largest first. */
export const LIST_AREAS = `(() => {
  ${ELEMENTS}
  const root = document.scrollingElement || document.documentElement;
  const scrolls = (one) => one.clientHeight > 100 && one.clientWidth > 60 && one.scrollHeight > one.clientHeight + 20
    && one !== root && one !== document.documentElement && one !== document.body && !(one instanceof HTMLTextAreaElement)
    && /auto|scroll|overlay/.test(getComputedStyle(one).overflowY) && (!one.checkVisibility || one.checkVisibility());
  const labelOf = (one) => {
    const by = (one.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id)?.textContent || '').join(' ');
    const named = one.getAttribute('aria-label') || by || one.querySelector('h1, h2, h3, [role=heading]')?.textContent;
    const around = one.closest('[aria-label], [role=dialog], dialog, section, aside');
    return (named || around?.getAttribute('aria-label') || around?.querySelector('h1, h2, h3, [role=heading]')?.textContent || one.innerText || '').replace(/\\s+/g, ' ').trim().slice(0, 80);
  };
  const found = all(document).filter(scrolls).sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight).slice(0, ${MOST_AREAS});
  globalThis.netraAreas = [root, ...found];
  const told = (one, name) => ({ name, role: one.getAttribute('role') || one.localName, width: Math.round(one.clientWidth), height: Math.round(one.clientHeight), hidden: Math.round(one.scrollHeight - one.clientHeight) });
  return [{ ...told(root, ''), width: innerWidth, height: innerHeight, hidden: Math.max(0, Math.round(root.scrollHeight - innerHeight)) }, ...found.map((one) => told(one, labelOf(one)))];
})()`;

const AREA = (number: number): string => `
  ${number === 0 ? 'globalThis.netraAreas ??= [document.scrollingElement || document.documentElement];' : ''}
  const area = (globalThis.netraAreas || [])[${number}];
  if (!area || !area.isConnected) return { gone: true };
  const whole = ${number === 0};
  const tall = () => whole ? innerHeight : area.clientHeight;
  const box = () => {
    if (whole) return { x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight };
    const outer = area.getBoundingClientRect();
    const left = Math.max(0, outer.x + area.clientLeft), top = Math.max(0, outer.y + area.clientTop);
    return { x: left, y: top, width: Math.max(0, Math.min(innerWidth, outer.x + area.clientLeft + area.clientWidth) - left), height: Math.max(0, Math.min(innerHeight, outer.y + area.clientTop + area.clientHeight) - top) };
  };`;

/** Where an area lies in the window, CSS pixels; `gone` when it is no longer in the page. */
export function areaBox(number: number): string {
  return `(() => { ${AREA(number)} return box(); })()`;
}

/** Brings an area fully into the window, and tells how tall what can be seen of it is. */
export function showArea(number: number): string {
  return `(() => {
    ${AREA(number)}
    globalThis.netraHurry = false;
    if (!whole) area.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return { tall: box().height, y: area.scrollTop };
  })()`;
}

/**
 * Scrolls an area to a place, waits until what comes into view has come, and at the end for what the page may add. Tells
 * the place that was reached and whether there is more below.
 */
export function scrollArea(number: number, to: number, { wait, patience }: ScrollPace): string {
  return `(async () => {
    ${AREA(number)}
    const pause = (ms) => new Promise((go) => setTimeout(go, ms));
    const drawn = () => Promise.race([pause(250), new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))]);
    const seen = (image) => { const at = image.getBoundingClientRect(), within = box(); return at.height > 0 && at.bottom > within.y && at.top < within.y + within.height; };
    const coming = () => [...document.images].some((image) => !image.complete && (image.currentSrc || image.src) && seen(image));
    const left = () => area.scrollHeight - area.scrollTop - tall();
    area.scrollTo({ top: ${to}, behavior: 'instant' });
    const waitFor = async (ms, holds) => { const until = performance.now() + ms; while (!globalThis.netraHurry && performance.now() < until && holds()) await pause(30); };
    await waitFor(${wait}, () => true);
    await drawn();
    await waitFor(${patience}, coming);
    await waitFor(${patience}, () => left() < 2);
    if (left() >= 2) area.scrollTo({ top: ${to}, behavior: 'instant' });
    await drawn();
    return { y: area.scrollTop, contentHeight: area.scrollHeight, more: left() >= 2 };
  })()`;
}

/** Ends the waiting of a scroll that is under way: the officer has stopped the recording. */
export const HURRY = '(globalThis.netraHurry = true)';

/** What of an area can be seen now: its place, and the text that lies in sight, line by line. */
export function lookAtArea(number: number): string {
  return `(() => {
    ${AREA(number)}
    const within = box();
    const lines = [];
    let top = null, length = 0, nodes = 0;
    const range = document.createRange();
    const take = (node) => {
      const words = node.nodeValue.replace(/\\s+/g, ' ').trim();
      if (words === '' || length > ${FRAME_TEXT}) return;
      range.selectNodeContents(node);
      const at = range.getBoundingClientRect();
      if (at.width === 0 || at.height === 0 || at.bottom <= within.y || at.top >= within.y + within.height || at.right <= within.x || at.left >= within.x + within.width) return;
      if (node.parentElement && node.parentElement.checkVisibility && !node.parentElement.checkVisibility({ checkVisibilityCSS: true })) return;
      length += words.length;
      if (top !== null && Math.abs(at.top - top) <= 4) lines[lines.length - 1] += ' ' + words;
      else lines.push(words);
      top = at.top;
    };
    const walk = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node && nodes < ${MOST_NODES}; node = walker.nextNode()) {
        nodes += 1;
        if (node.nodeType === Node.TEXT_NODE) { if (!/^(script|style|noscript|template)$/.test(node.parentElement?.localName || '')) take(node); }
        else if (node.shadowRoot) walk(node.shadowRoot);
      }
    };
    walk(whole ? document.body || document.documentElement : area);
    return { y: area.scrollTop, contentHeight: area.scrollHeight, box: within, text: lines.join('\\n').slice(0, ${FRAME_TEXT}) };
  })()`;
}
