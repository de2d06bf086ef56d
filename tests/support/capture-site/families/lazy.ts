/** What comes only when it is looked at. */
import { BAND_HEIGHT, codes, type HardPage, shell, strip, STRIP_WIDTH } from '../page.ts';

const PICTURES = 20;
const BANDS = 25;
const address = (n: number): string => `/rows.svg?first=${n * BANDS}&count=${BANDS}`;
const size = `width="${STRIP_WIDTH}" height="${BANDS * BAND_HEIGHT}"`;
const all = codes(0, PICTURES);
const rows = codes(0, PICTURES * BANDS);
const blocks = (block: (n: number) => string): string => `<div class="strip">${all.map(block).join('')}</div>`;

/** Puts the address in when its picture is near. */
const OBSERVER = `<script>
  const watch = new IntersectionObserver((seen) => { for (const { target, isIntersecting } of seen) if (isIntersecting) { target.src = target.dataset.src; watch.unobserve(target); } });
  for (const image of document.querySelectorAll('img[data-src]')) watch.observe(image);
</script>`;

const ROW_HEIGHT = BANDS * BAND_HEIGHT;
/** Only the entries near the window are in the page; the others are room. */
const VIRTUAL = `<div id="list" style="position:relative;height:${PICTURES * ROW_HEIGHT}px"></div><script>
  const list = document.getElementById('list');
  const draw = () => {
    const from = Math.max(0, Math.floor(scrollY / ${ROW_HEIGHT}) - 1), to = Math.min(${PICTURES - 1}, Math.floor((scrollY + innerHeight) / ${ROW_HEIGHT}) + 1);
    const wanted = new Set();
    for (let n = from; n <= to; n += 1) wanted.add(String(n));
    for (const entry of [...list.children]) if (!wanted.delete(entry.dataset.n)) entry.remove();
    for (const n of wanted) {
      const entry = document.createElement('div');
      entry.dataset.n = n;
      entry.style = 'position:absolute;top:' + n * ${ROW_HEIGHT} + 'px';
      entry.innerHTML = '<img ${size} style="display:block" src="/rows.svg?first=' + n * ${BANDS} + '&count=${BANDS}"><p style="position:absolute;left:170px;top:0;width:300px">Komentar nomor ' + n + '</p>';
      list.append(entry);
    }
  };
  addEventListener('scroll', draw); addEventListener('resize', draw); draw();
</script>`;

/** A feed that puts more at its end when the end is near, five times. */
const ENDLESS = `<script>
  let loads = 0, busy = false;
  addEventListener('scroll', async () => {
    if (busy || loads >= 5 || scrollY + innerHeight < document.documentElement.scrollHeight - 200) return;
    busy = true; loads += 1;
    const part = await (await fetch('/strip?first=' + (80 + (loads - 1) * 40) + '&count=40')).text();
    document.querySelector('.rows').insertAdjacentHTML('beforeend', part);
    busy = false;
  });
</script>`;

export const LAZY: readonly HardPage[] = [
  {
    name: 'lazy-attribute',
    family: 'lazy',
    everyday: true,
    html: () =>
      shell(
        'Gambar malas',
        blocks((n) => `<img loading="lazy" ${size} src="${address(n)}">`),
      ),
    expected: { rows, images: [PICTURES, PICTURES], level: 'green' },
  },
  {
    name: 'lazy-observer',
    family: 'lazy',
    everyday: true,
    html: () => shell('Gambar diamati', blocks((n) => `<img data-src="${address(n)}&wait=120" ${size}>`) + OBSERVER),
    expected: { rows, images: [PICTURES, PICTURES], level: 'green' },
  },
  {
    name: 'lazy-missing',
    family: 'lazy',
    html: () =>
      shell(
        'Gambar gagal',
        `${strip(0, 50)}<img src="/none.png" width="40" height="40"><img src="${address(0)}" style="display:none">`,
      ),
    expected: { rows: codes(0, 50), images: [1, 2], level: 'red', warnings: ['images-missing'] },
  },
  {
    name: 'virtual-list',
    family: 'lazy',
    html: () => shell('Daftar maya', VIRTUAL),
    expected: { rows, atLeast: 40, level: 'red', warnings: ['content-recycled'] },
  },
  {
    name: 'endless-feed',
    family: 'lazy',
    html: () => shell('Umpan bertambah', strip(0, 80), { side: ENDLESS }),
    expected: { rows: codes(0, 280), level: 'green' },
  },
];
