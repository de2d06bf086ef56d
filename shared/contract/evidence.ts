/** Evidence (bukti): taken in from files or captured, filed into cases or lying in the tray, looked at, exported. */
import { z } from 'zod';
import { FACT_ORIGINS } from '#shared/domain/capture/post-facts.ts';
import { SCROLL_SPEEDS } from '../domain/capture/scroll-recording.ts';
import { captureOnFile, captureOutcome, completenessLevel, scrollEnd } from './capture.ts';
import { SEEN_BY_ANSWERS } from '../domain/capture/seen-by.ts';
import {
  day,
  fileToken,
  id,
  instant,
  line,
  nothing,
  page,
  reason,
  sha256,
  startedJob,
  text,
  viewHandle,
} from './common.ts';
import { alikePicture, pictureReading } from './picture-reading.ts';
import { defineOperation } from './operation.ts';
import { screenRegion } from './screen.ts';
import { workingCopy, workingCopyEdits } from './working-copy.ts';
import { EVIDENCE_ORIGINS } from '../domain/evidence/origin-words.ts';

export const artefactKind = z.enum([
  'file',
  'viewport-image',
  'full-page-image',
  'mhtml',
  'text',
  'text-positions',
  'media',
  'wacz',
  'record',
  'scroll-frames',
  'certificate',
  'reload-viewport-image',
  'reload-full-page-image',
  'reload-mhtml',
  'reload-text',
  'reload-text-positions',
  'reload-media',
  'reload-wacz',
  'reload-record',
  'working-copy',
  'working-copy-text',
]);
export type ArtefactKind = z.infer<typeof artefactKind>;

export const artefact = z.strictObject({
  id,
  kind: artefactKind,
  sha256,
  bytes: z.number().int(),
  mime: z.string(),
  name: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Whether the viewer can show it; what Chromium cannot show is kept and says so. */
  viewable: z.enum(['image', 'video', 'text', 'none']),
});
export type Artefact = z.infer<typeof artefact>;

export const evidenceRow = z.strictObject({
  id,
  /** Running number in the vault, printed as B-0001. */
  number: z.string(),
  origin: z.enum(EVIDENCE_ORIGINS),
  /** True for what came from elsewhere (a forwarded screenshot): looks so everywhere. */
  secondHand: z.boolean(),
  title: z.string(),
  address: z.string(),
  capturedAt: instant,
  note: z.string(),
  postedAtText: z.string(),
  /** Computed range of a relative time ("3 jam"), when it could be read. */
  postedBetween: z.tuple([instant, instant]).nullable(),
  thumbnail: viewHandle.nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  mainSha256: sha256,
  cases: z.array(
    z.strictObject({
      id,
      number: z.string(),
      where: z.string(),
      /** Where to look, for each respondent that has a note of his own. */
      places: z.array(z.strictObject({ respondentId: id, name: z.string(), where: z.string() })),
    }),
  ),
  withdrawn: z.boolean(),
  /** Whether a working copy is chosen for masked reports; without one they print the hash alone. */
  maskedCopy: z.boolean(),
  /** Of a capture: what it came to, and how complete it is; null for what came another way. */
  outcome: captureOutcome.nullable(),
  level: completenessLevel.nullable(),
  warnings: z.array(z.string()),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

export const evidencePage = z.strictObject({
  evidence: evidenceRow,
  artefacts: z.array(artefact),
  /** Drawn from its pictures; never among the artefacts, which are what was taken in. Newest first. */
  copies: z.array(workingCopy),
  capture: captureOnFile.nullable(),
  /** What was read in its pictures, unverified. */
  readings: z.array(pictureReading),
  alike: z.array(alikePicture),
  provenance: z.strictObject({
    who: z.string(),
    obtainedFrom: z.string(),
    obtainedAtText: z.string(),
    originalName: z.string(),
  }),
  /** What is known because of how it came; see shared/domain/evidence/origin-words.ts. */
  originFacts: z.strictObject({
    region: screenRegion.nullable(),
    /** The officer's word on what the screen showed. */
    shownProgram: z.string(),
    shownSubject: z.string(),
    /** Maker and model as the file says. */
    camera: z.string().nullable(),
    /** When the photo was taken by the camera's own clock, unchecked: YYYY-MM-DDTHH:MM:SS, of no zone. */
    cameraTime: z.string().nullable(),
  }),
  /** The thread: every filing, moving, viewing, checking and export of this item. */
  thread: z.array(
    z.strictObject({
      sequence: z.number().int(),
      at: instant,
      user: z.string(),
      action: z.string(),
      caseNumber: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type EvidencePage = z.infer<typeof evidencePage>;

/** Value of an evidence-intake job. */
export const intakeResult = z.strictObject({
  added: z.array(z.strictObject({ id, sha256, bytes: z.number().int(), mime: z.string(), name: z.string() })),
  duplicates: z.array(z.strictObject({ id, sha256, name: z.string(), linked: z.boolean() })),
  refused: z.array(z.strictObject({ name: z.string(), code: z.string() })),
});
export type IntakeResult = z.infer<typeof intakeResult>;

/** A scroll recording as the viewer shows it. */
export const recordingOnFile = z.strictObject({
  area: z.string().nullable(),
  speed: z.enum(SCROLL_SPEEDS),
  ended: scrollEnd,
  gaps: z.number().int(),
  milliseconds: z.number(),
  frames: z.array(
    z.strictObject({
      number: z.number().int(),
      at: instant,
      y: z.number(),
      seam: z.enum(['first', 'seen-again', 'plain', 'gap']),
      sha256,
      handle: viewHandle,
      text: z.string(),
    }),
  ),
});
export type RecordingOnFile = z.infer<typeof recordingOnFile>;

const windows = ['main'] as const;
export const evidenceOperations = {
  addFiles: defineOperation({
    name: 'evidence.addFiles',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      caseId: id.nullable(),
      files: z.array(fileToken).min(1).max(500),
      note: text.default(''),
      address: line.default(''),
      obtainedFrom: line.default(''),
      obtainedAtText: line.default(''),
      postedAtText: line.default(''),
      /** For a part of the screen: which program, and which person or group in it. */
      shownProgram: line.default(''),
      shownSubject: line.default(''),
      /** The officer says that the pictures are photos from a camera or a phone. */
      cameraPhoto: z.boolean().default(false),
    }),
    output: startedJob,
  }),
  list: defineOperation({
    name: 'evidence.list',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      where: z.enum(['all', 'tray', 'case']).default('all'),
      /** In this case; with `case` and without it: in any. */
      caseId: id.optional(),
      query: line.default(''),
      origin: z.enum(EVIDENCE_ORIGINS).optional(),
      secondHand: z.boolean().optional(),
      /** Captures of this completeness; `explained` tells whether an officer has said something about it. */
      level: completenessLevel.optional(),
      explained: z.boolean().optional(),
      withdrawn: z.boolean().optional(),
      /** Taken in on these days, both included. */
      from: day.optional(),
      to: day.optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(evidenceRow) }),
  }),
  get: defineOperation({
    name: 'evidence.get',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: evidencePage,
  }),
  /** Photos of the captured page, small and with their size in pixels; nulls for what cannot be decoded. Handles end with the lock. */
  mediaPreviews: defineOperation({
    name: 'evidence.mediaPreviews',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: z.strictObject({
      previews: z.array(
        z.strictObject({
          artefactId: id,
          width: z.number().int().nullable(),
          height: z.number().int().nullable(),
          thumbnail: viewHandle.nullable(),
        }),
      ),
    }),
  }),
  update: defineOperation({
    name: 'evidence.update',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      id,
      title: line.optional(),
      note: text.optional(),
      address: line.optional(),
      postedAtText: line.optional(),
      obtainedFrom: line.optional(),
      obtainedAtText: line.optional(),
      /** The officer's word on what a part of the screen showed; INVALID_INPUT for what came another way. */
      shownProgram: line.optional(),
      shownSubject: line.optional(),
    }),
    output: evidenceRow,
  }),
  /** Says why a capture is not whole: asked for where its meter is red, printed in the report. */
  explain: defineOperation({
    name: 'evidence.explain',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, text: reason }),
    output: evidenceRow,
  }),
  /** Takes the post's time that the captured page states there as the officer's "waktu unggah", and keeps that it came from the page. */
  usePostTime: defineOperation({
    name: 'evidence.usePostTime',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, origin: z.enum(FACT_ORIGINS), instant }),
    output: evidenceRow,
  }),
  /** The officer's answer to whether somebody was logged in, where the window could not tell. EVIDENCE_UNKNOWN otherwise. */
  stateSeenBy: defineOperation({
    name: 'evidence.stateSeenBy',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, answer: z.enum(SEEN_BY_ANSWERS) }),
    output: evidenceRow,
  }),
  /** A word beside what was seen without log-in; the answer itself is the rules' and stays. */
  remarkPublic: defineOperation({
    name: 'evidence.remarkPublic',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, text: reason }),
    output: evidenceRow,
  }),
  /** Files an item into a case (it may serve several), with where on the picture to look. */
  file: defineOperation({
    name: 'evidence.file',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, caseId: id, where: text.default(''), respondentId: id.nullable().default(null) }),
    output: evidenceRow,
  }),
  /** Moves a misfiled item from one case to another, or back to the tray. */
  move: defineOperation({
    name: 'evidence.move',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, fromCaseId: id, toCaseId: id.nullable(), reason }),
    output: evidenceRow,
  }),
  /** Marks an item as withdrawn; nothing is deleted. */
  withdraw: defineOperation({
    name: 'evidence.withdraw',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, reason }),
    output: evidenceRow,
  }),
  /** Draws a working copy of a picture: new pixels, kept beside the untouched original. The job's value is the copy. */
  makeCopy: defineOperation({
    name: 'evidence.makeCopy',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      id,
      artefactId: id,
      edits: workingCopyEdits,
      note: text.default(''),
      /** Whether reports of the kind "disamarkan" show it from now on, in the place of the one they showed. */
      useInMasked: z.boolean().default(false),
    }),
    output: startedJob,
  }),
  /** Chooses the copy that reports of the kind "disamarkan" show, or none of the item (copyId null). */
  chooseCopy: defineOperation({
    name: 'evidence.chooseCopy',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, copyId: id.nullable() }),
    output: z.strictObject({ copies: z.array(workingCopy) }),
  }),
  /** Marks a copy as withdrawn; it is kept, and no report shows it any more. */
  withdrawCopy: defineOperation({
    name: 'evidence.withdrawCopy',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, copyId: id, reason }),
    output: z.strictObject({ copies: z.array(workingCopy) }),
  }),
  /** Reads the words in the pictures of an item, or in all that nobody has read yet. The job's value is picturesRead. */
  readPictures: defineOperation({
    name: 'evidence.readPictures',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id: id.nullable() }),
    output: startedJob,
  }),
  unreadPictures: defineOperation({
    name: 'evidence.unreadPictures',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ count: z.number().int() }),
  }),
  /** Opens an artefact in the viewer: recorded in custody. The handle ends with the lock. */
  view: defineOperation({
    name: 'evidence.view',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, artefactId: id }),
    output: z.strictObject({ handle: viewHandle, mime: z.string(), bytes: z.number().int() }),
  }),
  /** The visible text or record of a capture, read as text: recorded in custody. */
  readText: defineOperation({
    name: 'evidence.readText',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, artefactId: id }),
    output: z.strictObject({ text: z.string() }),
  }),
  /** Opens a scroll recording: recorded in custody once, whichever frames are looked at. Handles end with the lock. */
  openRecording: defineOperation({
    name: 'evidence.openRecording',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, artefactId: id }),
    output: recordingOnFile,
  }),
  /** The seal: decrypts and re-hashes every artefact of the item now. */
  checkSeal: defineOperation({
    name: 'evidence.checkSeal',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: z.strictObject({
      intact: z.boolean(),
      checkedAt: instant,
      artefacts: z.array(z.strictObject({ id, intact: z.boolean() })),
    }),
  }),
  /**
   * Asks where to, then writes the original bytes there, hash checked. ACCOUNT_DATA_NOT_CHOSEN for the page data of a
   * capture made with an account, unless withAccountData says that this is meant.
   */
  export: defineOperation({
    name: 'evidence.export',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, artefactId: id, withAccountData: z.boolean().default(false) }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
  trayCount: defineOperation({
    name: 'evidence.trayCount',
    kind: 'query',
    runs: 'vault',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ count: z.number().int() }),
  }),
};
