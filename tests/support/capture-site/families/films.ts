/** Videos that a server really sends: whole, in ranges, in many small ranges, and in part only. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { codes, type HardPage, shell, strip } from '../page.ts';

/** Three seconds of a grey test card (VP8): `ffmpeg -f lavfi -i testsrc2=size=160x90:rate=15:duration=3 -vf hue=s=0,eq=contrast=0.4 -c:v libvpx -b:v 200k -an`. */
export const FILM = readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/capture-site/film.webm'));

/** Most bytes of one answer to a request for a range, by the way the film is sent. */
const PIECE = 20_000;

/** Answers `/film.webm`; `way` is how: "whole", "ranges", "pieces", "partly" (stops for ever in the middle). */
export function sendFilm(way: string, request: IncomingMessage, response: ServerResponse): void {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (way === 'whole' || asked === null) {
    response.writeHead(200, { 'Content-Type': 'video/webm', 'Content-Length': FILM.length }).end(FILM);
    return;
  }
  const from = Number(asked[1]);
  const wanted = asked[2] === '' ? FILM.length : Number(asked[2]) + 1;
  const to = Math.min(wanted, FILM.length, way === 'pieces' ? from + PIECE : FILM.length);
  const head = { 'Content-Type': 'video/webm', 'Accept-Ranges': 'bytes', 'Content-Length': to - from };
  response.writeHead(206, { ...head, 'Content-Range': `bytes ${from}-${to - 1}/${FILM.length}` });
  if (way === 'partly') response.write(FILM.subarray(from, Math.min(to, FILM.length >> 1)));
  else response.end(FILM.subarray(from, to));
}

const sha256 = createHash('sha256').update(FILM).digest('hex');

const film = (way: string, kept: number | null): HardPage => ({
  name: `film-${way}`,
  family: 'films',
  ...(way === 'pieces' && { everyday: true as const }),
  html: () =>
    shell('Film', strip(0, 60), {
      side: `<video src="/film.webm?way=${way}" width="160" height="90" preload="auto" title="Pidato"></video><script>
        window.shown = new Promise((done) => document.querySelector('video').addEventListener('canplaythrough', () => setTimeout(done, 300, true)));
      </script>`,
    }),
  // The reader does not put a film together that came in pieces; the archive holds each, and the artefact is whole.
  ...(way === 'pieces' && { readyLiveOnly: true as const }),
  // What stops half-way holds the page's own loading up as well.
  ...(kept === null ? { stalls: true as const } : { ready: 'shown' }),
  expected: {
    rows: codes(0, 60),
    ...(kept === null && { warnings: ['still-loading'] as const }),
    media: [
      kept === null
        ? { mime: '', bytes: null, sha256: null, answers: null, missing: 'partly-received' }
        : { mime: 'video/webm', bytes: FILM.length, sha256, answers: kept, missing: null },
    ],
  },
});

/** Kept from one answer, from two, or, where the server stops half-way, not at all. */
export const FILMS: readonly HardPage[] = [
  film('whole', 1),
  film('ranges', 1),
  film('pieces', 2),
  film('partly', null),
];
