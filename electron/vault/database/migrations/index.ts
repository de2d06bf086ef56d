/** Every migration in order. A released one never changes: tests/vault/foundation holds their hashes. */
import * as foundation from './0001-foundation.ts';
import * as roster from './0002-roster.ts';
import * as casesAndEvidence from './0003-cases-and-evidence.ts';
import * as reports from './0004-reports.ts';
import * as workingCopies from './0005-working-copies.ts';
import * as captureExplanations from './0006-capture-explanations.ts';
import * as pictureReadings from './0007-picture-readings.ts';
import * as actsAndProof from './0008-acts-and-proof.ts';
import * as evidenceOrigins from './0009-evidence-origins.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  roster,
  casesAndEvidence,
  reports,
  workingCopies,
  captureExplanations,
  pictureReadings,
  actsAndProof,
  evidenceOrigins,
];
export const LATEST_VERSION = MIGRATIONS.length;
