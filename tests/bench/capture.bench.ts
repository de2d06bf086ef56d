/** A whole capture of a 16,000 px page, less its declared waits, against one raw screenshot of the same page by CDP. */
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import { startCaptureSite } from '../fixtures/capture-site/site.ts';
import { type Harness, launchCaptureHarness } from '../support/capture-harness/launch.ts';
import { type Figure, median } from './figure.ts';

const ROUNDS = 5;
/** Steps that only wait for the page. */
const WAITS: readonly string[] = ['scrolled-through', 'waited-for-images', 'waited-for-fonts'];

interface Round {
  readonly raw: number;
  /** Everything a capture takes of the page, without the waits. */
  readonly whole: number;
  readonly waits: number;
  /** The full-page pieces alone. */
  readonly pieces: number;
}

export async function run(): Promise<readonly Figure[]> {
  const site = await startCaptureSite();
  const harness = await launchCaptureHarness();
  try {
    const id = await harness.call('open');
    await harness.call('visit', id, `${site.http}/long`);
    // The first picture of a window also starts the graphics process; both are measured warm.
    await harness.call('take', id, false);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(harness, id));
    return figuresOf(rounds);
  } finally {
    await harness.close();
    await site.close();
  }
}

async function oneRound(harness: Harness, id: number): Promise<Round> {
  const raw = await harness.call('raw', id);
  const { value } = await harness.call('take', id, false);
  if (value?.record.outcome !== 'captured')
    throw new Error(`not captured: ${value?.record.outcomeDetail ?? 'refused'}`);
  const waits = spent(value.record, WAITS);
  const whole = Date.parse(value.record.finishedAt.utc) - Date.parse(value.record.startedAt.utc);
  return { raw, waits, whole: whole - waits, pieces: spent(value.record, ['pictured-beyond-window']) };
}

function spent(record: CaptureRecord, steps: readonly string[]): number {
  const matching = record.preparation.filter(({ step }) => steps.includes(step));
  return matching.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

function figuresOf(rounds: readonly Round[]): readonly Figure[] {
  const middle = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const shared = {
    baseline: middle((round) => round.raw),
    baselineName: 'one raw CDP screenshot',
    aim: 1.3,
    unit: 'ms',
  };
  const waits = Math.round(middle((round) => round.waits));
  return [
    {
      figure: `full-page picture of a 16,000 px page in pieces, median of ${ROUNDS}`,
      ours: middle((round) => round.pieces),
      ...shared,
      note: 'pieces less compressed than the raw shot; the vault joins and compresses them afterwards',
    },
    {
      figure: `whole capture of it (window, page, text, MHTML, record), median of ${ROUNDS}`,
      ours: middle((round) => round.whole),
      ...shared,
      note: `besides ${waits} ms of declared waits for late images`,
    },
  ];
}
