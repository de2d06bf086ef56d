/** Things that never come to rest: they are held still while the pieces are taken, or the joins would show it. */
import { BAND_HEIGHT, codes, type HardPage, shell, strip } from '../page.ts';

const ROWS = 400;
const HEIGHT = ROWS * BAND_HEIGHT;
const tall = (id: string, left: number): string =>
  `<i id="${id}" style="position:absolute;left:${left}px;top:0;width:60px;height:${HEIGHT}px;background:#ccc"></i>`;

const motion = (name: string, side: string, more: Partial<HardPage> = {}): HardPage => ({
  name,
  family: 'motion',
  html: () => shell(`Gerak ${name}`, strip(0, ROWS), { side: `<div style="position:relative">${side}</div>` }),
  expected: { rows: codes(0, ROWS), level: 'green' },
  ...more,
});

const CSS = `<style>@keyframes k{from{background:#000}to{background:#fff}}#a{animation:k .6s infinite alternate linear}</style>${tall('a', 0)}`;
const WAAPI = `${tall('b', 80)}<script>document.getElementById('b').animate([{ background: '#f00' }, { background: '#00f' }], { duration: 500, iterations: Infinity })</script>`;
const FRAMES = `${tall('c', 160)}<script>{ const c = document.getElementById('c'); let n = 0; const turn = () => { n += 1; c.style.background = 'rgb(9,' + (n * 5) % 256 + ',' + (n * 11) % 256 + ')'; requestAnimationFrame(turn); }; turn(); }</script>`;
const TIMERS = `${tall('d', 240)}<script>{ const d = document.getElementById('d'); let n = 0; setInterval(() => { n += 1; d.style.background = n % 2 ? '#123' : '#321'; }, 30); }</script>`;
const CARETS = `<div style="position:relative;height:${HEIGHT}px"><textarea autofocus style="position:absolute;left:320px;top:4000px;width:200px;height:200px;font:160px serif">I</textarea><div contenteditable style="position:absolute;left:540px;top:4080px;width:200px;height:40px">sunting</div></div>`;

export const MOTION: readonly HardPage[] = [
  motion('css-animation', CSS),
  motion('web-animation', WAAPI),
  motion('animation-frames', FRAMES),
  motion('timers', TIMERS),
  motion('carets', CARETS),
  motion('all-motion', CSS + WAAPI + FRAMES + TIMERS + CARETS, { everyday: true }),
  motion(
    'smooth-scrolling',
    '<style>html,body,*{scroll-behavior:smooth!important;scroll-snap-type:y proximity}</style>',
  ),
  {
    name: 'grows-while-captured',
    family: 'motion',
    html: () =>
      shell(
        'Bertambah terus',
        `${strip(0, 200)}<div id="more" class="strip"></div><script>
          let n = 0, busy = false; setInterval(async () => { if (n >= 300 || busy) return; busy = true; const at = n; n += 2; const part = await (await fetch('/strip?count=2&first=' + (200 + at))).text(); document.getElementById('more').insertAdjacentHTML('beforeend', part); busy = false; }, 60);
        </script>`,
      ),
    expected: { rows: codes(0, 500), atLeast: 200 },
  },
];
