/** Registers what an officer made of a reading: one report a choice, its attachments as evidence, the message itself kept apart. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeFiled, PublicReportFields, Reporter } from '#shared/contract/public-reports.ts';
import type { IntakeChoice, IntakeKind } from '#shared/contract/report-intake-job.ts';
import { neutralText, type ReporterWords } from '#shared/domain/public-reports/neutral-text.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { createReport } from './create-report.ts';
import { type HeldIntake, heldIntake } from './intake/held-intake.ts';
import { type StagedIntake, stageIntake } from './intake/stage-intake.ts';
import { keepReportFile, keepSource, linkEvidence } from './report-files.ts';

type Input = InputOf<'publicReports.fileIntake'>;

/** INTAKE_READING_UNKNOWN, INTAKE_FILE_CHANGED, NOT_FOUND for an attachment that is not whole. */
export function fileIntake(input: Input, context: UseCaseContext): OutputOf<'publicReports.fileIntake'> {
  const reading = heldIntake(context, input.readingId);
  return {
    jobId: context.startJob('report-intake', reading.name, (progress) => fileAll(input, reading, progress, context)),
  };
}

/** Everything is staged before the first report is registered; a cancel is heard between two reports. */
async function fileAll(
  { reports }: Input,
  reading: HeldIntake,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IntakeFiled> {
  const wanted = [...new Set(reports.flatMap(({ attachments }) => attachments))];
  const staged = await stageIntake(reading, wanted, context, progress.signal);
  const filing: Filing = { reading, staged, evidence: new Map(), sourceKept: false };
  const created: IntakeFiled['created'] = [];
  try {
    for (const choice of reports) {
      if (progress.signal.aborted) return { created, cancelled: true };
      progress.report('intake', created.length, reports.length);
      created.push(await fileOne(choice, filing, context));
    }
    progress.report('intake', created.length, reports.length);
    return { created, cancelled: false };
  } finally {
    await staged.discard();
  }
}

interface Filing {
  readonly reading: HeldIntake;
  readonly staged: StagedIntake;
  /** Evidence that an attachment has become, by its id in the reading. */
  readonly evidence: Map<string, string>;
  /** The message is in the store already. */
  sourceKept: boolean;
}

async function fileOne(
  choice: IntakeChoice,
  filing: Filing,
  context: UseCaseContext,
): Promise<IntakeFiled['created'][number]> {
  const fields = fieldsOf(choice, filing.reading);
  const made = createReport({ ...fields, reporter: reporterOf(choice) }, context);
  const { name, blob } = filing.staged.original;
  keepSource(made.id, name, { blob, adopt: !filing.sourceKept }, context);
  filing.sourceKept = true;
  for (const attachmentId of choice.attachments) {
    const known = filing.evidence.get(attachmentId);
    if (known !== undefined) {
      linkEvidence({ id: made.id, evidenceId: known }, context);
      continue;
    }
    const attachment = filing.staged.attachments.get(attachmentId);
    if (attachment === undefined) continue;
    const file = { name: hide(attachment.attachment.name, choice, filing.reading), pasted: false, screen: null };
    const kept = await keepReportFile(made.id, file, attachment.blob, context);
    filing.evidence.set(attachmentId, kept.file.id);
  }
  return made;
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
  const { source } = choice;
  const draft = source.of === 'draft' ? reading.drafts.find(({ number }) => number === source.number) : undefined;
  return draft === undefined ? text : neutralText(text, wordsOf(draft.sender));
}

function wordsOf({ name, contact, address }: { name: string; contact: string; address: string }): ReporterWords {
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
