/** The engine's recording on a scripted feed: what is kept, in which order, and why it ends. */
import { buffer } from 'node:stream/consumers';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { SCROLL_LIMITS } from '#shared/domain/capture/scroll-recording.ts';
import { type CaptureOptions } from '../../../electron/main/capture/engine/take-record.ts';
import { createStoredZip } from '../../../electron/main/capture/engine/scroll/stored-zip.ts';
import { type Scene, scene } from './scripted-page.ts';

const [WIDTH, HEIGHT] = [64, 160];

/** A feed of so many rows; `colour` says what is at a row when the area has scrolled to `y`. */
function feed(page: Scene['page'], rows: number, colour = (row: number, _y: number): number => row): { y: number } {
  const place = { y: 0 };
  const box = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const plain = page.answers.get('Runtime.evaluate');
  page.answers.set('Runtime.evaluate', (params) => {
    const asked = String(params['expression']);
    const value = (told: object): unknown => ({ result: { value: told } });
    const to = /area\.scrollTo\(\{ top: (-?\d+(?:\.\d+)?)/.exec(asked)?.[1];
    if (asked.includes('scrollIntoView')) return value({ tall: HEIGHT, y: place.y });
    if (asked.includes('createTreeWalker'))
      return value({ y: place.y, contentHeight: rows, box, text: `baris ${place.y}` });
    if (to === undefined) return plain?.(params);
    place.y = Math.max(0, Math.min(rows - HEIGHT, Number(to)));
    return value({ y: place.y, contentHeight: rows, more: place.y < rows - HEIGHT });
  });
  const whole = page.answers.get('Page.captureScreenshot');
  page.answers.set('Page.captureScreenshot', (params) => {
    if (params['clip'] !== undefined) return whole?.(params);
    const png = new PNG({ width: WIDTH, height: HEIGHT });
    for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
      const seen = colour(place.y + Math.floor(at / WIDTH), place.y);
      png.data.writeUInt32BE((((seen * 2_654_435_761) ^ ((at % WIDTH) * 977)) | 0xff) >>> 0, at * 4);
    }
    return { data: PNG.sync.write(png).toString('base64') };
  });
  return place;
}

function options(more: Partial<NonNullable<CaptureOptions['scroll']>> = {}): CaptureOptions {
  const stop = new AbortController().signal;
  const request = { area: 0, areaName: null, start: 'top', speed: 'fast', limits: SCROLL_LIMITS.short } as const;
  return { reload: false, scroll: { ...request, stop, onProgress: () => undefined, ...more } };
}

async function entriesOf(zip: Buffer): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (problem, file) => {
      if (problem) return reject(problem);
      file.on('error', reject);
      file.on('end', () => resolve());
      file.on('entry', (entry) => {
        file.openReadStream(entry, (refusal, stream) => {
          if (refusal) return reject(refusal);
          buffer(stream).then((bytes) => {
            entries.set(String(entry.fileName), bytes);
            file.readEntry();
          }, reject);
        });
      });
      file.readEntry();
    });
  });
  return entries;
}

describe('a scroll recording', () => {
  it('keeps every frame in one archive, right after the untouched window, and ends at the end', async () => {
    const { page, sink, recorder } = await scene();
    feed(page, 500);
    page.load('L1', 'http://petugas:rahasia@a.test/');
    const { record } = await recorder.capture(sink, options());
    expect(record.artefacts.slice(0, 2).map(({ kind }) => kind)).toEqual(['viewport-image', 'scroll-frames']);
    const { scrollRecording } = record;
    expect(scrollRecording).toMatchObject({ area: null, ended: 'end', gaps: 0, start: 'top' });
    expect(scrollRecording?.frames.map(({ y, seam }) => [y, seam])).toEqual([
      [0, 'first'],
      [120, 'seen-again'],
      [240, 'seen-again'],
      [340, 'seen-again'],
    ]);
    expect(record.preparation[0]).toMatchObject({ step: 'scroll-recorded', detail: '4' });
    const entries = await entriesOf(sink.kept.get('first-scroll-frames') ?? Buffer.alloc(0));
    expect([...entries.keys()]).toEqual([
      'gambar/0001.png',
      'gambar/0002.png',
      'gambar/0003.png',
      'gambar/0004.png',
      'rekaman-gulir.html',
      'indeks.json',
    ]);
    expect(entries.get('gambar/0003.png')?.byteLength).toBe(scrollRecording?.frames[2]?.bytes);
    expect(entries.get('indeks.json')?.toString()).not.toContain('rahasia');
    expect(entries.get('rekaman-gulir.html')?.toString()).toContain('baris 240');
    expect(sink.state).toBe('committed');
  });

  it('takes shorter steps where frames do not fit, and notes a gap where none does', async () => {
    const { page, sink, recorder } = await scene();
    // From row 300 on the feed shows something else at every place it is scrolled to.
    feed(page, 700, (row, y) => (y > 300 ? row + y * 1_000 : row));
    page.load('L1', 'http://a.test/');
    const { record } = await recorder.capture(sink, options());
    const frames = record.scrollRecording?.frames ?? [];
    expect(frames.filter(({ seam }) => seam === 'gap').length).toBe(record.scrollRecording?.gaps);
    expect(record.scrollRecording?.gaps).toBeGreaterThan(1);
    expect(frames.every(({ seam, y }) => (seam === 'gap') === y > 300)).toBe(true);
    expect(record.warnings).toContain('recording-gaps');
  });

  it.each([
    ['steps', { ...SCROLL_LIMITS.short, steps: 3 }, 3],
    ['bytes', { ...SCROLL_LIMITS.short, bytes: 1 }, 1],
    ['time', { ...SCROLL_LIMITS.short, milliseconds: 0 }, 1],
  ] as const)('ends by its limit of %s', async (ended, limits, frames) => {
    const { page, sink, recorder } = await scene();
    feed(page, 5_000);
    page.load('L1', 'http://a.test/');
    const { record } = await recorder.capture(sink, options({ limits }));
    expect(record.scrollRecording).toMatchObject({ ended, limits });
    expect(record.scrollRecording?.frames).toHaveLength(frames);
  });

  it('begins where the officer is, stops when told to, and keeps what it has', async () => {
    const { page, sink, recorder } = await scene();
    feed(page, 5_000).y = 1_000;
    page.load('L1', 'http://a.test/');
    const stopping = new AbortController();
    const onProgress = ({ frames }: { frames: number }): void => void (frames === 2 && stopping.abort());
    const { record } = await recorder.capture(sink, options({ start: 'here', stop: stopping.signal, onProgress }));
    expect(record.scrollRecording).toMatchObject({ ended: 'stopped', start: 'here' });
    expect(record.scrollRecording?.frames.map(({ y }) => y)).toEqual([1_000, 1_120]);
    expect(record.artefacts.map(({ kind }) => kind)).toContain('mhtml');
  });

  it('keeps the rest of a capture whose area has gone', async () => {
    const { page, sink, recorder } = await scene();
    const plain = page.answers.get('Runtime.evaluate');
    page.answers.set('Runtime.evaluate', (params) =>
      String(params['expression']).includes('scrollIntoView') ? { result: { value: { gone: true } } } : plain?.(params),
    );
    page.load('L1', 'http://a.test/');
    const { record } = await recorder.capture(sink, options({ area: 3, areaName: 'Komentar' }));
    expect(record.outcome).toBe('captured');
    expect(record.scrollRecording).toBeNull();
    expect(record.warnings).toContain('recording-missing');
    expect(record.artefacts.map(({ kind }) => kind)).not.toContain('scroll-frames');
  });

  it('commits nothing when it is cancelled between two frames', async () => {
    const { page, sink, recorder } = await scene();
    feed(page, 5_000);
    page.load('L1', 'http://a.test/');
    const cancelling = new AbortController();
    const onProgress = ({ frames }: { frames: number }): void => void (frames === 2 && cancelling.abort());
    const taking = recorder.capture(sink, { ...options({ onProgress }), signal: cancelling.signal });
    await expect(taking).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(sink.state).toBe('aborted');
  });
});

it('writes archives whose sums other readers accept', async () => {
  const zip = createStoredZip();
  const parts = [...zip.entry('kosong', new Uint8Array()), ...zip.entry('isi.txt', Buffer.from('123456789'))];
  const whole = Buffer.concat([...parts, zip.end()]);
  // The check value of CRC-32 as its definition gives it, little endian.
  expect(whole.includes(Buffer.from('2639f4cb', 'hex'))).toBe(true);
  expect([...(await entriesOf(whole))].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['kosong', ''],
    ['isi.txt', '123456789'],
  ]);
});
