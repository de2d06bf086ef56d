/** Scroll recordings in the vault: taken in piece by piece, looked at frame by frame, custody told once. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaptureRecordSummary, captureRecordSummary } from '#shared/contract/capture.ts';
import { createStoredZip } from '../../../electron/main/capture/engine/scroll/stored-zip.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { captureLines } from '../../../electron/vault/reports/capture-lines.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

const RECORDING: NonNullable<CaptureRecordSummary['scrollRecording']> = {
  area: 'Komentar',
  speed: 'medium',
  frames: 2,
  gaps: 1,
  ended: 'stopped',
  milliseconds: 4_000,
  sha256: 'ab'.repeat(32),
};
const AT = '2026-11-20T01:00:00.000Z';
const SUMMARY: CaptureRecordSummary = {
  ...captureRecordSummary.parse({
    outcome: 'captured',
    requestedUrl: 'https://lini.test/1',
    documentUrl: null,
    shownUrl: null,
    status: 200,
    ip: null,
    protocol: null,
    redirects: [],
    certificate: null,
    addressReachedInPage: false,
    removedHeaders: [],
    completeness: { heightSeen: 800, documentHeight: 900, imagesLoaded: 1, imagesDeclared: 2, joinsClean: true },
    warnings: [],
    capturedAt: AT,
    capturedAtLocal: '',
  }),
  version: 2,
  assessment: {
    verdict: null,
    level: 'green',
    findings: [],
    preparation: [],
    timeWindow: { from: AT, to: AT, basis: 'system', servers: 0, agreeing: 0, systemAhead: 0, jump: 0 },
  },
  scrollRecording: RECORDING,
  userActions: {
    list: [{ kind: 'clicked', at: AT, until: AT, count: 3, role: 'button', text: 'Komentar lain', y: null }],
    more: 0,
  },
};

const PICTURES = [1, 2].map((shade) => {
  const png = new PNG({ width: 10, height: 10 });
  png.data.fill(shade);
  return PNG.sync.write(png);
});
const INDEX = {
  ...RECORDING,
  frames: ['first', 'gap'].map((seam, at) => ({ number: at + 1, at: AT, y: at * 90, seam, sha256: 'cd'.repeat(32) })),
  texts: ['satu', 'dua'],
};

function archive(index: unknown = INDEX): Buffer {
  const zip = createStoredZip();
  const parts = PICTURES.flatMap((png, at) => zip.entry(`gambar/000${at + 1}.png`, png));
  return Buffer.concat([...parts, ...zip.entry('indeks.json', Buffer.from(JSON.stringify(index))), zip.end()]);
}

/** A committed capture with these bytes as its recording; the answer is the item and the artefact. */
async function capture(
  bytes: Buffer,
  kind: 'scroll-frames' | 'mhtml' = 'scroll-frames',
): Promise<{ id: string; artefactId: string }> {
  const intake = createCaptureIntake(vault.service.context());
  const { intakeId } = await intake.begin({ caseId: null, expectedBytes: 0 });
  const frames = { intakeId, kind, index: 0 } as const;
  for (let at = 0; at < bytes.byteLength; at += 50)
    await intake.append({ ...frames, mime: 'application/zip', bytes: Uint8Array.from(bytes.subarray(at, at + 50)) });
  await intake.finishArtefact({ ...frames, name: 'scroll-frames.zip', width: 10, height: 10 });
  const window = { intakeId, kind: 'viewport-image', index: 0 } as const;
  await intake.append({ ...window, mime: 'image/png', bytes: PICTURES[0] ?? bytes });
  await intake.finishArtefact({ ...window, name: 'layar.png', width: 10, height: 10 });
  const { evidenceId: id } = await intake.commit({ intakeId, record: { title: 'Umpan', summary: SUMMARY } });
  const page = await call('evidence.get', { id });
  return { id, artefactId: page.artefacts.find((one) => one.kind === kind)?.id ?? '' };
}

describe('a scroll recording', () => {
  it('opens frame by frame, each with its text, and custody tells of it once', async () => {
    const kept = await capture(archive());
    const opened = await call('evidence.openRecording', kept);
    expect(opened).toMatchObject({ area: 'Komentar', ended: 'stopped', gaps: 1 });
    expect(opened.frames.map(({ number, seam, text }) => [number, seam, text])).toEqual([
      [1, 'first', 'satu'],
      [2, 'gap', 'dua'],
    ]);
    for (const [at, { handle }] of opened.frames.entries()) {
      const view = vault.service.views.find(handle);
      expect(view.mime).toBe('image/png');
      expect(Buffer.from(await view.read(0, view.bytes)).equals(PICTURES[at] ?? Buffer.alloc(0))).toBe(true);
      // No more than the frame, whatever is asked for.
      expect((await view.read(0, view.bytes + 1_000)).byteLength).toBe(view.bytes);
    }
    const { thread } = await call('evidence.get', { id: kept.id });
    expect(thread.filter(({ action }) => action === 'evidence.viewed')).toHaveLength(1);
    expect((await call('evidence.checkSeal', { id: kept.id })).intact).toBe(true);
  });

  it('is refused where the bytes are none, and nothing is said to have been looked at', async () => {
    const broken = [
      Buffer.from('bukan arsip'),
      archive().subarray(0, -3),
      archive({ ...INDEX, frames: 'tidak ada' }),
      archive({ ...INDEX, frames: [{ ...INDEX.frames[0], number: 77 }] }),
    ];
    for (const bytes of broken) {
      const kept = await capture(bytes);
      await expect(call('evidence.openRecording', kept)).rejects.toMatchObject({ code: 'EVIDENCE_DAMAGED' });
      const { thread } = await call('evidence.get', { id: kept.id });
      expect(thread.map(({ action }) => action)).not.toContain('evidence.viewed');
    }
    const other = await capture(archive(), 'mhtml');
    await expect(call('evidence.openRecording', other)).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
  });

  it('is in the report by its facts and its hash, with what the officer did', async () => {
    const { id } = await capture(archive());
    const { capture: onFile } = await call('evidence.get', { id });
    if (onFile === null) throw new Error('there is no record');
    const lines = captureLines(onFile, 'WIB').join('\n');
    expect(lines).toContain('Rekaman gulir: 2 bingkai dari area “Komentar”, dihentikan oleh petugas');
    expect(lines).toContain('1 celah antarbingkai');
    expect(lines).toContain(RECORDING.sha256);
    expect(lines).toContain('Tindakan petugas di halaman sejak dimuat: 3 tekanan, 0 tombol, 0 guliran.');
  });
});
