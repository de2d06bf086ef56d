/** What is known of an item because of how it came: the part of the screen, the officer's word on it, the camera. */
import type { EvidencePage } from '#shared/contract/evidence.ts';
import { screenRegion } from '#shared/contract/screen.ts';
import type { EvidenceOrigin } from '#shared/domain/evidence/origin-words.ts';
import type { FileSource, ReadableDatabase, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';

export type OriginFacts = EvidencePage['originFacts'];

const NOTHING: OriginFacts = { region: null, shownProgram: '', shownSubject: '', camera: null, cameraTime: null };

/** Which way a file came in. The officer's tick makes a photo of a picture alone, and never of one that main made itself. */
export function originOf(
  file: Pick<FileSource, 'pasted' | 'screen'>,
  picture: { readonly isPicture: boolean; readonly camera: string | null; readonly saidToBePhoto: boolean },
): Exclude<EvidenceOrigin, 'capture'> {
  if (file.screen !== null) return 'screen';
  if (file.pasted) return 'paste';
  return picture.isPicture && (picture.camera !== null || picture.saidToBePhoto) ? 'photo' : 'file';
}

/** Inside the transaction that inserts the item; nothing is written where nothing is known. */
export function insertOriginFacts(database: WritableDatabase, evidenceId: string, facts: OriginFacts): void {
  if (facts.region === null && facts.camera === null && facts.cameraTime === null) return;
  database.run(
    'INSERT INTO evidence_origins (evidence_id, screen_region, shown_program, shown_subject, camera, camera_time) VALUES (?, ?, ?, ?, ?, ?)',
    [
      evidenceId,
      facts.region === null ? null : JSON.stringify(facts.region),
      facts.shownProgram,
      facts.shownSubject,
      facts.camera,
      facts.cameraTime,
    ],
  );
}

export function originFactsOf(database: ReadableDatabase, evidenceId: string): OriginFacts {
  const row = database.get('SELECT * FROM evidence_origins WHERE evidence_id = ?', [evidenceId]);
  if (!row) return NOTHING;
  // What was said at intake stays; a later word stands in for it.
  const later = database.get('SELECT * FROM shown_words WHERE evidence_id = ? ORDER BY id DESC LIMIT 1', [evidenceId]);
  const region = textOrNull(row, 'screen_region');
  return {
    region: region === null ? null : screenRegion.parse(JSON.parse(region)),
    shownProgram: later ? textOf(later, 'program') : textOf(row, 'shown_program'),
    shownSubject: later ? textOf(later, 'subject') : textOf(row, 'shown_subject'),
    camera: textOrNull(row, 'camera'),
    cameraTime: textOrNull(row, 'camera_time'),
  };
}
