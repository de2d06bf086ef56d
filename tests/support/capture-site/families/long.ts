/** Long pages, up to what is photographed at all. */
import { BAND_HEIGHT, codes, type HardPage, shell, strip } from '../page.ts';

const long = (pixels: number): HardPage => {
  const count = Math.floor(pixels / BAND_HEIGHT);
  const rest = pixels - count * BAND_HEIGHT;
  return {
    name: `long-${pixels}`,
    family: 'long',
    html: () => shell(`Halaman ${pixels} px`, `${strip(0, count)}<div style="height:${rest}px"></div>`),
    expected: { rows: codes(0, count), level: 'green' },
  };
};

export const LONG: readonly HardPage[] = [
  { ...long(8_100), everyday: true },
  long(16_000),
  long(33_000),
  long(60_000),
  {
    name: 'wide',
    family: 'long',
    html: () => shell('Halaman lebar', `<div style="width:3000px">${strip(0, 60)}</div>`),
    expected: { rows: codes(0, 60), level: 'green' },
  },
];
