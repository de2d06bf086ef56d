/** Every migration in order. A released one never changes: tests/vault/foundation holds their hashes. */
import * as foundation from './0001-foundation.ts';
import * as roster from './0002-roster.ts';
import * as casesAndEvidence from './0003-cases-and-evidence.ts';
import * as reports from './0004-reports.ts';
import * as workingCopies from './0005-working-copies.ts';
import * as captureExplanations from './0006-capture-explanations.ts';
import * as actsAndProof from './0007-acts-and-proof.ts';
import * as postFacts from './0008-post-facts.ts';
import * as captureQueues from './0009-capture-queues.ts';
import * as captureProfiles from './0010-capture-profiles.ts';
import * as evidenceOrigins from './0011-evidence-origins.ts';
import * as pictureReadings from './0012-picture-readings.ts';
import * as shownWords from './0013-shown-words.ts';
import * as documents from './0014-documents.ts';
import * as signatures from './0015-signatures.ts';
import * as handover from './0016-handover.ts';
import * as elections from './0017-elections.ts';
import * as monitoring from './0018-monitoring.ts';
import * as publicReports from './0019-public-reports.ts';
import * as hoaxes from './0020-hoaxes.ts';
import * as outreach from './0021-outreach.ts';
import * as maskedTwins from './0022-masked-twins.ts';
import * as intakeFiles from './0023-intake-files.ts';
import * as queueRounds from './0024-queue-rounds.ts';
import * as levelTries from './0025-level-tries.ts';
import * as cameraTimes from './0026-camera-times.ts';

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
  actsAndProof,
  postFacts,
  captureQueues,
  captureProfiles,
  evidenceOrigins,
  pictureReadings,
  shownWords,
  documents,
  signatures,
  handover,
  elections,
  monitoring,
  publicReports,
  hoaxes,
  outreach,
  maskedTwins,
  intakeFiles,
  queueRounds,
  levelTries,
  cameraTimes,
];
export const LATEST_VERSION = MIGRATIONS.length;
