/** The verification of a whole file: every signature, every later revision, every attachment, in one reading. */
import type { PdfDigestsAnswer, PdfDigestsQuestion, PrefixDigest } from '#shared/contract/pdf-digests.ts';
import { DerError } from '#shared/domain/signature/der.ts';
import {
  type AttachmentFinding,
  indicationOf,
  type PdfVerification,
  type RevisionChange,
  type RevisionFinding,
  type SignatureFinding,
  type VerdictReason,
  verdictOf,
} from '#shared/domain/signature/verdict.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PdfSource } from '../file/source.ts';
import { openPdf, type PdfFile, type PdfView } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { findAttachments, type FoundAttachment, hashUnpacked } from './attachments.ts';
import type { Certificate } from './certificates.ts';
import { createPathBuilder } from './certificate-path.ts';
import { compareRevisions } from './changes/compare-revisions.ts';
import { addsHiddenObjects } from './changes/object-numbers.ts';
import { readIdentity } from './document-identity.ts';
import { findingOf, levelOf, proofsOf } from './findings.ts';
import { type CheckedSignature, checkIntegrity } from './integrity.ts';
import { isLocked, type LocatedSignature, locateSignatures } from './signature-range.ts';
import { readTrailing, type Trailing } from './trailing.ts';
import { addSource, readValidationData, type ValidationData } from './validation-data.ts';
import { judgeSignatures } from './validation.ts';

/** Hashes the file for its reader: whoever has the file itself. */
export type AskDigests = (question: PdfDigestsQuestion) => Promise<PdfDigestsAnswer>;

/** What the person who verifies brings along. */
export interface VerificationBasis {
  readonly anchors: readonly Certificate[];
  readonly now: Date;
  readonly digests: AskDigests;
}

/** A document time stamp that proves nothing takes nothing away: only these of its reasons count against the file. */
function countsForFile({ level, reasons }: SignatureFinding): readonly VerdictReason[] {
  return level === 'timestamp'
    ? reasons.filter(
        (reason) =>
          verdictOf([reason]) === 'invalid' && reason !== 'KEY_USAGE_BAD' && reason !== 'ALGORITHM_NOT_ACCEPTED',
      )
    : reasons;
}

/**
 * Verifies a PDF. A file that does not look like a PDF at all is an error (PDF_UNREADABLE); a PDF that cannot be read
 * soundly is `invalid` with that reason, because nothing in it can be relied on.
 */
export async function verifyPdf(source: PdfSource, basis: VerificationBasis): Promise<PdfVerification> {
  if (!(await looksLikePdf(source))) throw new AppError('PDF_UNREADABLE');
  try {
    return await verifyStructure(source, basis);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError) && !(error instanceof DerError)) throw error;
    return refuse(source, basis, 'PDF_UNREADABLE');
  }
}

async function verifyStructure(source: PdfSource, basis: VerificationBasis): Promise<PdfVerification> {
  const file = await openPdf(source);
  const newest = file.views.at(-1);
  if (newest === undefined || file.views.some((view) => view.trailer.has('Encrypt')))
    return refuse(source, basis, 'PDF_ENCRYPTED');
  const located = await locateSignatures(file);
  const end = coveredEnd(file, located);
  const trailing = await readTrailing(source, end);
  const read = await readOnce(file, newest, located, end, basis.digests);
  const data = await gatherData(file, read.signatures);
  const changes = await findChanges(file, read.signatures);
  const signatures = judge(file, basis, { signatures: read.signatures, data, changes, trailing });
  const reasons = fileReasons(signatures, changes, trailing, read.attachmentsUnreadable);
  const signed = read.signatures.flatMap(({ range }) => range?.revision ?? []);
  if (signed.length > 0 && (await addsHiddenObjects(file, Math.max(...signed)))) reasons.push('HIDDEN_OBJECTS');
  return conclude({
    reasons,
    signatures,
    changes,
    revisions: read.revisions,
    attachments: read.attachments,
    sha256: read.sha256,
    bytes: source.size,
    trailingBytes: trailing.bytes,
    ...(await readIdentity(newest, file.reader)),
    judgedAt: basis.now.toISOString(),
  });
}

interface OneReading {
  readonly signatures: readonly CheckedSignature[];
  readonly revisions: readonly RevisionFinding[];
  readonly attachments: readonly AttachmentFinding[];
  readonly attachmentsUnreadable: boolean;
  readonly sha256: string;
}

/** Every digest in one reading of the file: signed ranges, ends of revisions, attachments, the whole. */
async function readOnce(
  file: PdfFile,
  newest: PdfView,
  located: readonly LocatedSignature[],
  end: number,
  ask: AskDigests,
): Promise<OneReading> {
  const { source } = file.reader;
  const found = await findAttachments(newest, file.reader).catch(onlySyntax<FoundAttachment[]>);
  const plain = found?.filter(({ packed }) => !packed) ?? [];
  const packed = found?.filter((one) => one.packed) ?? [];
  const ranges = located.map(({ range, hash }): PrefixDigest | undefined =>
    range === undefined || hash === undefined
      ? undefined
      : { hash, gap: { start: range.contents.start, end: range.contents.end }, end: range.end },
  );
  for (const range of ranges) file.reader.spend(range === undefined ? 0 : range.end - (range.gap?.end ?? 0));
  const ends = revisionEnds(file, located, end);
  const prefixes = [...ends.keys(), source.size].map((at): PrefixDigest => ({ hash: 'sha256', gap: null, end: at }));
  const wanted = [...ranges.filter((range) => range !== undefined), ...prefixes];
  const stretches = plain.map(({ start, end: stop }) => ({ start, end: stop }));
  // Only what is packed comes here, to be unpacked.
  const [answer, unpacked] = await Promise.all([
    ask({ prefixes: wanted, stretches }),
    hashUnpacked(source, packed).catch(onlySyntax<Uint8Array[]>),
  ]);
  if (answer.prefixes.length !== wanted.length || answer.stretches.length !== plain.length)
    throw new Error('digests are missing');
  const contents = new Map<FoundAttachment, Uint8Array | undefined>();
  for (const [index, one] of plain.entries()) contents.set(one, answer.stretches[index]);
  for (const [index, one] of packed.entries()) contents.set(one, unpacked?.[index]);
  const digestOf = (range: PrefixDigest | undefined): Uint8Array | undefined =>
    range === undefined ? undefined : answer.prefixes[wanted.indexOf(range)];
  const hex = (digest: Uint8Array | undefined): string => Buffer.from(digest ?? []).toString('hex');
  return {
    signatures: located.map((one, index) => checkIntegrity(one, digestOf(ranges[index]))),
    revisions: [...ends].map(([at, number], index) => ({
      number,
      end: at,
      sha256: hex(digestOf(prefixes[index])),
      closedBy: located.filter(({ range }) => range?.end === at).map(({ field }) => field.name),
    })),
    attachments:
      unpacked === undefined ? [] : (found ?? []).map((one) => ({ name: one.name, sha256: hex(contents.get(one)) })),
    attachmentsUnreadable: found === undefined || unpacked === undefined,
    sha256: hex(digestOf(prefixes.at(-1))),
  };
}

/** Ends of signed ranges, and of the document itself, with the revisions they close; ascending. */
function revisionEnds(file: PdfFile, located: readonly LocatedSignature[], end: number): Map<number, number> {
  const pairs = located.flatMap(({ range }) => (range === undefined ? [] : [[range.end, range.revision] as const]));
  return new Map([...pairs, [end, file.views.length] as const].sort(([one], [other]) => one - other));
}

function onlySyntax<Value>(error: unknown): Value | undefined {
  if (error instanceof PdfSyntaxError) return undefined;
  throw error;
}

/** The store's data, and what came inside the signatures. */
async function gatherData(file: PdfFile, signatures: readonly CheckedSignature[]): Promise<ValidationData> {
  const stored = await readValidationData(file.reader, file.views);
  const certificates = [...stored.certificates];
  const sources = [...stored.sources];
  for (const { message, range, tokens } of signatures) {
    for (const one of [message, ...tokens.map(({ token }) => token?.message)]) {
      if (one === undefined) continue;
      certificates.push(one.signer, ...one.others);
      for (const list of one.lists) addSource('crl', list, range?.revision ?? 1, sources, certificates);
      for (const response of one.responses) addSource('ocsp', response, range?.revision ?? 1, sources, certificates);
    }
  }
  return { ...stored, certificates: unique(certificates), sources };
}

function unique(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((one) => [Buffer.from(one.der).toString('latin1'), one])).values()];
}

interface Evidence {
  readonly signatures: readonly CheckedSignature[];
  readonly data: ValidationData;
  readonly changes: readonly RevisionChange[];
  readonly trailing: Trailing;
}

function judge(
  file: PdfFile,
  { anchors, now }: VerificationBasis,
  { signatures, data, changes, trailing }: Evidence,
): SignatureFinding[] {
  const builder = createPathBuilder(anchors, data.certificates);
  const { stamps, signers } = judgeSignatures(signatures, { now, builder, sources: data.sources });
  const documentStamps = signatures.filter(({ isTimestamp }) => isTimestamp);
  const lastRefused = Math.max(0, ...changes.filter(({ allowed }) => !allowed).map(({ revision }) => revision));
  return signatures.map((signature) => {
    const judged = signers.get(signature);
    const fromFile: VerdictReason[] = [];
    if (lastRefused > (signature.range?.revision ?? Infinity)) fromFile.push('CHANGED_AFTER_SIGNING');
    if (trailing.hasStructure) fromFile.push('TRAILING_OBJECTS');
    return findingOf({
      signature,
      judged,
      stamp: stamps.get(signature),
      fromFile,
      level: levelOf(signature, judged, documentStamps, data),
      now,
      fileEnd: file.reader.source.size,
    });
  });
}

function fileReasons(
  signatures: readonly SignatureFinding[],
  changes: readonly RevisionChange[],
  trailing: Trailing,
  attachmentsUnreadable: boolean,
): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  if (attachmentsUnreadable) reasons.push('ATTACHMENT_UNREADABLE');
  if (!signatures.some(({ level }) => level !== 'timestamp')) reasons.push('UNSIGNED');
  if (changes.some(({ allowed }) => !allowed)) reasons.push('CHANGED_AFTER_SIGNING');
  if (trailing.bytes > 0) reasons.push(trailing.hasStructure ? 'TRAILING_OBJECTS' : 'BYTES_NOT_COVERED');
  return [...reasons, ...signatures.flatMap(countsForFile)];
}

/**
 * Where the last thing ends that a signature or a revision accounts for. When a signature closes the newest revision,
 * that is the end of its range: a second end-of-file mark behind it may only point back, to hide what came after.
 */
function coveredEnd(file: PdfFile, located: readonly LocatedSignature[]): number {
  const closing = located.filter(({ range }) => range?.revision === file.views.length);
  return Math.min(file.end, ...closing.flatMap(({ range }) => range?.end ?? []));
}

/** Compares each revision after the first signed one with the one before it. */
async function findChanges(file: PdfFile, signatures: readonly CheckedSignature[]): Promise<RevisionChange[]> {
  const signedRevisions = signatures.flatMap(({ range }) => range?.revision ?? []);
  if (signedRevisions.length === 0) return [];
  const changes: RevisionChange[] = [];
  for (let revision = Math.min(...signedRevisions) + 1; revision <= file.views.length; revision++) {
    const [older, newer] = file.views.slice(revision - 2, revision);
    if (older === undefined || newer === undefined) continue;
    const earlier = signatures.filter(({ range }) => range !== undefined && range.revision < revision);
    const closing = signatures.filter(({ range }) => range?.revision === revision).map(({ field }) => field.number);
    const permissions = earlier.flatMap(({ permission }) => permission ?? []);
    const permission = permissions.sort()[0] ?? 2;
    const rules = {
      revision,
      permission,
      certified: earlier.some(({ certification }) => certification !== null),
      closingFields: new Set(closing),
      isLocked: (name: string) => earlier.some(({ locks }) => isLocked(locks, name)),
    };
    changes.push(...(await compareRevisions(file.reader, older, newer, rules)));
  }
  return changes;
}

async function refuse(
  source: PdfSource,
  { now, digests }: VerificationBasis,
  reason: VerdictReason,
): Promise<PdfVerification> {
  const whole: PrefixDigest = { hash: 'sha256', gap: null, end: source.size };
  const { prefixes } = await digests({ prefixes: [whole], stretches: [] });
  const nothing = { signatures: [], changes: [], revisions: [], attachments: [] };
  const sha256 = Buffer.from(prefixes[0] ?? []).toString('hex');
  const judgedAt = now.toISOString();
  return conclude({
    reasons: [reason],
    ...nothing,
    sha256,
    bytes: source.size,
    trailingBytes: 0,
    identifier: null,
    printedHead: null,
    judgedAt,
  });
}

function conclude(
  parts: Omit<PdfVerification, 'verdict' | 'indication' | 'subIndication' | 'proofs'>,
): PdfVerification {
  const reasons = [...new Set(parts.reasons)];
  const signed = parts.signatures.some(({ level }) => level !== 'timestamp');
  const overall = signed ? indicationOf(reasons) : { indication: null, subIndication: null };
  return { verdict: verdictOf(reasons), ...overall, ...parts, reasons, proofs: proofsOf(parts.signatures) };
}

/** The mark at the start, or at least the one at the end: a damaged PDF is a damaged PDF, not another kind of file. */
async function looksLikePdf(source: PdfSource): Promise<boolean> {
  const start = Buffer.from(await source.read(0, 1024)).toString('latin1');
  const tailStart = Math.max(0, source.size - 1024);
  const tail = Buffer.from(await source.read(tailStart, 1024)).toString('latin1');
  return start.includes('%PDF-') || (tail.includes('startxref') && tail.includes('%%EOF'));
}
