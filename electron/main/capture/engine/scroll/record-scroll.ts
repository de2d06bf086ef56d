/**
 * Takes a scroll recording: step by step down the page or one of its areas, a frame each, compared with the one before.
 * The frames leave as one ZIP that is written while they are taken: no more than one picture is held. What interrupts it
 * ends it; the frames so far are kept.
 */
import { type FoundSeam, findSeam, type RowMarks, rowMarks } from '#shared/domain/capture/frame-seam.ts';
import {
  limitReached,
  type ScrollBox,
  SCROLL_PACES,
  type ScrollEnd,
  type ScrollFrame,
  type ScrollRecording,
  type ScrollStart,
  shorterStep,
  stepOf,
} from '#shared/domain/capture/scroll-recording.ts';
import { pngSize, sendStream } from '../artefact.ts';
import { CaptureInterrupted } from '../cdp.ts';
import { fieldNumber, fieldRecord, fieldText, fieldTrue, type JsonRecord, recordOf } from '../json.ts';
import type { PageWorld } from '../prepare.ts';
import { prepared, type Work } from '../work.ts';
import { frameName, recordingPage } from './recording-page.ts';
import { HURRY, lookAtArea, scrollArea, showArea } from './scroll-scripts.ts';
import type { ScrollRequest } from './scroll-request.ts';
import { createStoredZip } from './stored-zip.ts';

/** Frames that do not hang together with the one before are taken again, with shorter steps. */
const RETAKES = 2;

interface Candidate {
  readonly frame: Omit<ScrollFrame, 'number' | 'seam' | 'seenAgain'>;
  readonly png: Uint8Array;
  readonly marks: RowMarks;
  readonly text: string;
  readonly more: boolean;
}

interface Followed {
  readonly candidate: Candidate;
  readonly seam: FoundSeam;
}

interface Taken {
  readonly frame: ScrollFrame;
  readonly png: Uint8Array;
}

/** Records as the capture was asked to; does nothing when it was not. Throws what interrupted it, after what was got is kept. */
export async function recordScroll(work: Work, world: PageWorld, address: string): Promise<void> {
  if (work.scroll === null) return;
  work.onPhase('recording');
  const run = new ScrollRun(work, world, work.scroll);
  await prepared(
    work,
    'scroll-recorded',
    () => run.record(address),
    () => String(work.scrollRecording?.frames.length ?? 0),
  );
  if (run.cut !== null) throw run.cut;
}

class ScrollRun {
  readonly #work: Work;
  readonly #world: PageWorld;
  readonly #request: ScrollRequest;
  readonly #frames: ScrollFrame[] = [];
  readonly #texts: string[] = [];
  readonly #started: number;
  #bytes = 0;
  #ended: ScrollEnd = 'interrupted';
  #step = 0;
  /** What cut the recording short; thrown again when the frames are kept. */
  cut: CaptureInterrupted | null = null;

  constructor(work: Work, world: PageWorld, request: ScrollRequest) {
    this.#work = work;
    this.#world = world;
    this.#request = request;
    this.#started = work.deps.clock.monotonic();
  }

  async record(address: string): Promise<void> {
    const { start, area, stop } = this.#request;
    const hurry = (): void => void this.#world(HURRY, this.#work.deps.deadlines.command).catch(() => undefined);
    stop.addEventListener('abort', hurry, { once: true });
    try {
      await this.#recordFrom(start, area, address);
    } finally {
      stop.removeEventListener('abort', hurry);
    }
  }

  async #recordFrom(start: ScrollStart, area: number, address: string): Promise<void> {
    const place = await this.#ask(showArea(area));
    const origin = fieldNumber(place, 'y') ?? 0;
    this.#step = stepOf(fieldNumber(place, 'tall') ?? 0);
    // Taken before anything is sent: a recording without a frame is none.
    const first = await this.#take(start === 'top' ? 0 : origin);
    const size = pngSize(first.png);
    const what = { kind: 'scroll-frames', mime: 'application/zip', size } as const;
    this.#work.artefacts.push(await sendStream(this.#work, what, this.#archive(first, address)));
    this.#work.scrollRecording = this.#told();
    if (this.#gaps() > 0) this.#work.warnings.add('recording-gaps');
    if (area !== 0 && this.cut === null) await this.#ask(scrollArea(area, origin, { wait: 0, patience: 0 }));
  }

  /** The ZIP: pictures as they are taken, then the page to read them by and the index. */
  async *#archive(first: Candidate, address: string): AsyncGenerator<Uint8Array> {
    const zip = createStoredZip();
    for await (const { frame, png } of this.#all(first)) {
      for (const part of zip.entry(frameName(frame.number), png)) yield part;
    }
    const recording = this.#told();
    const index = { address, ...recording, texts: this.#texts };
    for (const [name, text] of [
      ['rekaman-gulir.html', recordingPage(recording, address, this.#texts)],
      ['indeks.json', `${JSON.stringify(index, null, 1)}\n`],
    ] as const)
      for (const part of zip.entry(name, new TextEncoder().encode(text))) yield part;
    yield zip.end();
  }

  /** Every frame; notes why it ended. Throws when the capture is cancelled. */
  async *#all(first: Candidate): AsyncGenerator<Taken> {
    try {
      yield this.#keep(first, { seam: 'first', seenAgain: 0 });
      let before = first;
      for (;;) {
        const next: Followed | ScrollEnd = this.#limit(before) ?? (await this.#next(before));
        if (typeof next === 'string') {
          this.#ended = next;
          return;
        }
        yield this.#keep(next.candidate, next.seam);
        before = next.candidate;
      }
    } catch (error) {
      if (!(error instanceof CaptureInterrupted) || error.reason === 'cancelled') throw error;
      this.cut = error;
    }
  }

  #limit(before: Candidate): ScrollEnd | null {
    if (this.#request.stop.aborted) return 'stopped';
    const taken = { steps: this.#frames.length, milliseconds: this.#milliseconds(), bytes: this.#bytes };
    return limitReached(taken, this.#request.limits) ?? (before.more ? null : 'end');
  }

  /** The next frame, taken again with a shorter step while it does not hang together with the one before. */
  async #next(before: Candidate): Promise<Followed | ScrollEnd> {
    const step = this.#step;
    for (let tries = 0; ; tries += 1) {
      const candidate = await this.#take(before.frame.y + this.#step);
      // What was hurried may not have come in full.
      if (this.#request.stop.aborted) return 'stopped';
      if (candidate.frame.y - before.frame.y < 1) return 'end';
      const shift = (candidate.frame.y - before.frame.y) * (this.#work.facts?.scale ?? 1);
      const seam = findSeam(before.marks, candidate.marks, shift);
      if (seam.seam !== 'gap') return { candidate, seam };
      if (tries < RETAKES) this.#step = shorterStep(this.#step);
      else {
        this.#step = step;
        return { candidate, seam };
      }
    }
  }

  async #take(to: number): Promise<Candidate> {
    const { calls, deps, facts } = this.#work;
    const { area, speed } = this.#request;
    const pace = SCROLL_PACES[speed];
    const reached = await this.#ask(scrollArea(area, to, pace), pace.wait + 2 * pace.patience);
    const answer = await calls.call('Page.captureScreenshot', { format: 'png' }, deps.deadlines.picture);
    const png = Buffer.from(fieldText(answer, 'data'), 'base64');
    const look = await this.#ask(lookAtArea(area));
    const box = boxOf(fieldRecord(look, 'box'));
    const text = fieldText(look, 'text');
    const hash = deps.newHash();
    hash.update(png);
    return {
      png,
      text,
      more: fieldTrue(reached, 'more'),
      marks: rowMarks(deps.pixels(png), scaled(box, facts?.scale ?? 1)),
      frame: {
        at: deps.clock.now().toISOString(),
        y: fieldNumber(look, 'y') ?? 0,
        contentHeight: fieldNumber(look, 'contentHeight') ?? 0,
        box,
        sha256: hash.hex(),
        bytes: png.byteLength,
        ...pngSize(png),
        textLength: text.length,
      },
    };
  }

  #keep(candidate: Candidate, { seam, seenAgain }: { seam: ScrollFrame['seam']; seenAgain: number }): Taken {
    const frame = { number: this.#frames.length + 1, ...candidate.frame, seam, seenAgain };
    this.#frames.push(frame);
    this.#texts.push(candidate.text);
    this.#bytes += frame.bytes;
    const gaps = this.#gaps();
    this.#request.onProgress({ frames: frame.number, gaps, bytes: this.#bytes, milliseconds: this.#milliseconds() });
    return { frame, png: candidate.png };
  }

  /** Asks the page; throws when the area has gone. */
  async #ask(script: string, longer = 0): Promise<JsonRecord> {
    const answer = recordOf(await this.#world(script, longer + this.#work.deps.deadlines.text));
    if (fieldTrue(answer, 'gone')) throw new CaptureInterrupted('refused', 'the area is no longer in the page');
    return answer;
  }

  #told(): ScrollRecording {
    const { areaName, start, speed, limits } = this.#request;
    return {
      area: areaName,
      start,
      speed,
      limits,
      frames: [...this.#frames],
      gaps: this.#gaps(),
      ended: this.#ended,
      detail: this.cut?.message ?? '',
      milliseconds: this.#milliseconds(),
      bytes: this.#bytes,
    };
  }

  #gaps(): number {
    return this.#frames.filter(({ seam }) => seam === 'gap').length;
  }

  #milliseconds(): number {
    return Math.round(this.#work.deps.clock.monotonic() - this.#started);
  }
}

function boxOf(box: JsonRecord): ScrollBox {
  const field = (name: string): number => fieldNumber(box, name) ?? 0;
  return { x: field('x'), y: field('y'), width: field('width'), height: field('height') };
}

function scaled({ x, y, width, height }: ScrollBox, scale: number): ScrollBox {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
