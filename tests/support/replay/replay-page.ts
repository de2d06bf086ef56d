/** Opens a page's web archive in Webrecorder's reader and holds what it shows against what was captured. */
import { expect } from 'vitest';
import { framesAsTheyCome } from '../../../electron/main/capture/engine-parts.ts';
import type { PlainHarness } from '../capture-harness/launch.ts';
import type { HardPage } from '../capture-site/page.ts';
import { readJoined, type Tried } from '../capture-site/try-page.ts';
import type { ReplayServer } from './server.ts';

/** Why a page cannot be replayed; null when it must be. */
function without({ name, html }: HardPage, { record }: Tried): { reason: string } | null {
  // Its server never sends the end: the browser gives nothing of it.
  if (name === 'stalled-body') return { reason: 'not-received' };
  const frames = record.completeness.frames > 0 && html !== undefined;
  // This runtime's debugger loses what it held whenever a frame comes (electron/electron#47434).
  return frames && !framesAsTheyCome(record.versions.electron) ? { reason: 'evicted' } : null;
}

/** Demands the same rows and the same text, or that the record says why they cannot be had. */
export async function replayPage(
  harness: PlainHarness,
  server: ReplayServer,
  page: HardPage,
  taken: Tried,
): Promise<'replayed' | 'missing'> {
  const { record, text, wacz, picture } = taken;
  const address = record.document?.url ?? '';
  const missing = without(page, taken);
  if (missing !== null) {
    expect(record.webArchive?.notKept, page.name).toContainEqual({ address, ...missing });
    return 'missing';
  }
  server.offer(page.name, wacz);
  const id = await harness.call('open');
  try {
    await harness.call('visit', id, server.start);
    await harness.call('inPage', id, `add(${JSON.stringify(page.name)})`);
    await harness.call('visit', id, server.replayOf(page.name, address));
    // What was done in the page before the capture is done again, on what the archive answers.
    const own = new URL(address).pathname === `/p/${page.name}`;
    if (page.ready !== undefined && page.readyLiveOnly !== true && own) await harness.call('inPage', id, page.ready);
    const { value } = await harness.call('take', id, false);
    if (value === undefined) throw new Error('the replay was not captured');
    expect(value.record.document?.fromServiceWorker, `${page.name}: answered by the reader`).toBe(true);
    const folder = await harness.call('folder', id);
    const again = await readJoined(value.record, folder);
    const codes = again.picture.rows.map(({ code }) => code);
    const captured = picture.rows.map(({ code }) => code);
    // A page that never ends shows as much of it as there was time for.
    const expected = page.expected.atLeast === undefined ? captured : page.expected.rows.slice(0, codes.length);
    if (page.expected.atLeast !== undefined) expect(codes.length).toBeGreaterThanOrEqual(page.expected.atLeast);
    expect(codes, `${page.name}: rows of the replay`).toEqual(expected);
    expect(harness.artefact(folder, 'first-text').toString('utf8'), `${page.name}: text of the replay`).toBe(text);
    return 'replayed';
  } finally {
    await harness.call('close', id);
  }
}
