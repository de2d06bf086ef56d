/** Things that stay in the window while the page moves: seen once, where they were. */
import { BAND_HEIGHT, codes, floating, type HardPage, marksAt, shell, strip } from '../page.ts';

const HEIGHT = 2 * BAND_HEIGHT;
const ROWS = 420;
const atTop = marksAt(0xe000, () => 0);
const atBottom = marksAt(0xe010, ({ height }) => height - HEIGHT);

const sticky = (name: string, side: string, marks: HardPage['expected']['marks']): HardPage => ({
  name,
  family: 'sticky',
  html: () => shell(`Lengket ${name}`, strip(0, ROWS), { side }),
  expected: { rows: codes(0, ROWS), marks: marks ?? [], level: 'green' },
});

const fill = `<div style="height:${ROWS * BAND_HEIGHT - HEIGHT}px"></div>`;

export const STICKY: readonly HardPage[] = [
  { ...sticky('sticky-top', floating(0xe000, 'position:sticky;top:0'), atTop), everyday: true },
  sticky('sticky-bottom', fill + floating(0xe010, 'position:sticky;bottom:0'), atBottom),
  sticky(
    'sticky-both',
    `<div style="display:flex;height:100%">${floating(0xe000, 'position:sticky;top:0')}${floating(0xe010, 'position:sticky;bottom:0;align-self:flex-end')}</div>`,
    [...atTop, ...atBottom],
  ),
  {
    ...sticky(
      'fixed-both',
      floating(0xe000, 'position:fixed;top:0;left:300px') + floating(0xe010, 'position:fixed;bottom:0;left:300px'),
      [...atTop, ...atBottom],
    ),
    everyday: true,
  },
  sticky(
    'fixed-banner',
    floating(0xe020, 'position:fixed;top:50vh;right:20px;z-index:9;transition:all 3s'),
    marksAt(0xe020, ({ height }) => height / 2),
  ),
  sticky(
    'sticky-headings',
    codes(0, 10)
      .map((n) => `<section style="height:1008px">${floating(0xe100 + 2 * n, 'position:sticky;top:0')}</section>`)
      .join(''),
    codes(0, 10).flatMap((n) => marksAt(0xe100 + 2 * n, () => n * 1_008)),
  ),
];
