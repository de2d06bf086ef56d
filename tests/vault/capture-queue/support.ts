/** A capture as the capture window would hand it in, without a window. */
import { PNG } from 'pngjs';
import { type CaptureRecordSummary, captureRecordSummary } from '#shared/contract/capture.ts';
import type { VaultService } from '../../../electron/vault/service.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';

export interface FakeCapture {
  readonly queueItemId?: string;
  readonly caseId?: string | null;
  readonly outcome?: CaptureRecordSummary['outcome'];
  readonly address?: string;
  readonly text?: string;
  /** Grey value of each row of a picture 48 pixels wide; null for a capture without pictures. */
  readonly rows?: readonly number[] | null;
  readonly at?: string;
}

/** Commits one; answers with its evidence id. */
export async function takeIn(service: VaultService, capture: FakeCapture): Promise<string> {
  const { queueItemId, caseId = null, outcome = 'captured', address = 'https://lini.test/p/1' } = capture;
  const intake = createCaptureIntake(service.context());
  const { intakeId } = await intake.begin({
    caseId,
    expectedBytes: 0,
    ...(queueItemId !== undefined && { queueItemId }),
  });
  const put = async (
    kind: 'full-page-image' | 'text' | 'record',
    mime: string,
    bytes: Uint8Array,
    size: { width: number; height: number } | null,
  ): Promise<void> => {
    await intake.append({ intakeId, kind, index: 0, mime, bytes });
    const { width, height } = size ?? { width: null, height: null };
    await intake.finishArtefact({ intakeId, kind, index: 0, name: kind, width, height });
  };
  const rows = capture.rows === undefined ? [1, 2, 3, 4] : capture.rows;
  if (rows !== null) await put('full-page-image', 'image/png', pictureOf(rows), { width: 48, height: rows.length });
  await put('text', 'text/plain', Buffer.from(capture.text ?? 'Bersama kita menang'), null);
  await put('record', 'application/json', Buffer.from('{}'), null);
  const summary = captureRecordSummary.parse({
    outcome,
    requestedUrl: address,
    documentUrl: address,
    shownUrl: address,
    status: 200,
    ip: null,
    protocol: null,
    redirects: [],
    certificate: null,
    addressReachedInPage: false,
    removedHeaders: [],
    completeness: { heightSeen: 4, documentHeight: 4, imagesLoaded: 0, imagesDeclared: 0, joinsClean: true },
    warnings: [],
    capturedAt: capture.at ?? service.context().now().toISOString(),
    capturedAtLocal: '',
  });
  return (await intake.commit({ intakeId, record: { title: 'Unggahan', summary } })).evidenceId;
}

function pictureOf(rows: readonly number[]): Buffer {
  const png = new PNG({ width: 48, height: rows.length });
  rows.forEach((grey, row) => png.data.fill(grey, row * 48 * 4, (row + 1) * 48 * 4));
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  return PNG.sync.write(png);
}
