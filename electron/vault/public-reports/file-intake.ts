/** Registers what an officer made of a reading: one report a choice, its attachments as evidence, the message itself kept apart. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeFiled, PublicReportFields, Reporter } from '#shared/contract/public-reports.ts';
import type { IntakeChoice, IntakeDraft, IntakeKind } from '#shared/contract/report-intake-job.ts';
import { neutralText, type ReporterWords } from '#shared/domain/public-reports/neutral-text.ts';
import { phoneNumber } from '#shared/domain/public-reports/proposals.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadyFile } from '../evidence/keep-file.ts';
import type { CustodyDraft, JobProgress, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { insertReport, registeredEntry } from './create-report.ts';
import { excerptOf } from './intake/excerpt.ts';
import { type HeldIntake, heldIntake } from './intake/held-intake.ts';
import { rememberColumns } from './intake/layouts.ts';
import { keepIntakeFile } from './intake/intake-files.ts';
import { type StagedIntake, stageIntake } from './intake/stage-intake.ts';
import { insertReportFile, insertSource, readyReportFile } from './report-files.ts';

type Input = InputOf<'publicReports.fileIntake'>;

/** INTAKE_READING_UNKNOWN, INTAKE_FILE_CHANGED, NOT_FOUND for an attachment that is not whole. */
export function fileIntake(input: Input, context: UseCaseContext): OutputOf<'publicReports.fileIntake'> {
  const reading = heldIntake(context, input.readingId);
  return {
    jobId: context.startJob('report-intake', reading.name, (progress) => fileAll(input, reading, progress, context)),
  };
}

/**
 * Everything is staged before the first report is registered, and each report is one transaction. A cancel is heard between two
 * reports; what ends the work after the first one is told with what was registered, so that nothing is registered twice.
 */
async function fileAll(
  { reports }: Input,
  reading: HeldIntake,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IntakeFiled> {
  const wanted = [...new Set(reports.flatMap(({ attachments }) => attachments))];
  const staged = await stageIntake(reading, wanted, context, progress.signal);
  const filing: Filing = { reading, staged, ready: new Map(), wholeKept: false };
  const created: IntakeFiled['created'] = [];
  try {
    for (const choice of reports) {
      if (progress.signal.aborted) return { created, stopped: 'CANCELLED' };
      progress.report('intake', created.length, reports.length);
      created.push(await fileOne(choice, filing, context, progress.signal));
    }
    progress.report('intake', created.length, reports.length);
    return { created, stopped: null };
  } catch (error) {
    if (created.length === 0 || !(error instanceof AppError)) throw error;
    return { created, stopped: error.code };
  } finally {
    await staged.discard();
  }
}

interface Filing {
  readonly reading: HeldIntake;
  readonly staged: StagedIntake;
  /** Attachments that were looked at already, by their id in the reading. */
  readonly ready: Map<string, ReadyFile>;
  /** The file is in the store already. */
  wholeKept: boolean;
}

/** The report with its message and its files, or none of it. */
async function fileOne(
  choice: IntakeChoice,
  filing: Filing,
  context: UseCaseContext,
  signal: AbortSignal,
): Promise<IntakeFiled['created'][number]> {
  const files = await readyFiles(choice, filing, context, signal);
  const input = { ...fieldsOf(choice, filing.reading), reporter: reporterOf(choice) };
  const excerpt = excerptOf(choice, filing.reading, filing.staged.original.name);
  const own = excerpt && { ...excerpt, blob: await context.blobs.stage([Buffer.from(excerpt.text, 'utf8')], signal) };
  try {
    const made = context.write(['publicReports', 'evidence'], (database) => {
      const value = insertReport(database, input, context);
      if (!filing.wholeKept) rememberColumns(database, filing.reading.summary.table, context);
      const source = insertOwnSource(database, value.id, own, filing, context);
      const kept = files.flatMap((file) => insertReportFile(database, value.id, file, context).entries);
      return { value, entry: [registeredEntry(value.id, input), ...source, ...kept] };
    });
    filing.wholeKept = true;
    return made;
  } finally {
    if (own) await context.blobs.discard(own.blob);
  }
}

/** Inside a transaction: the message that the report is, or its excerpt of a file that holds more, and that file once. */
function insertOwnSource(
  database: WritableDatabase,
  reportId: string,
  excerpt: { readonly name: string; readonly blob: StagedBlob } | null,
  { staged: { original }, wholeKept }: Filing,
  context: UseCaseContext,
): readonly CustodyDraft[] {
  if (excerpt === null) return [insertSource(database, reportId, { ...original, adopt: !wholeKept }, context).entry];
  const intake = keepIntakeFile(database, reportId, original, context);
  const { name, blob } = excerpt;
  return [
    ...intake.entries,
    insertSource(database, reportId, { name, blob, adopt: true, intakeId: intake.id }, context).entry,
  ];
}

async function readyFiles(
  choice: IntakeChoice,
  { reading, staged, ready }: Filing,
  context: UseCaseContext,
  signal: AbortSignal,
): Promise<readonly ReadyFile[]> {
  const files: ReadyFile[] = [];
  for (const id of new Set(choice.attachments)) {
    const found = staged.attachments.get(id);
    if (found === undefined) continue;
    const looked =
      ready.get(id) ??
      (await readyReportFile(
        { name: found.attachment.name, pasted: false, screen: null },
        found.blob,
        context,
        signal,
      ));
    ready.set(id, looked);
    files.push({ ...looked, file: { ...looked.file, name: hide(found.attachment.name, choice, reading) } });
  }
  return files;
}

const CHANNELS = { email: 'email', chat: 'whatsapp', text: 'lainnya', table: 'lainnya' } as const satisfies Record<
  IntakeKind,
  PublicReportFields['channel']
>;
const LONGEST_LINE = 500;

/** Links beyond the first stand below the text: a report names one. */
function fieldsOf(choice: IntakeChoice, reading: HeldIntake): PublicReportFields {
  const text = hide(choice.text, choice, reading);
  const [address = '', ...further] = choice.links;
  const links = further.length === 0 ? '' : `\n\nTautan lain:\n${further.join('\n')}`;
  const title = hide(choice.title, choice, reading) || firstWords(text);
  return {
    subject: title === '' ? 'Laporan masyarakat' : title,
    description: `${text}${links}`.trim().slice(0, 20_000),
    topic: 'netralitas',
    channel: CHANNELS[reading.summary.kind],
    regime: null,
    receivedAt: choice.receivedAt,
    accusedText: hide(choice.respondent, choice, reading),
    employeeId: null,
    accountText: hide(choice.account, choice, reading),
    address: hide(address, choice, reading),
    eventDay: choice.eventDay,
    eventTimeText: '',
    eventPlace: hide(choice.location, choice, reading),
    knownDay: null,
  };
}

/** Whoever wrote the message stands in no text, also where the officer registers it as anonymous. */
function hide(text: string, choice: IntakeChoice, reading: HeldIntake): string {
  return sendersOf(choice, reading).reduce((left, sender) => neutralText(left, wordsOf(sender)), text);
}

function sendersOf({ source }: IntakeChoice, { drafts, messages, summary }: HeldIntake): readonly Sender[] {
  if (source.of === 'draft') return drafts.filter(({ number }) => number === source.number).map(({ sender }) => sender);
  const chosen = messages.filter(({ number }) => source.ranges.some(({ from, to }) => number >= from && number <= to));
  const people = new Set(chosen.flatMap(({ sender }) => (sender === null ? [] : [sender])));
  return [...people]
    .map((one) => summary.chat?.participants[one]?.name ?? '')
    .filter((name) => !OWN_NAMES.includes(name.toLowerCase()))
    .map((name) =>
      phoneNumber(name) === null ? { name, contact: '', address: '' } : { name: '', contact: name, address: '' },
    );
}

type Sender = Pick<IntakeDraft['sender'], 'name' | 'contact' | 'address'>;
/** What WhatsApp calls whoever made the export: words of the language, no names. */
const OWN_NAMES: readonly string[] = ['anda', 'kamu', 'saya', 'you'];

function wordsOf({ name, contact, address }: Sender): ReporterWords {
  const email = contact.includes('@');
  return {
    name,
    identityNumber: '',
    phone: email ? '' : contact,
    email: email ? contact : '',
    address,
    aliases: [],
  };
}

function reporterOf({ reporter }: IntakeChoice): Reporter | null {
  if (reporter === null) return null;
  return { ...reporter, identityNumber: '', aliases: [], confidential: true };
}

/** The first line, cut at a word. */
function firstWords(text: string): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  return line.length <= 120 ? line.slice(0, LONGEST_LINE) : `${line.slice(0, 120).replace(/\s+\S*$/, '')} …`;
}
