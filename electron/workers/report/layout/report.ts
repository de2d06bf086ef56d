/** The order of a report, and of a receipt. */
import type { ReceiptModel, ReportModel } from '#shared/contract/report-model.ts';
import { drawActs } from './acts-part.ts';
import { drawAllegations, drawNumbered, drawParagraphs, drawSubjects, SectionCounter } from './body.ts';
import { hashLines, type LayoutContext } from './context.ts';
import { drawEvidencePages } from './evidence-pages.ts';
import { drawAttachmentTable, drawCustody, drawCustodyHead, drawEvidenceTable } from './evidence-table.ts';
import { drawFields } from './fields.ts';
import { drawKindNotice, drawLetterhead, drawMemoHead } from './letterhead.ts';
import { drawAccounts } from './proof-part.ts';
import { drawCopies, drawSignatures, heightOfSignatures } from './signatures.ts';
import { TEXT } from './style.ts';

/** Which originals are embedded, and the limit that decided it. */
export interface AttachmentPlan {
  readonly embedded: ReadonlySet<string>;
  readonly limitBytes: number;
}

/** Room for a heading, an introduction and the first rows of a table. */
const BEFORE_TABLE = 150;
const CLOSING_HEIGHT = 70;

/** Lays out a whole report. */
export async function layOutReport(
  context: LayoutContext,
  report: ReportModel,
  attachments: AttachmentPlan,
): Promise<void> {
  const { flow, wording } = context;
  const words = wording.sections;
  const sections = new SectionCounter();
  await flow.newPage();
  await drawLetterhead(context, report.letterhead);
  await drawMemoHead(context, report);
  await drawKindNotice(context, report);
  if (report.basis.length > 0) {
    await sections.heading(context, words.basis);
    await drawNumbered(context, report.basis);
  }
  await sections.heading(context, words.subjects);
  await drawSubjects(context, report.subjects);
  if (report.accounts.length > 0) {
    await sections.heading(context, wording.proof.accounts);
    await drawAccounts(context, report.accounts);
  }
  if (report.account.length > 0) {
    await sections.heading(context, words.account);
    await drawParagraphs(context, report.account);
  }
  for (const section of report.sections) {
    await sections.heading(context, section.title);
    await drawParagraphs(context, section.paragraphs);
  }
  if (report.acts.length > 0) {
    await sections.heading(context, wording.proof.acts, BEFORE_TABLE);
    await drawActs(context, report.acts);
  }
  if (report.allegations.length > 0) {
    await sections.heading(context, words.allegations);
    await drawAllegations(context, report.allegations);
  }
  await sections.heading(context, words.evidence, BEFORE_TABLE);
  await drawEvidenceTable(context, report);
  await sections.heading(context, words.custody, BEFORE_TABLE);
  await drawCustody(context, report);
  await sections.heading(context, words.attachments, BEFORE_TABLE);
  await drawAttachmentTable(context, report, attachments.embedded, attachments.limitBytes);
  await sections.heading(context, words.limits);
  await drawNumbered(context, [...wording.limits, ...report.limits]);
  const signing = heightOfSignatures(context, report.signatures);
  if (report.closing.length > 0) {
    // Signatures never stand on a page without a word of what is signed.
    await sections.heading(context, words.closing, CLOSING_HEIGHT + signing);
    await drawParagraphs(context, report.closing);
  }
  await drawSignatures(context, report.signatures);
  await drawCopies(context, report.copies);
  await drawEvidencePages(context, report);
}

/** Lays out the first-run receipt: one page. */
export async function layOutReceipt(context: LayoutContext, receipt: ReceiptModel): Promise<void> {
  const { flow, wording } = context;
  const words = wording.receipt;
  await flow.newPage();
  if (receipt.letterhead) await drawLetterhead(context, receipt.letterhead);
  await flow.paragraph([{ text: words.title.toUpperCase(), style: TEXT.title }], {
    tag: 'H1',
    align: 'center',
    after: 14,
  });
  await flow.paragraph([{ text: words.introduction, style: TEXT.body }], { after: 12 });
  const text = (value: string) => [{ text: value, style: TEXT.body }];
  const mono = (value: string) => [{ text: value, style: { ...TEXT.mono, size: 9, leading: 13 } }];
  await drawFields(
    flow,
    [
      [words.vault, [{ text: receipt.vaultName, style: TEXT.bodyBold }]],
      [words.vaultId, mono(receipt.vaultId)],
      [words.created, text(receipt.createdAtText)],
      [words.user, text(receipt.user)],
      [words.fingerprint, mono(hashLines(receipt.sealFingerprint))],
    ],
    { labelWidth: 150 },
  );
  flow.y += 4;
  await flow.paragraph([{ text: words.fingerprintNote, style: TEXT.note }], { after: 2 });
  await flow.paragraph([{ text: wording.seal.label, style: TEXT.caution }], { after: 14 });
  await flow.paragraph([{ text: words.keep, style: TEXT.body }], { after: 8 });
  await drawCustodyHead(context, receipt.custodyHead, null);
  await drawSignatures(context, receipt.signatures);
}
