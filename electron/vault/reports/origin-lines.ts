/** How an item came, in the lines above its picture: what it is, what it is not, and what was recorded on the way. */
import type { EvidencePage } from '#shared/contract/evidence.ts';
import { CAMERA_TIME_NAME, cameraTimeWords } from '#shared/domain/evidence/camera-time.ts';
import { type EvidenceOrigin, ORIGIN_WORDS, originSentences } from '#shared/domain/evidence/origin-words.ts';

/** Printed in every report, masked ones included: they say nothing of the item itself. */
export function originLine(origin: EvidenceOrigin): string {
  return `Asal: ${ORIGIN_WORDS[origin].name.id}. ${originSentences(origin, 'id')}`;
}

/** The rest, which may name people: only where the item is shown as it is. */
export function originFactLines({
  region,
  shownProgram,
  shownSubject,
  camera,
  cameraTime,
}: EvidencePage['originFacts']): string[] {
  const lines: string[] = [];
  if (region !== null) {
    const { display, picture, rectangle } = region;
    const name = display.name === '' ? 'tanpa nama' : display.name;
    const scale = display.scale.toLocaleString('id-ID', { maximumFractionDigits: 2 });
    lines.push(
      `Layar: ${name}, ${display.width} × ${display.height} pada skala ${scale} (${picture.width} × ${picture.height} piksel). ` +
        `Bagian: ${rectangle.width} × ${rectangle.height} piksel mulai dari (${rectangle.x}, ${rectangle.y}).`,
    );
    const shown = [
      ...(shownProgram === '' ? [] : [`program ${shownProgram}`]),
      ...(shownSubject === '' ? [] : [`orang atau grup ${shownSubject}`]),
    ];
    lines.push(
      shown.length === 0
        ? 'Petugas tidak menerangkan apa yang tampil pada layar.'
        : `Yang tampil menurut petugas: ${shown.join('; ')}.`,
    );
  }
  if (camera !== null) lines.push(`Kamera menurut berkas: ${camera}.`);
  if (cameraTime !== null) lines.push(`${CAMERA_TIME_NAME.id}: ${cameraTimeWords(cameraTime, 'id')}.`);
  return lines;
}
