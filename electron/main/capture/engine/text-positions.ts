/**
 * Where the words of the page stand, asked while it is held still for the tall picture. A walk through the text in a world
 * of our own: on a page of 40,000 words it takes a sixth of the time and of the bytes of DOMSnapshot.captureSnapshot
 * (190 ms and 2 MB against 1,150 ms and 14 MB), and it can be bounded inside the page.
 */
import {
  TEXT_LIMITS,
  TEXT_POSITIONS_VERSION,
  type TextPositions,
  textRunOf,
  writeTextPositions,
} from '#shared/domain/capture/text-positions.ts';
import { sendArtefact } from './artefact.ts';
import { fieldList, fieldNumber, fieldTrue, recordOf } from './json.ts';
import type { PageWorld } from './prepare.ts';
import type { Extent, Work } from './work.ts';

/** Milliseconds of walking at most, and opaque things that may lie over words. */
const WALK = { time: 2_500, covers: 300, elements: 60_000 } as const;

/** Keeps the words of the page as an artefact beside the tall picture of this extent. */
export async function takeTextPositions(work: Work, world: PageWorld, extent: Extent, scale: number): Promise<void> {
  const told = await world(textWalk(extent), work.deps.deadlines.text);
  // A page without a word has its empty list; one that did not answer with a list has none.
  if (!Array.isArray(recordOf(told)['runs'])) return;
  const text = writeTextPositions(positionsOf(told, extent, scale));
  const what = { kind: 'text-positions', mime: 'application/json' } as const;
  work.artefacts.push(await sendArtefact(work, what, new TextEncoder().encode(text)));
}

/** The page's answer; rows that are not as asked for are left out. */
export function positionsOf(value: unknown, extent: Extent, scale: number): TextPositions {
  const told = recordOf(value);
  return {
    version: TEXT_POSITIONS_VERSION,
    ...extent,
    scale,
    cut: fieldTrue(told, 'cut'),
    framesMissed: fieldNumber(told, 'framesMissed') ?? 0,
    runs: fieldList(told, 'runs')
      .slice(0, TEXT_LIMITS.runs)
      .flatMap((row) => textRunOf(row) ?? []),
  };
}

function textWalk({ width, height }: Extent): string {
  return `(() => {
  const limits = ${JSON.stringify({ ...TEXT_LIMITS, ...WALK })};
  const end = performance.now() + limits.time;
  const runs = []; const covers = [];
  let characters = 0, framesMissed = 0, frames = 0, cut = false;
  const round = (number) => Math.round(number * 10) / 10;
  const above = (node) => node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null) ?? node.ownerDocument.defaultView?.frameElement ?? null;
  const clips = new WeakMap();
  // What an element's own content may be seen in, in its own window's pixels; null for everywhere.
  const clipOf = (element) => {
    if (element === null || element === element.ownerDocument.documentElement || element === element.ownerDocument.body) return null;
    if (clips.has(element)) return clips.get(element);
    clips.set(element, null);
    const style = getComputedStyle(element);
    const outer = style.position === 'fixed' ? null : clipOf(style.position === 'absolute' ? element.offsetParent : element.parentElement ?? (element.parentNode instanceof ShadowRoot ? element.parentNode.host : null));
    let clip = outer;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      const box = Element.prototype.getBoundingClientRect.call(element);
      const own = { left: style.overflowX === 'visible' ? -1e9 : box.left, right: style.overflowX === 'visible' ? 1e9 : box.right, top: style.overflowY === 'visible' ? -1e9 : box.top, bottom: style.overflowY === 'visible' ? 1e9 : box.bottom };
      clip = outer === null ? own : { left: Math.max(own.left, outer.left), right: Math.min(own.right, outer.right), top: Math.max(own.top, outer.top), bottom: Math.min(own.bottom, outer.bottom) };
    }
    clips.set(element, clip);
    return clip;
  };
  const outside = (box, clip) => clip !== null && (box.right <= clip.left + 1 || box.left >= clip.right - 1 || box.bottom <= clip.top + 1 || box.top >= clip.bottom - 1);
  const opaque = (element, style) => style.opacity === '1' && style.visibility === 'visible' && (element instanceof HTMLImageElement || element instanceof HTMLVideoElement || element instanceof HTMLCanvasElement
    || !/^rgba\\(.*, 0(\\.\\d+)?\\)$|^transparent$/.test(style.backgroundColor));
  const noteCover = (element, view) => {
    if (covers.length >= limits.covers) return;
    const style = getComputedStyle(element);
    if (style.position === 'static' || !opaque(element, style)) return;
    const box = Element.prototype.getBoundingClientRect.call(element);
    if (box.width < 4 || box.height < 4) return;
    covers.push({ element, left: box.left + view.x, right: box.right + view.x, top: box.top + view.y, bottom: box.bottom + view.y });
  };
  const chainOf = (element) => { const chain = []; for (let one = element; one !== null; one = above(one)) chain.push(one); return chain.reverse(); };
  const levelOf = (branch) => { for (const element of branch) { const style = getComputedStyle(element); if (style.position !== 'static') return Number.parseInt(style.zIndex, 10) || 0; } return -0.5; };
  // Which of two is painted over the other: by the first positioned thing on each way down from what holds both.
  const paintsOver = (cover, element) => {
    const [over, under] = [chainOf(cover), chainOf(element)];
    let at = 0;
    while (at < over.length && over[at] === under[at]) at += 1;
    if (at >= over.length) return false;
    if (at >= under.length) return levelOf(over.slice(at)) >= 0;
    const [high, low] = [levelOf(over.slice(at)), levelOf(under.slice(at))];
    return high > low || (high === low && (under[at].compareDocumentPosition(over[at]) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  };
  const stateOf = (element, box, clip, view) => {
    if (!Element.prototype.checkVisibility.call(element, { checkOpacity: true, checkVisibilityCSS: true })) return 'hidden';
    if (outside(box, clip)) return 'cut';
    const page = { left: box.left + view.x, right: box.right + view.x, top: box.top + view.y, bottom: box.bottom + view.y };
    if (outside(page, view.clip)) return 'cut';
    const [x, y] = [(page.left + page.right) / 2, (page.top + page.bottom) / 2];
    return covers.some((one) => x > one.left && x < one.right && y > one.top && y < one.bottom && paintsOver(one.element, element)) ? 'covered' : 'visible';
  };
  const put = (text, box, element, view, frame, direction) => {
    const words = text.replace(/\\s+/g, ' ').slice(0, limits.run);
    if (words.trim() === '' || box.width <= 0 || box.height <= 0) return;
    runs.push({ row: [words, round(box.left + view.x), round(box.top + view.y), round(box.width), round(box.height), direction, '', frame], element, box, view });
    characters += words.length;
  };
  const union = (boxes) => { const left = Math.min(...boxes.map((b) => b.left)), top = Math.min(...boxes.map((b) => b.top)), right = Math.max(...boxes.map((b) => b.right)), bottom = Math.max(...boxes.map((b) => b.bottom)); return { left, top, right, bottom, width: right - left, height: bottom - top }; };
  const boxesOf = (range) => [...range.getClientRects()].slice(0, 2000).filter((box) => box.width > 0 && box.height > 0);
  // A text over several lines is cut where a word stands on another line than the one before.
  const byLines = (node, range, add) => {
    let words = '', box = null;
    for (const match of node.data.matchAll(/\\S+\\s*|^\\s+/g)) {
      range.setStart(node, match.index); range.setEnd(node, match.index + match[0].trimEnd().length || match.index + match[0].length);
      const boxes = boxesOf(range);
      if (boxes.length === 0) { words += match[0]; continue; }
      const own = union(boxes);
      if (box !== null && Math.abs(own.top - box.top) > box.height / 2) { add(words, box); words = ''; box = null; }
      words += match[0];
      box = box === null ? own : union([box, own]);
    }
    if (box !== null) add(words, box);
  };
  const walkText = (node, range, view, frame) => {
    const element = node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
    if (element === null || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TITLE)$/.test(element.tagName)) return;
    range.selectNodeContents(node);
    const boxes = boxesOf(range);
    if (boxes.length === 0) return;
    const { direction } = getComputedStyle(element);
    if (boxes.length === 1) put(node.data, boxes[0], element, view, frame, direction);
    else byLines(node, range, (words, box) => put(words, box, element, view, frame, direction));
  };
  const full = () => runs.length >= limits.runs || characters >= limits.characters || performance.now() > end;
  const walkFrame = (element, view) => {
    const box = Element.prototype.getBoundingClientRect.call(element);
    if (box.width === 0 || box.height === 0) return;
    let inner = null;
    try { inner = element.contentDocument; } catch { inner = null; }
    if (inner === null || inner.documentElement === null) { framesMissed += 1; return; }
    frames += 1;
    const style = getComputedStyle(element);
    const [left, top] = [Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft), Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop)];
    const x = view.x + box.left + left, y = view.y + box.top + top;
    const own = { left: Math.max(x, view.clip.left), top: Math.max(y, view.clip.top), right: Math.min(x + element.clientWidth - Number.parseFloat(style.paddingLeft), view.clip.right), bottom: Math.min(y + element.clientHeight - Number.parseFloat(style.paddingTop), view.clip.bottom) };
    walk(inner, { x, y, clip: own }, frames);
  };
  let looked = 0;
  const walk = (root, view, frame) => {
    const walker = (root.ownerDocument ?? root).createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const range = (root.ownerDocument ?? root).createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (full()) { cut = true; return; }
      if (node.nodeType === Node.TEXT_NODE) { if (/\\S/.test(node.data)) walkText(node, range, view, frame); continue; }
      looked += 1;
      if (looked < limits.elements) noteCover(node, view);
      if (node.shadowRoot) walk(node.shadowRoot, view, frame);
      if (node.tagName === 'IFRAME' || node.tagName === 'FRAME') walkFrame(node, view);
    }
  };
  walk(document, { x: scrollX, y: scrollY, clip: { left: 0, top: 0, right: ${width}, bottom: ${height} } }, 0);
  for (const { row, element, box, view } of runs) row[6] = stateOf(element, box, clipOf(element), view);
  return { runs: runs.map(({ row }) => row), cut, framesMissed };
})()`;
}
