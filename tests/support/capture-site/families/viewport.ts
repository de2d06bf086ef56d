/** Layouts that depend on the height of the window, and areas that scroll by themselves. */
import { BAND_HEIGHT, codes, floating, type HardPage, marksAt, shell, strip } from '../page.ts';

const hero = (code: number): string =>
  `<section style="height:100vh;position:relative">${floating(code, 'position:absolute;bottom:0;left:0')}</section>`;

export const VIEWPORT: readonly HardPage[] = [
  {
    name: 'viewport-hero',
    family: 'viewport',
    everyday: true,
    html: () => shell('Tinggi layar', strip(0, 400), { side: hero(0xe000) }),
    expected: { rows: codes(0, 400), marks: marksAt(0xe000, ({ height }) => height - 2 * BAND_HEIGHT), level: 'green' },
  },
  {
    name: 'viewport-sections',
    family: 'viewport',
    html: () =>
      shell('Bagian setinggi layar', strip(0, 400), {
        side: codes(0, 6)
          .map((n) => hero(0xe000 + 2 * n))
          .join(''),
      }),
    expected: {
      rows: codes(0, 400),
      marks: codes(0, 6).flatMap((n) => marksAt(0xe000 + 2 * n, ({ height }) => (n + 1) * height - 2 * BAND_HEIGHT)),
      level: 'green',
    },
  },
  {
    name: 'inner-scroller',
    family: 'viewport',
    html: () =>
      shell('Area gulir di dalam', strip(0, 300), {
        side: `<div style="height:${12 * BAND_HEIGHT}px;overflow:auto;width:400px">${strip(0xe000, 60)}</div>`,
      }),
    expected: {
      rows: codes(0, 300),
      marks: codes(0, 12).map((n) => ({ code: 0xe000 + n, top: () => n * BAND_HEIGHT })),
      level: 'amber',
    },
  },
  {
    name: 'app-shell',
    family: 'viewport',
    html: () =>
      shell('Semua di area gulir', `<div style="height:100vh;overflow:auto;width:600px">${strip(0, 300)}</div>`),
    expected: { rows: codes(0, 300), atLeast: 20, level: 'red' },
  },
];
