/**
 * Reports from the public (laporan and aduan): what is reported, and apart from it who reported. Only revealReporter and
 * readSource give an identity, each with a purpose and an entry in custody; no other answer holds any of it.
 */
import { z } from 'zod';
import { ERROR_CODES } from '../errors/codes.ts';
import { CHECK_STATES, REQUIREMENT_FACTS, REQUIREMENT_GROUPS } from '../domain/public-reports/requirements.ts';
import { DAY_UNITS } from '../domain/public-reports/deadlines.ts';
import { SIMILAR_REASONS } from '../domain/public-reports/same-matter.ts';
import { CLOSE_REASONS, FORWARDED_TO, PUBLIC_REPORT_STATES } from '../domain/public-reports/states.ts';
import { electionRegime, verificationState } from './cases.ts';
import {
  address,
  day,
  fileToken,
  id,
  instant,
  line,
  nothing,
  page,
  reason,
  requiredLine,
  sha256,
  startedJob,
  text,
} from './common.ts';
import { documentKindName } from './document-model.ts';
import { defineOperation } from './operation.ts';
import { reportCell } from './recap-cell.ts';
import { intakeFiling } from './report-intake.ts';

export const publicReportState = z.enum(PUBLIC_REPORT_STATES);
export const publicReportTopic = z.enum(['netralitas', 'hoaks', 'lainnya']);
export const publicReportChannel = z.enum([
  'langsung',
  'surat',
  'telepon',
  'whatsapp',
  'email',
  'media_sosial',
  'sp4n',
  'lainnya',
]);
/** Why an identity is looked at; what is written besides stays in the vault and out of custody. */
export const revealPurpose = z.enum([
  'hubungi_pelapor',
  'verifikasi',
  'surat',
  'penerusan',
  'permintaan_aparat',
  'lainnya',
]);
/** What an identity is looked at for. */
export const revealFor = z.strictObject({ purpose: revealPurpose, note: line.default('') });
export const answerWay = z.enum([
  'langsung',
  'surat',
  'telepon',
  'whatsapp',
  'email',
  'media_sosial',
  'sp4n',
  'lainnya',
]);

/** Who reported. Everything may be empty but one of it. */
export const reporter = z.strictObject({
  name: line.default(''),
  identityNumber: line.default(''),
  phone: line.default(''),
  email: line.default(''),
  address: z.string().trim().max(2_000).default(''),
  note: z.string().trim().max(2_000).default(''),
  /** Other names by which texts would tell who it is. */
  aliases: z.array(requiredLine).max(10).default([]),
  /** Asked not to be named to anybody. */
  confidential: z.boolean().default(true),
});
export type Reporter = z.output<typeof reporter>;

/** What is reported, as a person fills it in; what names the reporter in it is replaced when it is kept. */
export const publicReportFields = z.strictObject({
  subject: requiredLine,
  description: text.default(''),
  topic: publicReportTopic.default('netralitas'),
  channel: publicReportChannel.default('langsung'),
  regime: electionRegime.nullable().default(null),
  /** When it reached the office; null: now. */
  receivedAt: instant.nullable().default(null),
  accusedText: line.default(''),
  employeeId: id.nullable().default(null),
  accountText: line.default(''),
  address: address.default(''),
  eventDay: day.nullable().default(null),
  eventTimeText: line.default(''),
  eventPlace: line.default(''),
  /** Since when the reporter knew. */
  knownDay: day.nullable().default(null),
});
export type PublicReportFields = z.output<typeof publicReportFields>;

/** A row of what is asked of reports: data, never code. */
export const requirement = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{2,60}$/),
  group: z.enum(REQUIREMENT_GROUPS),
  text: requiredLine,
  fact: z.enum(REQUIREMENT_FACTS),
  /** For `in-time`: within how many days since it was known. */
  limit: z.strictObject({ days: z.number().int().min(1).max(365), unit: z.enum(DAY_UNITS) }).nullable(),
  /** Only for reports of this regime; null: for all. */
  regime: electionRegime.nullable(),
  /** Not asked of an anonymous report. */
  namedOnly: z.boolean(),
  active: z.boolean(),
  basis: z.string(),
  sourceUrl: z.string().nullable(),
  verification: verificationState,
  verifiedBy: z.string().nullable(),
  verifiedAt: day.nullable(),
});
export type Requirement = z.infer<typeof requirement>;

export const requirementCheck = z.strictObject({
  requirement,
  state: z.enum(CHECK_STATES),
  /** Said by an officer, or read from the report's own fields. */
  by: z.enum(['officer', 'fields']),
  note: z.string(),
});
export type RequirementCheck = z.infer<typeof requirementCheck>;

export const publicReportRow = z.strictObject({
  id,
  number: z.string(),
  subject: z.string(),
  topic: publicReportTopic,
  channel: publicReportChannel,
  state: publicReportState,
  stateSince: instant,
  receivedAt: instant,
  dueDay: day.nullable(),
  overdue: z.boolean(),
  anonymous: z.boolean(),
  /** The person of the roster, else as the reporter wrote it. */
  accused: z.string(),
  files: z.number().int(),
  answers: z.number().int(),
  /** Reports of the same matter. */
  linked: z.number().int(),
  case: z.strictObject({ id, number: z.string() }).nullable(),
});
export type PublicReportRow = z.infer<typeof publicReportRow>;

const who = { at: instant, user: z.string() };
export const publicReportPage = z.strictObject({
  report: publicReportRow.extend({
    description: z.string(),
    regime: electionRegime.nullable(),
    accusedText: z.string(),
    employee: z.strictObject({ id, name: z.string(), unit: z.string().nullable() }).nullable(),
    accountText: z.string(),
    address: z.string(),
    eventDay: day.nullable(),
    eventTimeText: z.string(),
    eventPlace: z.string(),
    knownDay: day.nullable(),
    registeredAt: instant,
    registeredBy: z.string(),
  }),
  /** What there is of the reporter, without any of it. */
  reporter: z
    .strictObject({
      confidential: z.boolean(),
      has: z.array(z.enum(['name', 'identityNumber', 'phone', 'email', 'address', 'note'])),
      /** Fields whose own words are kept apart because they name the reporter. */
      replacedIn: z.array(z.string()),
      sources: z.number().int(),
    })
    .nullable(),
  reveals: z.array(z.strictObject({ ...who, purpose: revealPurpose, note: z.string() })),
  checks: z.array(requirementCheck),
  files: z.array(
    z.strictObject({
      evidenceId: id,
      number: z.string(),
      title: z.string(),
      sha256,
      addedAt: instant,
      inCase: z.boolean(),
    }),
  ),
  steps: z.array(
    z.strictObject({
      ...who,
      from: publicReportState.nullable(),
      to: publicReportState,
      reason: z.string(),
      dueDay: day.nullable(),
      missing: z.array(z.string()),
      case: z.strictObject({ id, number: z.string() }).nullable(),
      watched: z.string(),
      forwardedTo: z.enum(FORWARDED_TO).nullable(),
      closeReason: z.enum(CLOSE_REASONS).nullable(),
    }),
  ),
  answers: z.array(
    z.strictObject({
      id,
      answeredAt: instant,
      way: answerWay,
      text: z.string(),
      document: z.strictObject({ id, number: z.string() }).nullable(),
      user: z.string(),
      withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    }),
  ),
  links: z.array(z.strictObject({ report: publicReportRow, reason: z.string(), linkedAt: instant, user: z.string() })),
  documents: z.array(
    z.strictObject({ id, document: documentKindName, number: z.string(), issuedAt: instant, draft: z.boolean() }),
  ),
});
export type PublicReportPage = z.infer<typeof publicReportPage>;

/** A report that may be of the same matter. */
export const similarReport = z.strictObject({
  report: publicReportRow,
  reasons: z.array(z.enum(SIMILAR_REASONS)),
  /** It was linked once and the link was taken back. */
  unlinked: z.boolean(),
});
export type SimilarReport = z.infer<typeof similarReport>;

/** Value of a fileIntake job. What was registered before it stopped stays registered; nothing of the others is. */
export const intakeFiled = z.strictObject({
  created: z.array(z.strictObject({ id, number: z.string() })),
  /** The error that ended it, CANCELLED included; null when all are registered. */
  stopped: z.enum(ERROR_CODES).nullable(),
});
export type IntakeFiled = z.infer<typeof intakeFiled>;

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
/** A message or file that names who sent it. */
const keptMessage = { id, name: z.string(), sha256, bytes: z.number().int(), mime: z.string() } as const;
const one = z.strictObject({ id });
const purpose = revealFor.shape;

export const publicReportsOperations = {
  list: defineOperation({
    name: 'publicReports.list',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      state: publicReportState.optional(),
      topic: publicReportTopic.optional(),
      channel: publicReportChannel.optional(),
      anonymous: z.boolean().optional(),
      overdue: z.boolean().optional(),
      /** Waiting, and their deadline has passed or is near. */
      near: z.literal(true).optional(),
      /** Only those in which the office still owes something. */
      openOnly: z.literal(true).optional(),
      /** Those that a cell of the recap counts. */
      counted: reportCell.optional(),
      /** Received from and to these days, both included. */
      from: day.optional(),
      to: day.optional(),
      sort: z.enum(['number', 'receivedAt', 'subject', 'state', 'dueDay']).default('receivedAt'),
      descending: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(publicReportRow) }),
  }),
  /** PUBLIC_REPORT_UNKNOWN. */
  get: defineOperation({ name: 'publicReports.get', ...query, input: one, output: publicReportPage }),
  create: defineOperation({
    name: 'publicReports.create',
    ...command,
    input: publicReportFields.extend({ reporter: reporter.nullable().default(null) }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  update: defineOperation({
    name: 'publicReports.update',
    ...command,
    input: z.strictObject({
      id,
      subject: requiredLine.optional(),
      description: text.optional(),
      topic: publicReportTopic.optional(),
      channel: publicReportChannel.optional(),
      regime: electionRegime.nullable().optional(),
      accusedText: line.optional(),
      employeeId: id.nullable().optional(),
      accountText: line.optional(),
      address: address.optional(),
      eventDay: day.nullable().optional(),
      eventTimeText: line.optional(),
      eventPlace: line.optional(),
      knownDay: day.nullable().optional(),
    }),
    output: publicReportPage,
  }),
  /** What is known of the reporter from now on; what was known before goes, and with null the report is anonymous. */
  setReporter: defineOperation({
    name: 'publicReports.setReporter',
    ...command,
    input: z.strictObject({ id, reporter: reporter.nullable() }),
    output: publicReportPage,
  }),
  /** Who reported, and the words that named the reporter. An entry in custody each time. REPORTER_UNKNOWN. */
  revealReporter: defineOperation({
    name: 'publicReports.revealReporter',
    ...command,
    input: z.strictObject({ id, ...purpose }),
    output: z.strictObject({
      reporter,
      originals: z.array(z.strictObject({ field: z.string(), text: z.string(), at: instant })),
      sources: z.array(z.strictObject(keptMessage)),
      /** Whole files that the sources were taken out of: they name other reporters too. */
      intakes: z.array(z.strictObject({ ...keptMessage, reports: z.number().int() })),
    }),
  }),
  /**
   * A message as it came in, as text, or one of the `intakes`; an entry in custody each time, and a look at a whole file is told in
   * every report that came out of it. SOURCE_NOT_TEXT for what is none, or very long.
   */
  readSource: defineOperation({
    name: 'publicReports.readSource',
    ...command,
    input: z.strictObject({ id, sourceId: id, ...purpose }),
    output: z.strictObject({ text: z.string() }),
  }),
  /** Asks where to, then writes a message there byte for byte as it came in; an entry in custody each time. NOT_FOUND. */
  saveSource: defineOperation({
    name: 'publicReports.saveSource',
    ...command,
    runs: 'main',
    input: z.strictObject({ id, sourceId: id, name: z.string().max(500), ...purpose }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
  /**
   * Takes files in as evidence of the report; with `asSource` as messages that name whoever sent them, kept with the reporter.
   * The job's value is an IntakeResult (evidence.ts).
   */
  addFiles: defineOperation({
    name: 'publicReports.addFiles',
    ...command,
    input: z.strictObject({ id, files: z.array(fileToken).min(1).max(500), asSource: z.boolean().default(false) }),
    output: startedJob,
  }),
  /** Evidence that the vault has already. ALREADY_LINKED. */
  linkEvidence: defineOperation({
    name: 'publicReports.linkEvidence',
    ...command,
    input: z.strictObject({ id, evidenceId: id }),
    output: publicReportPage,
  }),
  unlinkEvidence: defineOperation({
    name: 'publicReports.unlinkEvidence',
    ...command,
    input: z.strictObject({ id, evidenceId: id, reason }),
    output: publicReportPage,
  }),
  /** Files the report's evidence that is not there yet into its case. PUBLIC_REPORT_NO_CASE. */
  fileIntoCase: defineOperation({
    name: 'publicReports.fileIntoCase',
    ...command,
    input: one,
    output: publicReportPage,
  }),
  /** What an officer found of a requirement; null lets the report's fields speak again. */
  check: defineOperation({
    name: 'publicReports.check',
    ...command,
    input: z.strictObject({
      id,
      requirement: requirement.shape.key,
      state: z.enum(CHECK_STATES).nullable(),
      note: line.default(''),
    }),
    output: publicReportPage,
  }),
  /** Every step of shared/domain/public-reports/states.ts. PUBLIC_REPORT_STEP. */
  step: defineOperation({
    name: 'publicReports.step',
    ...command,
    input: z.strictObject({
      id,
      to: publicReportState,
      reason,
      missing: z.array(requirement.shape.key).max(50).default([]),
      /** kurang: until when; null there takes the office's deadline. */
      dueDay: day.nullable().default(null),
      /** pemantauan: whom or what to look at; what the report names where nothing is given. */
      employeeId: id.nullable().default(null),
      accountText: line.default(''),
      /** kasus. */
      case: z
        .discriminatedUnion('how', [
          z.strictObject({ how: z.literal('new'), title: line.default('') }),
          z.strictObject({ how: z.literal('join'), caseId: id }),
        ])
        .nullable()
        .default(null),
      forwardedTo: z.enum(FORWARDED_TO).nullable().default(null),
      closeReason: z.enum(CLOSE_REASONS).nullable().default(null),
    }),
    output: publicReportPage,
  }),
  /**
   * Registers what an officer made of a reading (report-intake.ts): each choice one report with its attachments as evidence, the
   * message as it came in kept apart. The job's value is an intakeFiled.
   */
  fileIntake: defineOperation({
    name: 'publicReports.fileIntake',
    ...command,
    input: intakeFiling,
    output: startedJob,
  }),
  similar: defineOperation({
    name: 'publicReports.similar',
    ...query,
    input: one,
    output: z.strictObject({ rows: z.array(similarReport) }),
  }),
  link: defineOperation({
    name: 'publicReports.link',
    ...command,
    input: z.strictObject({ id, otherId: id, reason }),
    output: publicReportPage,
  }),
  unlink: defineOperation({
    name: 'publicReports.unlink',
    ...command,
    input: z.strictObject({ id, otherId: id, reason }),
    output: publicReportPage,
  }),
  addAnswer: defineOperation({
    name: 'publicReports.addAnswer',
    ...command,
    input: z.strictObject({
      id,
      /** null: now. */
      answeredAt: instant.nullable().default(null),
      way: answerWay,
      text: z.string().trim().min(3).max(20_000),
      documentId: id.nullable().default(null),
    }),
    output: publicReportPage,
  }),
  withdrawAnswer: defineOperation({
    name: 'publicReports.withdrawAnswer',
    ...command,
    input: z.strictObject({ id, answerId: id, reason }),
    output: publicReportPage,
  }),
  requirements: defineOperation({
    name: 'publicReports.requirements',
    ...query,
    input: nothing,
    output: z.strictObject({ rows: z.array(requirement) }),
  }),
  /** Adds a row, changes one, or records who verified it. */
  saveRequirement: defineOperation({
    name: 'publicReports.saveRequirement',
    ...command,
    input: requirement,
    output: z.strictObject({ rows: z.array(requirement) }),
  }),
};
