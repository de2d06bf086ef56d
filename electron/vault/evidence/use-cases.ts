import type { UseCases } from '../kernel.ts';
import { addFiles } from './add-files.ts';
import { updateEvidence } from './change-evidence.ts';
import { chooseCopy, withdrawCopy } from './choose-copy.ts';
import { evidencePageOf } from './evidence-page.ts';
import { explainCapture } from './explain-capture.ts';
import { fileEvidence, moveEvidence, withdrawEvidence } from './filing.ts';
import { listEvidence, trayCount } from './list-evidence.ts';
import { makeCopy } from './make-copy.ts';
import { mediaPreviews } from './media-previews.ts';
import { usePostTime } from './post-time.ts';
import { openRecording } from './open-recording.ts';
import { remarkPublic, stateSeenBy } from './visibility.ts';
import { checkSeal, readArtefactText, viewArtefact } from './look-at-evidence.ts';
import { readPictures, unreadPictures } from './readings/read-pictures.ts';

/** The evidence's use cases by operation. */
export const evidenceUseCases = {
  'evidence.addFiles': addFiles,
  'evidence.list': listEvidence,
  'evidence.get': (input, context) => evidencePageOf(context, input.id),
  'evidence.mediaPreviews': mediaPreviews,
  'evidence.update': updateEvidence,
  'evidence.explain': explainCapture,
  'evidence.usePostTime': usePostTime,
  'evidence.stateSeenBy': stateSeenBy,
  'evidence.remarkPublic': remarkPublic,
  'evidence.file': fileEvidence,
  'evidence.move': moveEvidence,
  'evidence.withdraw': withdrawEvidence,
  'evidence.makeCopy': makeCopy,
  'evidence.chooseCopy': chooseCopy,
  'evidence.withdrawCopy': withdrawCopy,
  'evidence.readPictures': readPictures,
  'evidence.unreadPictures': (_input, context) => unreadPictures(context.database),
  'evidence.view': viewArtefact,
  'evidence.readText': readArtefactText,
  'evidence.openRecording': openRecording,
  'evidence.checkSeal': checkSeal,
  'evidence.trayCount': (_input, context) => trayCount(context),
} satisfies Partial<UseCases>;
