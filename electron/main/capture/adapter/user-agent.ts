/** The user agent that sites get: plain Chromium's. The runtime's own names the app and its version to every site. */

/** What plain Chromium keeps after its engine's name; everything else there is the app's. */
const PLAIN_TOKENS = /^(Chrome|Mobile|Safari)(\/|$)/;

/** Takes the app's and Electron's names out, and cuts Chromium's version to its major, as Chromium itself does. */
export function plainUserAgent(original: string): string {
  const engine = /^(.*\(KHTML, like Gecko\))\s+(.*)$/.exec(original);
  if (engine === null) return original;
  const tokens = (engine[2] ?? '').split(/\s+/).filter((token) => PLAIN_TOKENS.test(token));
  const reduced = tokens.map((token) => token.replace(/^Chrome\/(\d+)[\d.]*$/, 'Chrome/$1.0.0.0'));
  return [engine[1], ...reduced].join(' ');
}
