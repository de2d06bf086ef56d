/** Issues a document: number, pages, signature, and its place in the vault come about together or not at all. */
import type { DocumentDraft, IssuedDocument } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ReportSignature } from '#shared/contract/report-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CustodyHead, JobProgress, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { noteReporterUse } from '../public-reports/document-fields.ts';
import { appearanceOf } from '../reports/issue-report.ts';
import { type ChosenSigner, chooseSigner } from '../signatures/choose-signer.ts';
import { recordIssuedLevel } from '../signatures/issued-level.ts';
import { subjectName } from '../signing/cms-signature.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import { buildPdfOf, type BuiltDocument, type CheckedDraft } from './build-document.ts';
import { checkDraft, labelOf } from './check-draft.ts';
import { issuedDocumentById } from './issued-documents.ts';
import { checkTwin } from './masked-twin.ts';
import { type PlannedNumber, planNumber, takeNumber } from './numbering.ts';
import { signatoryFields } from './people.ts';
import { checkSuperseded } from './supersede.ts';

/** DocMDP permissions; 0 forbids nothing. */
const PERMISSIONS = { approval: 0, 'certify-signatures': 2, 'certify-nothing': 1 } as const;
/** How often the pages are laid out anew because another document took the number meanwhile. */
const MOST_TRIES = 3;

export async function issueDocument(
  { signature, ...draft }: InputOf<'documents.issue'>,
  context: UseCaseContext,
): Promise<OutputOf<'documents.issue'>> {
  const label = labelOf(checkDraft(draft, context).draft, context);
  const chosen = await chooseSigner(signature, context);
  noteReporterUse(draft, context);
  return { jobId: context.startJob('report-issue', label, (progress) => issueOne(draft, chosen, progress, context)) };
}

/** One document, issued and kept. REPORT_LEGAL_UNVERIFIED where the office refuses drafts; CANCELLED leaves nothing behind. */
export async function issueOne(
  draft: DocumentDraft,
  chosen: ChosenSigner,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IssuedDocument> {
  for (let left = MOST_TRIES; left > 0; left -= 1) {
    const checked = checkDraft(draft, context);
    const issue = beginIssue(checked, chosen, context);
    const built = await buildPdfOf({ ...issue, checked, wording: {} }, progress, context);
    try {
      refuseDraft(checked, built);
      if (progress.signal.aborted) throw new AppError('CANCELLED');
      const kept = keep(checked, issue, built, chosen, context);
      if (kept !== null) return kept;
    } catch (error) {
      await context.blobs.discard(built.blob);
      throw error;
    }
    await context.blobs.discard(built.blob);
  }
  throw new AppError('DOCUMENT_NUMBER_BUSY');
}

interface Issue {
  readonly documentId: string;
  readonly number: PlannedNumber;
  readonly head: CustodyHead;
  readonly signing: { readonly signer: ChosenSigner['signer']; readonly appearance: ReportSignature };
}

function beginIssue(
  { draft, office, signatories }: CheckedDraft,
  chosen: ChosenSigner,
  context: UseCaseContext,
): Issue {
  const { signer, sealed } = chosen;
  const name = subjectName(signer.certificate);
  const fields = signatoryFields(signatories);
  const appearance = appearanceOf(name, certificateFingerprint(signer.certificate), sealed, context);
  return {
    documentId: context.newId(),
    number: planNumber(context.database, {
      document: draft.document,
      how: draft.number,
      office,
      now: context.now(),
      timeZone: context.settings().timeZone,
    }),
    head: context.custodyHead(),
    signing: {
      signer,
      appearance: {
        ...appearance,
        hash: chosen.hash,
        certification: PERMISSIONS[office.kinds[draft.document].certification],
        reservedFields: [
          ...signatories.flatMap(({ position, name: who }, index) => {
            const field = fields[index];
            return field === undefined
              ? []
              : [{ name: field, tooltip: `Tanda tangan ${position || who}`.slice(0, 300) }];
          }),
          ...appearance.reservedFields.filter((kept) => signatories.length === 0 || kept.name !== 'Kepala'),
        ],
      },
    },
  };
}

function refuseDraft({ office }: CheckedDraft, { draftReasons }: BuiltDocument): void {
  if (office.unverifiedLegal === 'refuse' && draftReasons.includes('LEGAL_UNVERIFIED'))
    throw new AppError('REPORT_LEGAL_UNVERIFIED');
}

/** Null when another document has taken the number that is printed. */
function keep(
  checked: CheckedDraft,
  issue: Issue,
  built: BuiltDocument,
  chosen: ChosenSigner,
  context: UseCaseContext,
): IssuedDocument | null {
  const { draft } = checked;
  return context.write(['reports', 'cases', 'publicReports', 'hoaxes'], (database) => {
    checkSuperseded(draft, database);
    checkTwin(draft, database, { final: built.draftReasons.length === 0 });
    if (!takeNumber(database, draft.document, issue.number)) return { value: null, entry: null };
    context.blobs.adopt(database, built.blob);
    insert(database, { checked, issue, built, chosen, context });
    recordIssuedLevel(database, issue.documentId, built.stamp, context);
    const facts = {
      document: draft.document,
      case: draft.caseId,
      ...(draft.publicReportId !== null && {
        publicReport: draft.publicReportId,
        namesReporter: draft.reporter !== null,
      }),
      kind: draft.variant,
      sha256: built.blob.sha256,
      signer: certificateFingerprint(chosen.signer.certificate),
      draft: built.draftReasons.length > 0,
      numbered: issue.number.kept !== '',
      ...(checked.fields['hoax'] && { hoax: checked.fields['hoax'] }),
      ...(draft.document === 'rekapitulasi' && recapFacts(checked)),
      ...(draft.supersedes !== null && { supersedes: draft.supersedes }),
      ...(draft.number.how === 'same' && { maskedOf: draft.number.as }),
    };
    return {
      value: issuedDocumentById(database, issue.documentId),
      entry: { action: 'report.issued', subjectKind: 'report', subjectId: issue.documentId, facts },
    };
  });
}

/** Which recap it is: a later public one of an overlapping period warns of it. */
function recapFacts({ draft, fields }: CheckedDraft): {
  readonly from: string;
  readonly to: string;
  readonly audience: string;
} {
  const audience = draft.variant === 'lengkap' ? 'internal' : 'public';
  return { from: fields['periodFrom'] ?? '', to: fields['periodTo'] ?? '', audience };
}

interface Kept {
  readonly checked: CheckedDraft;
  readonly issue: Issue;
  readonly built: BuiltDocument;
  readonly chosen: ChosenSigner;
  readonly context: UseCaseContext;
}

function insert(database: WritableDatabase, { checked, issue, built, chosen, context }: Kept): void {
  const { draft, fields, signatories } = checked;
  const { signer, sealed } = chosen;
  const name = subjectName(signer.certificate);
  const later = signatoryFields(signatories);
  const expected = [
    { field: issue.signing.appearance.fieldName, name },
    ...signatories.map((one, index) => ({ field: later[index] ?? '', name: one.name })),
  ];
  database.run(
    `INSERT INTO issued_reports (id, document, case_id, public_report_id, day, kind, number, issued_at, issued_by, sha256, bytes, pages,
       draft, signer, signer_fingerprint, sealed, expected_signers, supersedes, masked_of, hoax_id, fields, head_sequence, head_hash)
     VALUES (@id, @document, @caseId, @publicReportId, @day, @variant, @number, @at, @by, @sha256, @bytes, @pages,
       @draft, @signer, @fingerprint, @sealed, @expected, @supersedes, @maskedOf, @hoax, @fields, @sequence, @hash)`,
    {
      id: issue.documentId,
      document: draft.document,
      caseId: draft.caseId,
      publicReportId: draft.publicReportId,
      day: draft.day,
      variant: draft.variant,
      number: issue.number.kept,
      at: context.now().toISOString(),
      by: context.actor.id,
      sha256: built.blob.sha256,
      bytes: built.blob.bytes,
      pages: built.result.pages,
      draft: built.draftReasons.length > 0 ? 1 : 0,
      signer: name,
      fingerprint: certificateFingerprint(signer.certificate),
      sealed: sealed ? 1 : 0,
      expected: JSON.stringify(expected),
      supersedes: draft.supersedes,
      maskedOf: draft.number.how === 'same' ? draft.number.as : null,
      hoax: fields['hoax'] || null,
      fields: JSON.stringify(fields),
      sequence: issue.head.sequence,
      hash: issue.head.hash,
    },
  );
}
