/**
 * Builds a report: once without writing, to count pages and find where evidence begins, and once for good. So page
 * numbers read "3 dari 12" although no page is kept after it is done.
 */
import { AppError } from '#shared/errors/app-error.ts';
import { type ReportJob, type ReportResult, reportJobSchema } from '#shared/contract/report-job.ts';
import type { DocumentModel } from '#shared/contract/report-model.ts';
import type { ReportResourceInput } from '#shared/domain/report/resources.ts';
import { type ReportWording, reportWordingSchema } from '#shared/contract/report-wording.ts';
import type { WorkerContext } from '../runtime.ts';
import type { FoundField, LayoutContext, PictureStore, Plan } from './layout/context.ts';
import { makeDresser } from './layout/dress.ts';
import { FontSet } from './layout/fonts.ts';
import { PageFlow } from './layout/page-flow.ts';
import { type AttachmentPlan, layOutReceipt, layOutReport } from './layout/report.ts';
import { MARGIN, PAPER } from './layout/style.ts';
import { ArchiveDocument } from './pdf/archive-document.ts';
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
}

/** The handler of the report worker; its output is named `pdf`. */
export async function buildReport(worker: WorkerContext): Promise<ReportResult> {
  const job = parseJob(worker.job);
  const materials = await loadMaterials(worker);
  const attachments = planAttachments(worker, job);
  const counted = await countPages(job, materials, attachments);
  return writeReport(worker, job, materials, attachments, counted);
}

type Counted = Plan & { readonly fields: LayoutContext['found']['fields'] };

async function countPages(job: ReportJob, materials: Materials, attachments: AttachmentPlan): Promise<Counted> {
  const document = openDocument(job.model, materials, new ByteSink(() => Promise.resolve()));
  const pictures = pretendedPictures(document);
  return layOut(
    job,
    materials,
    attachments,
    document,
    pictures,
    { pages: 0, evidencePages: new Map() },
    () => undefined,
    'count',
  );
}

async function writeReport(
  worker: WorkerContext,
  job: ReportJob,
  materials: Materials,
  attachments: AttachmentPlan,
  plan: Counted,
): Promise<ReportResult> {
  const output = openOutput(worker, job, plan, materials.fontFiles);
  const document = openDocument(job.model, materials, output.sink);
  const pictures = writtenPictures(document, worker);
  const progress = (done: number, total: number): void => worker.progress('pictures', done, total);
  const written = await layOut(job, materials, attachments, document, pictures, plan, progress, 'write');
  if (written.pages !== plan.pages) throw new Error('the two passes laid out different numbers of pages');
  const embedded = await embedOriginals(worker, job, attachments, document);
  await document.finish();
  const { bytes, sha256 } = await output.end();
  const all = job.model.document === 'report' ? job.model.attachments : [];
  return {
    pages: written.pages,
    bytes,
    sha256,
    embedded,
    listed: all.filter(({ name }) => !attachments.embedded.has(name)).map(({ name }) => name),
    evidencePages: Object.fromEntries(written.evidencePages),
    signed: job.signature !== null,
  };
}

async function layOut(
  job: ReportJob,
  materials: Materials,
  attachments: AttachmentPlan,
  document: ArchiveDocument,
  pictures: PictureStore,
  plan: Plan,
  progress: LayoutContext['progress'],
  mode: 'count' | 'write',
): Promise<Counted> {
  const [width, height] = PAPER[job.model.paper];
  const dress = makeDresser(job.model, materials.wording, () => plan);
  const flow = new PageFlow(document, materials.fonts, { width, height, margin: MARGIN }, dress, mode);
  const found = { evidencePages: new Map<string, number>(), fields: new Map<string, FoundField>() };
  const context: LayoutContext = { flow, wording: materials.wording, plan, pictures, found, progress };
  if (job.model.document === 'report') await layOutReport(context, job.model, attachments);
  else await layOutReceipt(context, job.model);
  flow.finish();
  return { pages: flow.page, evidencePages: found.evidencePages, fields: found.fields };
}

async function embedOriginals(
  worker: WorkerContext,
  job: ReportJob,
  plan: AttachmentPlan,
  document: ArchiveDocument,
): Promise<string[]> {
  if (job.model.document !== 'report') return [];
  const writer = new AttachmentWriter(document);
  const chosen = job.model.attachments.filter(({ name }) => plan.embedded.has(name));
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

function planAttachments(worker: WorkerContext, job: ReportJob): AttachmentPlan {
  const all = job.model.document === 'report' ? job.model.attachments : [];
  const fits = all.filter(({ input, bytes }) => input !== null && bytes <= job.largestAttachmentBytes);
  for (const { input, bytes, name } of fits) {
    if (input !== null && worker.inputSize(input) !== bytes) throw new AppError('EVIDENCE_DAMAGED', { name });
  }
  return { embedded: new Set(fits.map(({ name }) => name)), limitBytes: job.largestAttachmentBytes };
}

function openDocument(model: DocumentModel, materials: Materials, sink: ByteSink): ArchiveDocument {
  const report = model.document === 'report';
  const document = new ArchiveDocument({
    sink,
    iccProfile: materials.iccProfile,
    language: materials.wording.language,
    defaultFont: materials.fonts.face('regular'),
    info: {
      title: report ? `${model.title} – ${model.registration}` : materials.wording.receipt.title,
      author: report ? model.letterhead.agency : model.vaultName,
      subject: report ? model.hal : materials.wording.receipt.introduction,
      creator: `Netra ${model.appVersion}`,
      createdAt: new Date(model.createdAt),
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
  const json: unknown = JSON.parse(new TextDecoder().decode(await load('resource:wording')));
  const wording = reportWordingSchema.parse(json);
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
  };
}

function parseJob(job: unknown): ReportJob {
  const parsed = reportJobSchema.safeParse(job);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new AppError('INVALID_INPUT', { where: first ? first.path.join('.') : '', problem: first?.message ?? '' });
}
