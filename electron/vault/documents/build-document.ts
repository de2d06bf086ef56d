/** From a draft to a PDF: data gathered, masked where it must be, built with the kind's words, laid out by the report worker. */
import type { DocumentDraft, OfficeDocuments, OfficeSignatory } from '#shared/contract/documents.ts';
import { type Attachment, custodyHeadText } from '#shared/contract/report-model.ts';
import type { ReportSignature } from '#shared/contract/report-job.ts';
import type { MissingCode } from '#shared/domain/cases/missing.ts';
import type { Frame } from '#shared/documents/common.ts';
import { buildDocument } from '#shared/documents/kinds.ts';
import { ALSO_MASK, OFFICE_KINDS, SECRECIES } from '#shared/domain/issuing/office-kinds.ts';
import { formatCalendarDay, formatDay } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { hoaxPageOf } from '../hoaxes/hoax-page.ts';
import { hoaxById } from '../hoaxes/hoax-rows.ts';
import type { BlobReader, CustodyHead, JobProgress, UseCaseContext } from '../kernel.ts';
import { type LaidOutPdf, originalsOf, runReportWorker } from '../reports/build-pdf.ts';
import { type CaseMaterial, readCaseMaterial } from '../reports/case-material.ts';
import { draftReasons, letterheadOf } from '../reports/report-model.ts';
import { reportersOfHoax } from '../hoaxes/reports-of.ts';
import { readReportMaterial, reportForDocument, wordsOfReporter } from '../public-reports/document-material.ts';
import { preparePictures } from '../reports/report-pictures.ts';
import { reportResources } from '../reports/report-resources.ts';
import type { Signer } from '../signing/signer.ts';
import { localDayOf } from './days.ts';
import { emblemForPrint } from './emblem.ts';
import { reporterOf } from './field-defaults.ts';
import { handoutDraftReasons } from './gather/bahan-sosialisasi.ts';
import { GATHERERS } from './gather/index.ts';
import type { Gathering } from './gather/gathering.ts';
import type { HandedPackage } from './handed-package.ts';
import { wordsAskedFor, wordsOfTypedReporter, wordsToMask, withoutWords } from './masked-words.ts';
import { fullOf, twinSentence } from './masked-twin.ts';
import type { PlannedNumber } from './numbering.ts';
import { issuerOf } from './people.ts';
import { signaturesOf } from './signature-blocks.ts';
import { replacesSentence } from './supersede.ts';
import { type Texts, wordsFor } from './wording.ts';

/** A draft whose fields are complete and checked. */
export interface CheckedDraft {
  readonly draft: DocumentDraft;
  /** Every field of the kind. */
  readonly fields: Readonly<Record<string, string>>;
  readonly office: OfficeDocuments;
  readonly signatories: readonly OfficeSignatory[];
  /** The package that it is about; null for every other document. */
  readonly handed: HandedPackage | null;
}

export interface BuildRequest {
  readonly checked: CheckedDraft;
  readonly number: PlannedNumber;
  /** What is printed; an issued document is kept with the same. */
  readonly head: CustodyHead;
  /** The identifier of this issue; null for a preview. */
  readonly documentId: string | null;
  readonly signing: { readonly signer: Signer; readonly appearance: ReportSignature } | null;
  /** Words that are tried and not kept. */
  readonly wording: Texts;
}

export interface BuiltDocument extends LaidOutPdf {
  readonly draftReasons: readonly MissingCode[];
}

/** Kinds whose files carry the originals. */
const WITH_ORIGINALS = ['laporan_inspektorat', 'penerusan'];
/** Kinds that show the pictures. */
const WITH_PICTURES = ['laporan_inspektorat', 'penerusan', 'ba_pengamanan_bukti'];

/** REPORT_NO_EVIDENCE, CANCELLED. The caller adopts or discards the blob. */
export async function buildPdfOf(
  request: BuildRequest,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<BuiltDocument> {
  const { draft, handed } = request.checked;
  const masked = draft.variant === 'disamarkan';
  const material = materialOf(draft, context);
  const kind = OFFICE_KINDS[draft.document];
  // A package lists what it holds itself.
  if (kind.needsEvidence && handed === null && material?.items.length === 0)
    throw new AppError('REPORT_NO_EVIDENCE', { case: material.page.case.number });
  const wanted = WITH_PICTURES.includes(draft.document) ? (material?.items ?? []) : [];
  const prepared = await preparePictures(
    wanted.map(({ evidence, picture, copy }) => ({ number: evidence.number, picture: masked ? copy : picture })),
    progress,
    context,
  );
  try {
    const originals =
      !masked && material !== null && WITH_ORIGINALS.includes(draft.document)
        ? originalsOf(material, context)
        : { attachments: [], inputs: {} };
    const reasons = kind.citesLaw ? reasonsOf(material, context) : [];
    const emblem = emblemForPrint(context);
    const frame = frameOf({ request, material, reasons, emblem: emblem.picture, ...originals }, context);
    const data = await gathered({ request, material, frame, pictures: prepared.pictures, progress, context });
    const model = buildDocument(draft.document, data, await wordsFor(draft.document, context, request.wording));
    const { signing } = request;
    const built = await runReportWorker(
      {
        model,
        documentId: request.documentId,
        largestAttachmentBytes: context.settings().attachmentLimitBytes,
        signature: signing?.appearance ?? null,
      },
      { ...(await reportResources(context)), ...emblem.inputs, ...prepared.inputs, ...originals.inputs },
      signing?.signer ?? null,
      progress,
      context,
    );
    return { ...built, draftReasons: reasons.map(({ code }) => code) };
  } finally {
    await prepared.dispose();
  }
}

/** A report from the public is read as a case is, under its own number. */
function materialOf({ caseId, publicReportId }: DocumentDraft, context: UseCaseContext): CaseMaterial | null {
  if (publicReportId !== null) return readReportMaterial(context, publicReportId);
  return caseId === null ? null : readCaseMaterial(context, caseId);
}

/** Of a document about a case its allegations decide; the handout rests on its own references. */
function reasonsOf(material: CaseMaterial | null, context: UseCaseContext): ReturnType<typeof draftReasons> {
  return material === null ? handoutDraftReasons(context.database) : draftReasons(material);
}

interface FrameParts {
  readonly request: BuildRequest;
  readonly material: CaseMaterial | null;
  readonly reasons: ReturnType<typeof draftReasons>;
  readonly emblem: Frame['letterhead']['emblem'];
  readonly attachments: readonly Attachment[];
  readonly inputs: Readonly<Record<string, BlobReader>>;
}

function frameOf({ request, material, reasons, emblem, attachments }: FrameParts, context: UseCaseContext): Frame {
  const { draft, fields, office, handed } = request.checked;
  const settings = context.settings();
  const own = office.kinds[draft.document];
  const now = context.now();
  const { head } = request;
  const today = formatDay(now, settings.timeZone).replace(/^[^,]*, /, '');
  const place = fields['place'] || settings.letterhead.city;
  const placeAndDate = place === '' ? today : `${place}, ${today}`;
  return {
    documentId: request.documentId,
    variant: draft.variant,
    draft: reasons.length > 0,
    draftReason: reasons.length > 0 ? reasons.map(({ sentence }) => sentence).join(' ') : null,
    replaces: othersSentence(draft, context),
    paper: own.paper === 'office' ? settings.paper : own.paper,
    letterhead: { ...letterheadOf(settings), emblem },
    number: request.number.printed,
    registration:
      material?.page.case.number ??
      handed?.caseNumber ??
      (fields['hoax'] ? hoaxById(context.database, fields['hoax']).number : null) ??
      formatCalendarDay(draft.day ?? localDayOf(now, settings.timeZone)),
    sifat: SECRECIES[own.secrecy].name,
    placeAndDate,
    signatures: signaturesOf(request.checked, placeAndDate, context),
    copies: own.copies.length > 0 ? own.copies : isLetter(draft) ? settings.copies : [],
    custodyHead: { ...head, qrText: custodyHeadText(context.vault.id, head.sequence, head.hash) },
    sealFingerprint: context.seal.fingerprint,
    attachments: [...attachments],
    appVersion: context.vault.appVersion,
    createdAt: now.toISOString(),
  };
}

/** What it replaces, and whose masked version it is; null when it stands for itself. */
function othersSentence(draft: DocumentDraft, context: UseCaseContext): string | null {
  const full = fullOf(draft, context.database);
  const said = [
    ...(full === null ? [] : [twinSentence(full, context)]),
    ...(draft.supersedes === null ? [] : [replacesSentence(draft.supersedes, context)]),
  ];
  return said.length === 0 ? null : said.join(' ');
}

function isLetter({ document }: DocumentDraft): boolean {
  return ['laporan_inspektorat', 'penerusan', 'undangan_klarifikasi', 'surat_jawaban'].includes(document);
}

interface GatherParts extends Pick<Gathering, 'material' | 'frame' | 'pictures' | 'progress' | 'context'> {
  readonly request: BuildRequest;
}

/** The kind's data; of a masked document without any word that must not be seen, wherever it stands. */
async function gathered({ request, ...parts }: GatherParts): Promise<unknown> {
  const { draft, fields, signatories, handed } = request.checked;
  const { context, material } = parts;
  const masked = draft.variant === 'disamarkan';
  const told = draft.publicReportId === null ? null : reportForDocument(draft.publicReportId, draft, context);
  const all = await GATHERERS[draft.document]({
    ...parts,
    draft,
    masked,
    settings: context.settings(),
    now: context.now(),
    issuer: issuerOf(context),
    signatories,
    handed,
    report: told,
    field: (name) => told?.identity[name] ?? told?.neutral(fields[name] ?? '') ?? fields[name] ?? '',
  });
  // Whoever is not named on purpose stands in no text, whatever an officer typed.
  const ofHoax = fields['hoax'] ? reportersOfHoax(context.database, fields['hoax']).flatMap(wordsOfReporter) : [];
  const data = withoutWords(all, [...(told?.words ?? []), ...ofHoax]);
  if (!masked) return data;
  const known = draft.caseId === null ? {} : reporterOf(context.database, draft.caseId);
  const respondents = material?.page.respondents.map(({ person }) => person?.name ?? '') ?? [];
  const official = JSON.stringify([parts.frame, respondents, issuerOf(context), signatories]);
  const reporter = [fields, known].flatMap((typed) => wordsOfTypedReporter(typed, official));
  const asked = wordsAskedFor(fields[ALSO_MASK.name] ?? '');
  return withoutWords(data, [...wordsToMask(material, [...reporter, ...placesOf(fields['hoax'], context)]), ...asked]);
}

/** Where a hoax spreads: what is public must not lead to it, whatever was written into its conclusion. */
function placesOf(hoaxId: string | undefined, { database }: UseCaseContext): string[] {
  if (!hoaxId) return [];
  return hoaxPageOf(database, hoaxId).spreads.flatMap(({ address, placeName, platform }) =>
    placeName === platform ? [address] : [address, placeName],
  );
}
