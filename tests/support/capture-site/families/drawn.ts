/** Rows that are no elements: drawn on canvases, by WebGL, from blobs and data addresses, and videos beside them. */
import { BAND_HEIGHT, codes, type HardPage, shell, strip, STRIP_WIDTH } from '../page.ts';
import { rowCodeStrip } from '../../../../scripts/demo/row-codes.ts';

const COUNT = 100;
const HEIGHT = COUNT * BAND_HEIGHT;

/** The cells of each row as [x, y, width, height, red, green, blue]. */
function cells(first: number): number[][] {
  return codes(0, COUNT).flatMap((band) =>
    [
      ...rowCodeStrip([first + band]).matchAll(
        /<rect x="(\d+)" y="\d+" width="(\d+)" height="(\d+)" fill="#(..)(..)(..)"/g,
      ),
    ].map(([, x, width, height, ...colour]) => [
      Number(x),
      band * BAND_HEIGHT,
      Number(width),
      Number(height),
      ...colour.map((part) => Number.parseInt(part, 16) / 255),
    ]),
  );
}

const svg = (first: number): string =>
  rowCodeStrip(codes(first, COUNT)).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');

const CANVAS = (
  first: number,
): string => `<canvas id="c" width="${STRIP_WIDTH}" height="${HEIGHT}" style="display:block"></canvas><script>{
  const pen = document.getElementById('c').getContext('2d');
  pen.fillStyle = '#fff'; pen.fillRect(0, 0, ${STRIP_WIDTH}, ${HEIGHT});
  for (const [x, y, w, h, r, g, b] of ${JSON.stringify(cells(first))}) { pen.fillStyle = 'rgb(' + [r, g, b].map((v) => v * 255) + ')'; pen.fillRect(x, y, w, h); }
}</script>`;

/** Draws anew for ever, as games and maps do. */
const WEBGL = (
  first: number,
): string => `<canvas id="g" width="${STRIP_WIDTH}" height="${HEIGHT}" style="display:block"></canvas><script>{
  const gl = document.getElementById('g').getContext('webgl');
  const cells = ${JSON.stringify(cells(first))};
  const draw = () => {
    gl.disable(gl.SCISSOR_TEST); gl.clearColor(1, 1, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.enable(gl.SCISSOR_TEST);
    for (const [x, y, w, h, r, g, b] of cells) { gl.scissor(x, ${HEIGHT} - y - h, w, h); gl.clearColor(r, g, b, 1); gl.clear(gl.COLOR_BUFFER_BIT); }
    requestAnimationFrame(draw);
  };
  draw();
}</script>`;

/** Makes a short film in the page and plays it from a blob. */
const FILM = `<video id="v" width="160" height="90"></video><script>window.film = new Promise((done) => {
  const canvas = document.createElement('canvas'); canvas.width = 160; canvas.height = 90;
  const pen = canvas.getContext('2d'); const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' }); const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => { const v = document.getElementById('v'); v.muted = true; v.loop = true; v.oncanplay = () => { v.play().catch(() => {}); done(true); }; v.src = URL.createObjectURL(new Blob(parts, { type: 'video/webm' })); };
  recorder.start(); let n = 0; const timer = setInterval(() => { n += 1; pen.fillStyle = 'rgb(' + n * 20 % 256 + ',80,90)'; pen.fillRect(0, 0, 160, 90); if (n > 12) { clearInterval(timer); recorder.stop(); } }, 40);
})</script>`;

export const DRAWN: readonly HardPage[] = [
  {
    name: 'canvas',
    family: 'drawn',
    html: () => shell('Kanvas', `${strip(0, 20)}${CANVAS(20)}${strip(120, 20)}`),
    expected: { rows: codes(0, 140), level: 'green' },
  },
  {
    name: 'webgl',
    family: 'drawn',
    everyday: true,
    html: () => shell('WebGL', `${strip(0, 20)}${WEBGL(20)}${strip(120, 120)}`),
    expected: { rows: codes(0, 240), level: 'green' },
  },
  {
    name: 'blob-and-data',
    family: 'drawn',
    everyday: true,
    html: () =>
      shell(
        'Blob dan data',
        `<div class="strip"><img src="data:image/svg+xml;base64,${Buffer.from(svg(0)).toString('base64')}"><img id="blob"></div><script>
          document.getElementById('blob').src = URL.createObjectURL(new Blob([${JSON.stringify(svg(COUNT))}], { type: 'image/svg+xml' }));
        </script>`,
      ),
    expected: { rows: codes(0, 2 * COUNT), images: [2, 2], level: 'green' },
  },
  {
    name: 'video',
    family: 'drawn',
    html: () =>
      shell('Video', strip(0, 240), { side: `${FILM}<video src="/none.webm" width="160" height="90"></video>` }),
    ready: 'film',
    expected: { rows: codes(0, 240), videos: [1, 2], level: 'red' },
  },
];
