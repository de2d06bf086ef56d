/** Content in trees and documents of its own: shadow roots, frames of other origins and other sites. */
import {
  BAND_HEIGHT,
  codes,
  FIRST_MARK,
  floating,
  type HardPage,
  marksAt,
  shell,
  type SiteAddresses,
  strip,
} from '../page.ts';

/** Moves for ever in every way a style sheet can. */
const RESTLESS = `<style>@keyframes k{from{background:#000;transform:none}to{background:#fff;transform:translateX(40px)}} .restless{position:absolute;left:180px;top:0;bottom:0;width:60px;animation:k .7s infinite alternate linear}</style><div class="restless"></div>`;

const shadow = (mode: 'open' | 'closed'): HardPage => ({
  name: `shadow-${mode}`,
  family: 'trees',
  ...(mode === 'open' && { everyday: true as const }),
  html: () =>
    shell(
      `Akar bayangan ${mode}`,
      `${strip(0, 10)}<div id="host" style="position:relative"></div>${strip(310, 20)}<template id="t">${RESTLESS}${strip(10, 300)}</template><script>
      const root = document.getElementById('host').attachShadow({ mode: '${mode}' });
      root.append(document.getElementById('t').content.cloneNode(true));
      root.querySelectorAll('svg').forEach((svg) => (svg.style.display = 'block'));
    </script>`,
    ),
  expected: { rows: codes(0, 330), level: 'green' },
});

const frame = (name: string, origin: (site: SiteAddresses) => string): HardPage => ({
  name,
  family: 'trees',
  ...(name === 'frame-other-site' && { everyday: true as const }),
  html: (site) =>
    shell(
      'Bingkai asal lain',
      `${strip(0, 10)}<iframe src="${origin(site)}/frame?first=10&count=300" style="border:0;display:block" width="700" height="${300 * BAND_HEIGHT}"></iframe>${strip(310, 20)}`,
    ),
  expected: { rows: codes(0, 330), level: 'green' },
});

/** A frame that shows twelve of its sixty rows; the rest is behind its own scroll bar. */
const scrollingFrame = (name: string, origin: (site: SiteAddresses) => string): HardPage => ({
  name,
  family: 'trees',
  html: (site) =>
    shell('Bingkai yang bergulir', strip(0, 20), {
      side: `<iframe src="${origin(site)}/frame?first=${FIRST_MARK}&count=60" style="border:0;display:block" width="700" height="${12 * BAND_HEIGHT}"></iframe>`,
    }),
  expected: {
    rows: codes(0, 20),
    marks: codes(0, 12).map((n) => ({ code: FIRST_MARK + n, top: () => n * BAND_HEIGHT })),
    warnings: ['frame-areas'],
  },
});

/** The document in a frame: rows, an endless animation, a script that never rests, a caret. */
export function frameDocument(first: number, count: number, inner: string): string {
  return shell('Bingkai', strip(first, count), {
    side: `<div style="position:relative;height:100%">${RESTLESS}<i id="tick" style="position:absolute;left:20px;top:0;bottom:0;width:40px"></i><input autofocus value="kursor">${inner}</div><script>
      const tick = document.getElementById('tick'); let n = 0;
      const turn = () => { n += 1; tick.style.background = 'rgb(' + (n * 7) % 256 + ',' + (n * 13) % 256 + ',9)'; requestAnimationFrame(turn); };
      turn();
    </script>`,
  });
}

export const TREES: readonly HardPage[] = [
  shadow('open'),
  shadow('closed'),
  scrollingFrame('frame-areas', () => ''),
  scrollingFrame('frame-areas-other-site', (site) => site.otherSite),
  frame('frame-same-origin', () => ''),
  frame('frame-other-port', (site) => site.otherPort),
  frame('frame-other-site', (site) => site.otherSite),
  {
    name: 'frames-along-the-way',
    family: 'trees',
    everyday: true,
    html: (site) =>
      shell(
        'Bingkai di sepanjang halaman',
        codes(0, 8)
          .map(
            (n) =>
              `${strip(n * 50, 25)}<iframe src="${site.otherSite}/frame?first=${n * 50 + 25}&count=25" style="border:0;display:block" width="700" height="${25 * BAND_HEIGHT}"></iframe>`,
          )
          .join(''),
      ),
    expected: { rows: codes(0, 400), level: 'green' },
  },
  {
    name: 'frame-beside-fixed',
    family: 'trees',
    html: (site) =>
      shell(
        'Bingkai dan bilah tetap',
        `${strip(0, 100)}<iframe src="${site.otherSite}/frame?first=100&count=25" style="border:0;display:block" width="700" height="${25 * BAND_HEIGHT}"></iframe>${strip(125, 200)}`,
        { side: floating(0xe000, 'position:fixed;bottom:0;left:800px') },
      ),
    // The window cannot be made taller without moving the bar: the frame is missing, and the record says so.
    expected: {
      rows: [...codes(0, 100), ...codes(125, 200)],
      marks: marksAt(0xe000, ({ height }) => height - 2 * BAND_HEIGHT),
      warnings: ['outer-frames-missing'],
      level: 'red',
    },
  },
  {
    name: 'frame-in-frame',
    family: 'trees',
    html: (site) =>
      shell(
        'Bingkai dalam bingkai',
        `${strip(0, 10)}<iframe src="${site.otherSite}/outer-frame" style="border:0;display:block" width="700" height="${300 * BAND_HEIGHT}"></iframe>${strip(310, 20)}`,
      ),
    expected: { rows: codes(0, 330), level: 'green' },
  },
];
