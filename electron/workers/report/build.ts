/**
 * Builds a document: once without writing, to count pages and find where evidence begins, and once for good. So page
 * numbers read "3 dari 12" although no page is kept after it is done.
 */
import { AppError } from '#shared/errors/app-error.ts';
import { type ReportJob, type ReportResult, reportJobSchema } from '#shared/contract/report-job.ts';
import { type DocumentModel, documentModelSchema } from '#shared/contract/document-model.ts';
import { buildDocument } from '#shared/documents/kinds.ts';
import { buildVaultReceipt } from '#shared/documents/vault-receipt.ts';
import type { ReportResourceInput } from '#shared/domain/report/resources.ts';
import { type ReportWording, reportWordingSchema } from '#shared/contract/report-wording.ts';
import type { WorkerContext } from '../runtime.ts';
import type { AttachmentPlan, FoundField, LayoutContext, PictureStore, Plan } from './layout/context.ts';
import { layOutDocument } from './layout/document.ts';
import { INITIALS_HEIGHT, makeDresser } from './layout/dress.ts';
import { FontSet } from './layout/fonts.ts';
import { PageFlow } from './layout/page-flow.ts';
import { MARGIN, PAPER } from './layout/style.ts';
import { ArchiveDocument, type ArchiveDocumentOptions } from './pdf/archive-document.ts';
import { AttachmentWriter } from './pdf/attachments.ts';
import { inputSource, readAll } from '../byte-source.ts';
import { ByteSink } from './pdf/sink.ts';
import { openOutput } from './output.ts';
import { pretendedPictures, writtenPictures } from './pictures.ts';

const RESOURCE_LIMIT_BYTES = 8 * 1024 * 1024;

/** What both passes need. */
interface Materials {
  readonly fonts: FontSet;
  readonly fontFiles: { readonly regular: Uint8Array; readonly bold: Uint8Array };
  readonly iccProfile: Uint8Array;
  readonly wording: ReportWording;
  /** Words of the report to the inspectorate, for a model that comes without its blocks. */
  readonly reportWording: unknown;
}

/** What is laid out, for both passes. */
interface Work {
  readonly worker: WorkerContext;
  readonly job: ReportJob;
  readonly model: DocumentModel;
  readonly materials: Materials;
  readonly attachments: AttachmentPlan;
  readonly conformance: Conformance;
}

type Conformance = NonNullable<ArchiveDocumentOptions['conformance']>;

/** The handler of the report worker; its output is named `pdf`. `conformance`: see ArchiveDocumentOptions. */
export async function buildReport(worker: WorkerContext, conformance: Conformance = '3a'): Promise<ReportResult> {
  const job = parseJob(worker.job);
  const materials = await loadMaterials(worker);
  const model = modelOf(job, materials);
  const attachments = planAttachments(worker, model, job.largestAttachmentBytes);
  const work: Work = { worker, job, model, materials, attachments, conformance };
  return writeDocument(work, await countPages(work));
}

/** A report and a vault's receipt may come without blocks: they are built here, with the words that Netra brings. */
function modelOf({ model, documentId }: ReportJob, { wording, reportWording }: Materials): DocumentModel {
  if (model.document === 'official') return model;
  const built =
    model.document === 'receipt'
      ? buildVaultReceipt(model, wording)
      : buildDocument('laporan_inspektorat', { documentId, replaces: null, report: model }, reportWording);
  return documentModelSchema.parse(built);
}

type Counted = Plan & { readonly fields: LayoutContext['found']['fields'] };

async function countPages(work: Work): Promise<Counted> {
  const document = openDocument(work, new ByteSink(() => Promise.resolve()));
  const nothingYet = { pages: 0, evidencePages: new Map<string, number>() };
  return layOut(work, document, { pictures: pretendedPictures(document), plan: nothingYet, mode: 'count' });
}

async function writeDocument(work: Work, plan: Counted): Promise<ReportResult> {
  const { worker, job, model, attachments } = work;
  const output = openOutput(worker, job, plan, work.materials.fontFiles);
  const document = openDocument(work, output.sink);
  const written = await layOut(work, document, { pictures: writtenPictures(document, worker), plan, mode: 'write' });
  if (written.pages !== plan.pages) throw new Error('the two passes laid out different numbers of pages');
  const embedded = await embedOriginals(work, document);
  await document.finish();
  const { bytes, sha256 } = await output.end();
  return {
    pages: written.pages,
    bytes,
    sha256,
    embedded,
    listed: model.attachments.filter(({ name }) => !attachments.embedded.has(name)).map(({ name }) => name),
    evidencePages: Object.fromEntries(written.evidencePages),
    signed: job.signature !== null,
  };
}

interface Pass {
  readonly pictures: PictureStore;
  readonly plan: Plan;
  readonly mode: 'count' | 'write';
}

async function layOut(work: Work, document: ArchiveDocument, { pictures, plan, mode }: Pass): Promise<Counted> {
  const { worker, model, materials, attachments } = work;
  const [width, height] = PAPER[model.paper];
  const margin = model.initials.length > 0 ? { ...MARGIN, bottom: MARGIN.bottom + INITIALS_HEIGHT } : MARGIN;
  const dress = makeDresser(model, materials.wording, () => plan);
  const flow = new PageFlow(document, materials.fonts, { width, height, margin }, dress, mode);
  const found = { evidencePages: new Map<string, number>(), fields: new Map<string, FoundField>() };
  const progress = (done: number, total: number): void => {
    if (mode === 'write') worker.progress('pictures', done, total);
  };
  const { wording } = materials;
  await layOutDocument({ flow, model, attachments, shown: shownIn(model), wording, plan, pictures, found, progress });
  flow.finish();
  return { pages: flow.page, evidencePages: found.evidencePages, fields: found.fields };
}

/** Evidence that has pages in the document. */
function shownIn({ blocks }: DocumentModel): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => (block.block === 'pictures' ? block.pages.map((page) => page.evidenceNumber) : [])),
  );
}

async function embedOriginals(
  { worker, model, attachments: plan }: Work,
  document: ArchiveDocument,
): Promise<string[]> {
  const writer = new AttachmentWriter(document);
  const chosen = model.attachments.filter(({ name }) => plan.embedded.has(name));
  const names: string[] = [];
  for (const attachment of chosen) {
    if (attachment.input === null) continue;
    await writer.embed(attachment, inputSource(worker, attachment.input));
    names.push(attachment.name);
    worker.progress('attachments', names.length, chosen.length);
  }
  writer.finish();
  return names;
}

function planAttachments(worker: WorkerContext, model: DocumentModel, limitBytes: number): AttachmentPlan {
  const fits = model.attachments.filter(({ input, bytes }) => input !== null && bytes <= limitBytes);
  for (const { input, bytes, name } of fits) {
    if (input !== null && worker.inputSize(input) !== bytes) throw new AppError('EVIDENCE_DAMAGED', { name });
  }
  return { embedded: new Set(fits.map(({ name }) => name)), limitBytes };
}

function openDocument({ model, materials, conformance }: Work, sink: ByteSink): ArchiveDocument {
  const document = new ArchiveDocument({
    sink,
    conformance,
    iccProfile: materials.iccProfile,
    language: materials.wording.language,
    defaultFont: materials.fonts.face('regular'),
    info: {
      ...model.info,
      creator: `Netra ${model.appVersion}`,
      createdAt: new Date(model.createdAt),
      documentId: model.documentId,
      custodyHead: model.custodyHead.qrText,
    },
  });
  for (const [face, font] of materials.fonts.faces) document.registerFont(face, font);
  return document;
}

async function loadMaterials(worker: WorkerContext): Promise<Materials> {
  const load = (input: ReportResourceInput): Promise<Uint8Array> =>
    readAll(inputSource(worker, input), RESOURCE_LIMIT_BYTES);
  const regular = await load('resource:font-regular');
  const bold = await load('resource:font-bold');
  const words = async (input: ReportResourceInput): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await load(input)));
  const wording = reportWordingSchema.parse(await words('resource:wording'));
  const files = {
    regular,
    bold,
    italic: await load('resource:font-italic'),
    mono: await load('resource:font-mono'),
    'mono-bold': await load('resource:font-mono-bold'),
    fallback: await load('resource:font-fallback'),
  };
  return {
    fonts: new FontSet(files, wording.symbols),
    fontFiles: { regular, bold },
    iccProfile: await load('resource:icc'),
    wording,
    reportWording: await words('resource:wording-report'),
  };
}

function parseJob(job: unknown): ReportJob {
  const parsed = reportJobSchema.safeParse(job);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new AppError('INVALID_INPUT', { where: first ? first.path.join('.') : '', problem: first?.message ?? '' });
}
