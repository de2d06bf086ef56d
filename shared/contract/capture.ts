/** The capture window: a page of the open web, isolated, and what one capture keeps. */
import { z } from 'zod';
import { captureRoundOperations, roundPlace } from './capture-round.ts';
import { webArchiveSummary } from './capture-web-archive.ts';
import { MEDIA_MISSING } from '#shared/domain/capture/media.ts';
import { FACT_NAMES, FACT_ORIGINS } from '#shared/domain/capture/post-facts.ts';
import { AREA_KINDS } from '../domain/capture/capture-area.ts';
import { SCROLL_SIZES, SCROLL_SPEEDS, SCROLL_STARTS } from '../domain/capture/scroll-recording.ts';
import { PUBLIC_ANSWERS, PUBLIC_BASES } from '../domain/capture/public-view.ts';
import { LOGIN_SIGNS, SEEN_BY_ANSWERS } from '../domain/capture/seen-by.ts';
import { address, day, done, id, instant, nothing, requiredLine } from './common.ts';
import { defineOperation } from './operation.ts';

export const captureOutcome = z.enum(['captured', 'wall', 'gone', 'failed', 'timeout', 'crashed', 'changed']);

export const completenessLevel = z.enum(['green', 'amber', 'red']);

/** What a capture is worth and how it was made: since format 2 of the record. */
const captureAssessment = z.strictObject({
  verdict: z
    .strictObject({
      outcome: z.enum(['wall', 'gone']),
      kind: z.enum(['login', 'private', 'rate-limit', 'consent', 'refused', 'removed', 'not-found']),
      because: z.string(),
    })
    .nullable(),
  level: completenessLevel,
  findings: z.array(
    z.strictObject({
      item: z.enum([
        'height',
        'width',
        'images',
        'videos',
        'comments',
        'joins',
        'frames',
        'inner-areas',
        'outer-frames',
        'layers',
        'recycled',
      ]),
      level: completenessLevel,
      seen: z.number().nullable(),
      declared: z.number().nullable(),
    }),
  ),
  preparation: z.array(z.strictObject({ step: z.string(), detail: z.string(), milliseconds: z.number() })),
  timeWindow: z.strictObject({
    from: instant,
    to: instant,
    basis: z.enum(['servers-and-system', 'servers', 'trusted', 'system', 'disagreeing']),
    servers: z.number().int(),
    agreeing: z.number().int(),
    systemAhead: z.number(),
    jump: z.number(),
  }),
});

const capturedMedia = z.strictObject({
  sort: z.enum(['image', 'video']),
  name: z.string().nullable(),
  address: z.string(),
  width: z.number(),
  height: z.number(),
  words: z.string(),
  mime: z.string(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  answers: z.number().int().nullable(),
  missing: z.enum(MEDIA_MISSING).nullable(),
});

/** What the page states about its post, each with where it stands in the page (shared/domain/capture/post-facts.ts). */
const postFacts = z.strictObject({
  facts: z.array(
    z.strictObject({
      name: z.enum(FACT_NAMES),
      value: z.string(),
      origin: z.enum(FACT_ORIGINS),
      instant: instant.nullable(),
    }),
  ),
  conflicts: z.array(z.enum(FACT_NAMES)),
  otherPosts: z.number().int(),
  addressDiffers: z.boolean(),
});
/** Why a scroll recording ended. */
export const scrollEnd = z.enum(['end', 'stopped', 'steps', 'time', 'bytes', 'interrupted']);
/** Who the page showed itself to (shared/domain/capture/seen-by.ts). */
export const seenBy = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('without-login') }),
  z.strictObject({ how: z.literal('office-account'), profileId: id, profileName: z.string() }),
  z.strictObject({ how: z.literal('uncertain'), signs: z.array(z.enum(LOGIN_SIGNS)) }),
]);

/** A logged-out look at the address of a capture: a capture of its own, and what the rules say of it. */
export const publicLook = z.strictObject({
  evidenceId: id,
  number: z.string(),
  lookedAt: instant,
  outcome: captureOutcome,
  answer: z.enum(PUBLIC_ANSWERS),
  basis: z.enum(PUBLIC_BASES),
  /** Of the first capture's words, 0 to 1; null where they were not compared. */
  share: z.number().nullable(),
});
export type PublicLook = z.infer<typeof publicLook>;

const said = { at: instant, by: z.string() };
/** Who saw a capture and whether the public sees it, with what officers said beside. */
export const captureVisibility = z.strictObject({
  /** The officer's answer where the window could not tell; null when nobody answered. */
  statement: z.strictObject({ answer: z.enum(SEEN_BY_ANSWERS), ...said }).nullable(),
  /** Marked "memuat data akun petugas": its MHTML and WACZ leave the vault only by an explicit choice. */
  accountData: z.boolean(),
  /** In the order of time; the last holds. */
  looks: z.array(publicLook),
  /** The officer's word about the looks; the last holds. */
  remark: z.strictObject({ text: z.string(), ...said }).nullable(),
  /** The capture that this one is a logged-out look for. */
  lookOf: z.strictObject({ id, number: z.string() }).nullable(),
});
export type CaptureVisibility = z.infer<typeof captureVisibility>;

/** What a person needs to see of a capture record; the whole record is the artefact of kind "record". */
export const captureRecordSummary = z.strictObject({
  outcome: captureOutcome,
  requestedUrl: z.string(),
  documentUrl: z.string().nullable(),
  shownUrl: z.string().nullable(),
  status: z.number().int().nullable(),
  ip: z.string().nullable(),
  protocol: z.string().nullable(),
  redirects: z.array(z.strictObject({ url: z.string(), status: z.number().int() })),
  certificate: z
    .strictObject({
      statement: z.string(),
      sameConnection: z.boolean(),
      subject: z.string().nullable(),
      issuer: z.string().nullable(),
      sha256: z.string().nullable(),
    })
    .nullable(),
  /** True when the page reached the shown address by itself (history API). */
  addressReachedInPage: z.boolean(),
  removedHeaders: z.array(z.string()),
  completeness: z.strictObject({
    heightSeen: z.number(),
    documentHeight: z.number(),
    imagesLoaded: z.number().int(),
    imagesDeclared: z.number().int(),
    joinsClean: z.boolean().nullable(),
  }),
  warnings: z.array(z.string()),
  capturedAt: z.string(),
  capturedAtLocal: z.string(),
  /** Format of the record; captures from before it was told have the first. */
  version: z.number().int().default(1),
  /** Null for captures of the first format. */
  assessment: captureAssessment.nullable().default(null),
  /** Never the officer's own words; null where the page states nothing. */
  postFacts: postFacts.nullable().default(null),
  /** Photos and videos of the page, kept or not (shared/domain/capture/media.ts). */
  media: z.array(capturedMedia).default([]),
  /** What the scroll recording came to, where one was made. */
  scrollRecording: z
    .strictObject({
      area: z.string().nullable(),
      speed: z.enum(SCROLL_SPEEDS),
      frames: z.number().int(),
      gaps: z.number().int(),
      ended: scrollEnd,
      milliseconds: z.number(),
      /** Of the ZIP that holds the frames. */
      sha256: z.string(),
    })
    .nullable()
    .optional(),
  /** What the officer did in the page before it was captured. */
  userActions: z
    .strictObject({
      list: z.array(
        z.strictObject({
          kind: z.enum(['clicked', 'typed', 'keys', 'scrolled', 'entered-frame']),
          at: instant,
          until: instant,
          count: z.number().int(),
          role: z.string(),
          text: z.string(),
          y: z.number().nullable(),
        }),
      ),
      more: z.number().int(),
    })
    .optional(),
  /** Null where there is no web archive. */
  webArchive: webArchiveSummary.nullable().default(null),
  /** Null for captures from before it was recorded. */
  seenBy: seenBy.nullable().default(null),
});
export type CaptureRecordSummary = z.infer<typeof captureRecordSummary>;

/** The same with what stands beside it in the vault. */
export const captureOnFile = captureRecordSummary.extend({
  evidenceId: id,
  /** What an officer says about what is missing; null when nothing was said. */
  explanation: z.strictObject({ text: z.string(), at: instant, by: z.string() }).nullable(),
  /** Where in the page the officer's "waktu unggah" was taken from; null when the officer wrote it. */
  postedAtFrom: z.enum(FACT_ORIGINS).nullable(),
  /** Other captures of the same address in the order of time. */
  related: z.array(z.strictObject({ id, number: z.string(), capturedAt: instant, outcome: captureOutcome })),
  visibility: captureVisibility,
});
export type CaptureOnFile = z.infer<typeof captureOnFile>;

const scrollProgress = z.strictObject({
  frames: z.number().int(),
  gaps: z.number().int(),
  bytes: z.number().int(),
  milliseconds: z.number(),
});
const scrollLimits = z.strictObject({ steps: z.number(), milliseconds: z.number(), bytes: z.number() });

export const captureState = z.strictObject({
  address: z.string(),
  title: z.string(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  loading: z.boolean(),
  /** The address shown was reached by the page itself: offer "muat ulang lalu ambil". */
  addressReachedInPage: z.boolean(),
  target: z.strictObject({ caseId: id.nullable(), label: z.string() }),
  busy: z.boolean(),
  phase: z.string(),
  /** The last finished capture, or why it was not made. */
  last: z
    .strictObject({
      outcome: captureOutcome,
      evidenceId: id.nullable(),
      number: z.string(),
      /** Where it went; null is the tray. */
      caseId: id.nullable(),
      /** How complete it is; a red one asks for a word or a second try. */
      level: completenessLevel,
      warnings: z.array(z.string()),
    })
    .nullable(),
  problem: z.string().nullable(),
  certificate: z.enum(['secure', 'unknown-root', 'insecure', 'none']),
  /** A scroll recording that runs: what it has, and where it ends by itself. */
  recording: scrollProgress.extend({ limits: scrollLimits }).nullable(),
  /** The office's session that the window was opened with; null: opened without log-in. */
  profile: z.strictObject({ id, name: z.string() }).nullable(),
  /** The last capture was made with an account, or may have been: a look without log-in is offered. */
  publicLookOffered: z.boolean(),
  /** The account of a monitoring round that the window was sent to; null outside rounds. */
  round: roundPlace.nullable(),
});
export type CaptureState = z.infer<typeof captureState>;

const toolbar = ['capture-toolbar'] as const;
const areaNumber = z.number().int().min(0).max(100);
export const captureOperations = {
  ...captureRoundOperations,
  openWindow: defineOperation({
    name: 'capture.openWindow',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    /** profileId: the office's session to open with; null for none, missing for the open window's. */
    input: z.strictObject({
      caseId: id.nullable(),
      address: address.default(''),
      profileId: id.nullable().optional(),
      /** Given, the tool bar carries the round's answers. */
      round: roundPlace.nullable().default(null),
    }),
    output: done,
  }),
  /** Ends this window, keeps its session if it has one, and opens another with or without a session at the same address. */
  useProfile: defineOperation({
    name: 'capture.useProfile',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ profileId: id.nullable() }),
    output: done,
  }),
  /**
   * Opens the address of a capture in a clean window without log-in and files what comes beside it. Answers when it is
   * filed. ADDRESS_NOT_ALLOWED, EVIDENCE_UNKNOWN, CAPTURE_BUSY while another look runs, CANCELLED.
   */
  lookPublicly: defineOperation({
    name: 'capture.lookPublicly',
    kind: 'command',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: publicLook,
  }),
  /** Ends a look that runs; nothing of it is kept. */
  stopLook: defineOperation({
    name: 'capture.stopLook',
    kind: 'command',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: nothing,
    output: done,
  }),
  state: defineOperation({
    name: 'capture.state',
    kind: 'query',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: nothing,
    output: captureState,
  }),
  navigate: defineOperation({
    name: 'capture.navigate',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ address }),
    output: done,
  }),
  go: defineOperation({
    name: 'capture.go',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ direction: z.enum(['back', 'forward', 'reload', 'stop']) }),
    output: done,
  }),
  setTarget: defineOperation({
    name: 'capture.setTarget',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ caseId: id.nullable() }),
    output: done,
  }),
  /** Captures what is shown; with reload, loads that very address anew first and keeps both. The state event tells the outcome. */
  take: defineOperation({
    name: 'capture.take',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({
      reload: z.boolean().default(false),
      /** The banner that is left out of the pictures. */
      banner: areaNumber.nullable().default(null),
    }),
    output: done,
  }),
  /** Parts of the page that can be chosen; numbers hold until the document is replaced or they are listed anew. */
  areas: defineOperation({
    name: 'capture.areas',
    kind: 'query',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ kind: z.enum(AREA_KINDS) }),
    output: z.strictObject({
      areas: z.array(
        z.strictObject({
          number: z.number().int(),
          name: z.string(),
          role: z.string(),
          width: z.number(),
          height: z.number(),
          hidden: z.number(),
        }),
      ),
    }),
  }),
  /** Shows on the page where such a part lies, drawn by the browser over it; null takes the light away. */
  light: defineOperation({
    name: 'capture.light',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ kind: z.enum(AREA_KINDS), area: areaNumber.nullable() }),
    output: done,
  }),
  /** Captures what is shown and records it step by step beside; the state event tells how far it is. */
  record: defineOperation({
    name: 'capture.record',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({
      area: areaNumber,
      start: z.enum(SCROLL_STARTS),
      speed: z.enum(SCROLL_SPEEDS),
      size: z.enum(SCROLL_SIZES),
    }),
    output: done,
  }),
  /** Ends the recording and keeps what it has; the rest of the capture goes on. */
  stopRecording: defineOperation({
    name: 'capture.stopRecording',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: nothing,
    output: done,
  }),
  /**
   * Plans a second look at what this window captured last, which the tool bar does not name. EVIDENCE_UNKNOWN when there is
   * none, INVALID_INPUT, SECOND_LOOK_PLANNED.
   */
  planLook: defineOperation({
    name: 'capture.planLook',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ dueOn: day }),
    output: done,
  }),
  /** Puts what this window captured last under an item of an act's sheet of the case it went to. EVIDENCE_UNKNOWN, ALREADY_LINKED. */
  fillSheet: defineOperation({
    name: 'capture.fillSheet',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: z.strictObject({ actId: id, item: requiredLine }),
    output: done,
  }),
  cancel: defineOperation({
    name: 'capture.cancel',
    kind: 'command',
    runs: 'main',
    windows: toolbar,
    vault: 'unlocked',
    input: nothing,
    output: done,
  }),
};
