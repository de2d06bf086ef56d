/**
 * What is asked of the page. Runs in an isolated world: the page's own scripts cannot see it or change what it calls.
 * Nothing is clicked, hidden or filled in; scrolling through wakes what loads only when it comes near.
 */

/** Facts about the page as it stands, without touching it, and the words by which a wall or a deletion is known. */
export const PAGE_FACTS = `(() => {
  const hints = navigator.userAgentData;
  const text = document.body ? document.body.innerText : '';
  const seen = (element) => element.getClientRects().length > 0;
  const words = (element) => (element.innerText || '').split('\\n')[0].slice(0, 200);
  const headings = [...document.querySelectorAll('h1, h2, [role=heading], [role=dialog], [role=alertdialog], dialog[open]')].filter(seen);
  return {
    title: document.title,
    ready: document.readyState,
    width: innerWidth, height: innerHeight, scale: devicePixelRatio,
    scrollX, scrollY,
    userAgent: navigator.userAgent,
    headings: headings.slice(0, 40).map(words),
    text: text.slice(0, 4000), textLength: text.length,
    passwordFields: [...document.querySelectorAll('input[type=password]')].filter(seen).length,
    hints: hints ? { brands: hints.brands.map((brand) => brand.brand + ' ' + brand.version), mobile: hints.mobile, platform: hints.platform } : null,
  };
})()`;

/** Every element of the document and of its open shadow roots. */
const ALL_ELEMENTS = `const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);`;

/** What the page names and what of it has come: pictures, videos, comments, frames, areas that scroll by themselves. */
export const CONTENT_FACTS = `(() => {
  ${ALL_ELEMENTS}
  const elements = all(document);
  const images = elements.filter((one) => one instanceof HTMLImageElement && (one.currentSrc || one.getAttribute('src') || one.getAttribute('srcset')));
  const loaded = images.filter((image) => image.complete && image.naturalWidth > 0).length;
  const failed = images.filter((image) => image.complete && image.naturalWidth === 0 && image.currentSrc).length;
  const videos = elements.filter((one) => one instanceof HTMLVideoElement && (one.currentSrc || one.getAttribute('src') || one.querySelector('source')));
  const inner = elements.filter((one) => one.clientHeight > 100 && one.scrollHeight > one.clientHeight + 40
    && one !== document.documentElement && one !== document.body && !(one instanceof HTMLTextAreaElement)
    && /auto|scroll|overlay/.test(getComputedStyle(one).overflowY));
  let stated = null;
  const count = (value, origin) => { const number = Number.parseInt(String(value).replace(/[.,\\s](?=\\d{3}\\b)/g, ''), 10); if (Number.isFinite(number) && number > (stated?.count ?? -1)) stated = { count: number, origin }; };
  const walk = (value, depth) => {
    if (depth > 12 || typeof value !== 'object' || value === null) return;
    if ('commentCount' in value) count(value.commentCount, 'json-ld');
    if (/CommentAction/.test(JSON.stringify(value.interactionType ?? ''))) count(value.userInteractionCount, 'json-ld');
    for (const part of Object.values(value)) walk(part, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) { try { walk(JSON.parse(script.textContent), 0); } catch { /* A page's own mistake. */ } }
  for (const one of document.querySelectorAll('[itemprop=commentCount]')) count(one.getAttribute('content') ?? one.textContent, 'microdata');
  const comments = elements.filter((one) => one.matches('[itemprop~=comment], [itemtype$="schema.org/Comment"], [role=comment]'));
  return {
    declared: images.length, loaded, failed, pending: images.length - loaded - failed,
    videosDeclared: videos.length, videosLoaded: videos.filter((video) => video.readyState >= 2).length,
    commentsStated: stated, commentsShown: comments.length > 0 ? comments.length : null,
    innerAreas: inner.length, innerHidden: Math.max(0, ...inner.map((one) => one.scrollHeight - one.clientHeight)),
    frames: document.querySelectorAll('iframe, frame').length,
  };
})()`;

/** The text a person can read on the page. */
export const VISIBLE_TEXT = `document.body ? document.body.innerText : document.documentElement.textContent`;

/** How the page is scrolled through, milliseconds and CSS pixels. */
export interface ScrollLimits {
  /** At each screen at least. */
  readonly wait: number;
  /** At each screen at most, for what is on its way. */
  readonly patience: number;
  /** For the whole way. */
  readonly time: number;
  readonly height: number;
}

/**
 * Scrolls through by one screen a step and back to the top. At each it waits until what is near has come; at the end, for
 * what the page may put there. What was seen on the way and is no longer in the page is counted.
 */
export function scrollThrough({ wait, patience, time, height }: ScrollLimits): string {
  return `(async () => {
    const pause = (ms) => new Promise((go) => setTimeout(go, ms));
    const end = performance.now() + ${time};
    const root = document.scrollingElement || document.documentElement;
    const met = new Map();
    const keyOf = (element) => element instanceof HTMLImageElement ? element.currentSrc : (element.textContent || '').trim().slice(0, 60);
    const look = () => {
      for (let x = 0.1; x < 1; x += 0.2) for (let y = 0.1; y < 1; y += 0.2) {
        const element = document.elementFromPoint(innerWidth * x, innerHeight * y);
        if (element && element !== root && element !== document.body && !met.has(element) && keyOf(element) !== '') met.set(element, keyOf(element));
      }
    };
    const near = (image) => { const box = image.getBoundingClientRect(); return box.bottom > -innerHeight && box.top < 2 * innerHeight && box.height > 0; };
    const coming = () => [...document.images].some((image) => !image.complete && (image.currentSrc || image.src) && near(image));
    // What is observed is told of when a frame is drawn; a window that draws none is not waited for.
    const drawn = () => Promise.race([pause(250), new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))]);
    const settle = async () => {
      await pause(${wait});
      await drawn();
      const until = Math.min(end, performance.now() + ${patience});
      while (coming() && performance.now() < until) await pause(20);
      look();
    };
    const grown = async (before) => {
      const until = Math.min(end, performance.now() + ${patience});
      while (root.scrollHeight <= before && performance.now() < until) await pause(20);
      return root.scrollHeight > before;
    };
    let steps = 0;
    let y = 0;
    look();
    for (;;) {
      const tall = root.scrollHeight;
      if (y + innerHeight >= tall) { if (steps === 0 || !(await grown(tall))) break; continue; }
      if (y >= ${height} || performance.now() > end) break;
      y += innerHeight;
      scrollTo({ top: y, left: 0, behavior: 'instant' });
      steps += 1;
      await settle();
    }
    const stopped = y + innerHeight >= root.scrollHeight ? 'end' : y >= ${height} ? 'height' : 'time';
    if (steps > 0 || scrollY > 0) { scrollTo({ top: 0, left: 0, behavior: 'instant' }); await pause(${wait}); }
    const left = [...met].filter(([element]) => !element.isConnected);
    const words = left.length > 0 ? document.body.textContent : '';
    const sources = new Set(left.length > 0 ? [...document.images].map((image) => image.currentSrc) : []);
    const recycled = left.filter(([, key]) => !words.includes(key) && !sources.has(key)).length;
    return { steps, stopped, recycled: recycled >= 3 && recycled * 10 >= met.size ? recycled : 0 };
  })()`;
}

/** Waits until no picture that has begun is still coming, at most so many milliseconds. */
export function waitForImages(limit: number): string {
  return `(async () => {
    const end = performance.now() + ${limit};
    const coming = () => [...document.images].filter((image) => !image.complete && image.loading !== 'lazy' || (image.loading === 'lazy' && image.currentSrc && !image.complete));
    while (coming().length > 0 && performance.now() < end) await new Promise((go) => setTimeout(go, 50));
    return { left: coming().length };
  })()`;
}

/** Waits until the page's fonts are there, at most so many milliseconds. */
export function waitForFonts(limit: number): string {
  return `Promise.race([document.fonts.ready.then(() => true), new Promise((go) => setTimeout(() => go(false), ${limit}))]).then((ready) => ({ ready }))`;
}

/** Holds videos and carets of one document and its open shadow roots, and counts what scrolls by itself in a frame; the way back is kept in our own world. */
export const HOLD_DOCUMENT = `(() => {
  ${ALL_ELEMENTS}
  const elements = all(document);
  const playing = elements.filter((one) => one instanceof HTMLMediaElement && !one.paused);
  for (const media of playing) media.pause();
  const roots = [document, ...elements.flatMap((element) => element.shadowRoot ? [element.shadowRoot] : [])];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { caret-color: transparent !important; scroll-behavior: auto !important; }');
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  globalThis.netraLetGo = () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    for (const media of playing) media.play().catch(() => undefined);
    delete globalThis.netraLetGo;
  };
  const scrolls = (one) => one.clientHeight > 100 && one.scrollHeight > one.clientHeight + 40 && one !== document.documentElement && one !== document.body
    && one.localName !== 'textarea' && /auto|scroll|overlay/.test(getComputedStyle(one).overflowY);
  const own = document.scrollingElement;
  const whole = own !== null && innerHeight > 100 && own.scrollHeight > innerHeight + 40 ? 1 : 0;
  const areas = window === top ? 0 : whole + elements.filter(scrolls).length;
  return { videos: playing.length, roots: roots.length, areas };
})()`;

/** How high the page's parts lie, as one text: equal before and after when nothing has moved. (The place of a scroll bar may become free.) */
export const HELD_LAYOUT = `(() => {
  ${ALL_ELEMENTS}
  const elements = all(document);
  const step = Math.max(1, Math.floor(elements.length / 3000));
  const floats = (one) => /fixed|sticky/.test(getComputedStyle(one).position);
  const looked = elements.filter((one, index) => index % step === 0 || (elements.length < 20000 && floats(one)));
  return looked.map((one) => { const box = one.getBoundingClientRect(); return Math.round(box.y) + ' ' + (one === document.documentElement || one === document.body ? '' : Math.round(box.height)); }).join(';');
})()`;

/** Whether any part keeps its place in the window while the page scrolls; so many elements are not looked at one by one. */
export const FLOATS = `(() => {
  ${ALL_ELEMENTS}
  const elements = all(document);
  return elements.length > 20000 || elements.some((one) => { const style = getComputedStyle(one); return /fixed|sticky/.test(style.position) || style.backgroundAttachment === 'fixed'; });
})()`;

/** Whether parts of the page float over it, in layers of their own that are painted apart. */
export const HAS_LAYERS = `(() => {
  ${ALL_ELEMENTS}
  const elements = all(document);
  return elements.length > 20000 || elements.some((one) => { const style = getComputedStyle(one); return /fixed|sticky/.test(style.position) || /transform|opacity/.test(style.willChange); });
})()`;

/**
 * The outermost parts that float and have something to show, with their places on the page; they are kept in the world of
 * HOLD_DOCUMENT for the two scripts below. Looked for in the document itself: frames paint by themselves.
 */
export const FIND_LAYERS = `(() => {
  ${ALL_ELEMENTS}
  const limit = 200;
  const floats = (one) => { const style = getComputedStyle(one); return /fixed|sticky/.test(style.position) || /transform|opacity/.test(style.willChange); };
  const above = (one) => one.parentElement ?? (one.parentNode instanceof ShadowRoot ? one.parentNode.host : null);
  const paints = (one) => {
    const style = getComputedStyle(one);
    if (style.visibility !== 'visible' || Element.prototype.getClientRects.call(one).length === 0) return false;
    if (/^(img|svg|canvas|video|iframe|input|button|select|textarea|object|embed)$/.test(one.localName)) return true;
    if (style.backgroundImage !== 'none' || !/^rgba\\(.*, 0\\)$|^transparent$/.test(style.backgroundColor)) return true;
    return [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  };
  const clear = (one) => { for (let at = one; at !== null; at = above(at)) if (Number(getComputedStyle(at).opacity) < 0.05) return false; return true; };
  const found = all(document).filter(floats);
  const outermost = new Set(found);
  for (const one of found) for (let at = above(one); at !== null; at = above(at)) if (outermost.has(at)) { outermost.delete(one); break; }
  const layers = [...outermost].filter((one) => one !== document.documentElement && one !== document.body && clear(one)
    && (paints(one) || all(one.shadowRoot ?? one).slice(0, 400).some(paints) || all(one).slice(0, 400).some(paints)));
  globalThis.netraLayers = layers.slice(0, limit);
  const boxes = globalThis.netraLayers.map((one) => { const box = Element.prototype.getBoundingClientRect.call(one); return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height }; });
  return { all: layers.length, boxes };
})()`;

/** Leaves them out of what is painted, and nothing else: no attribute changes, nothing moves, the page's scripts see none of it. */
export const HIDE_LAYERS = `(() => {
  const clip = { clipPath: 'inset(50%)' };
  globalThis.netraHidden = (globalThis.netraLayers ?? []).map((one) => { const held = Element.prototype.animate.call(one, [clip, clip], { duration: 1e9, fill: 'both' }); held.pause(); return held; });
  return true;
})()`;

/** Undoes HIDE_LAYERS. */
export const SHOW_LAYERS = `((globalThis.netraHidden ?? []).forEach((held) => held.cancel()), delete globalThis.netraHidden, true)`;

/** Resolves when the document has drawn two frames: a frame that is out of sight draws none. */
export const TWO_FRAMES = `new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go(true))))`;

/** Undoes HOLD_DOCUMENT, and HIDE_LAYERS where that was cut short. */
export const LET_GO = `((globalThis.netraHidden ?? []).forEach((held) => held.cancel()), delete globalThis.netraHidden, globalThis.netraLetGo && globalThis.netraLetGo(), true)`;

/** Puts the page back where the officer had it. */
export function scrollPageTo(x: number, y: number): string {
  return `(scrollTo({ top: ${y}, left: ${x}, behavior: 'instant' }), true)`;
}
