/**
 * What is asked of the page. Runs in an isolated world: the page's own scripts cannot see it or change what it calls.
 * Nothing is clicked, hidden or filled in; scrolling through wakes images that load only when they come near.
 */

/** Facts about the page as it stands, without touching it. */
export const PAGE_FACTS = `(() => {
  const hints = navigator.userAgentData;
  return {
    title: document.title,
    ready: document.readyState,
    width: innerWidth, height: innerHeight, scale: devicePixelRatio,
    scrollX, scrollY,
    userAgent: navigator.userAgent,
    hints: hints ? { brands: hints.brands.map((brand) => brand.brand + ' ' + brand.version), mobile: hints.mobile, platform: hints.platform } : null,
  };
})()`;

/** How many pictures the page names and how many have come. */
export const IMAGE_FACTS = `(() => {
  const images = [...document.images].filter((image) => image.currentSrc || image.getAttribute('src') || image.getAttribute('srcset'));
  const loaded = images.filter((image) => image.complete && image.naturalWidth > 0).length;
  const failed = images.filter((image) => image.complete && image.naturalWidth === 0 && image.currentSrc).length;
  return { declared: images.length, loaded, failed, pending: images.length - loaded - failed, frames: document.querySelectorAll('iframe, frame').length };
})()`;

/** The text a person can read on the page. */
export const VISIBLE_TEXT = `document.body ? document.body.innerText : document.documentElement.textContent`;

/** Scrolls through by one screen a step and back to the top; \`wait\` milliseconds at each, at most \`limit\` CSS pixels down. */
export function scrollThrough(wait: number, limit: number): string {
  return `(async () => {
    const pause = (ms) => new Promise((go) => setTimeout(go, ms));
    let steps = 0;
    for (let y = innerHeight; y < Math.min(document.documentElement.scrollHeight, ${limit}); y += innerHeight) {
      scrollTo({ top: y, left: 0, behavior: 'instant' });
      steps += 1;
      await pause(${wait});
    }
    if (steps > 0 || scrollY > 0) { scrollTo({ top: 0, left: 0, behavior: 'instant' }); await pause(${wait}); }
    return { steps };
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

/** Puts the page back where the officer had it. */
export function scrollBack(x: number, y: number): string {
  return `(scrollTo({ top: ${y}, left: ${x}, behavior: 'instant' }), true)`;
}
