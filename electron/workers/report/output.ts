/** Where the report's bytes go: straight out, or through the signature. */
import type { ReportJob } from '#shared/contract/report-job.ts';
import type { WorkerContext } from '../runtime.ts';
import type { FoundField } from './layout/context.ts';
import { ByteSink } from './pdf/sink.ts';
import type { FieldPlace, PdfSignatureRequest, SignatureHash } from './signature/interface.ts';
import { openPdfSigner } from './signature/pdf-signer.ts';

/** Name of the worker's output. */
export const REPORT_OUTPUT = 'pdf';

export interface ReportOutput {
  readonly sink: ByteSink;
  /** After the document has handed over its last byte: signs if asked to, and says what was written. */
  end(): Promise<{ readonly bytes: number; readonly sha256: string }>;
}

type Signature = NonNullable<ReportJob['signature']>;

export function openOutput(
  worker: WorkerContext,
  job: ReportJob,
  layout: { readonly fields: ReadonlyMap<string, FoundField> },
  fonts: PdfSignatureRequest['fonts'],
): ReportOutput {
  const write = (bytes: Uint8Array): Promise<void> => worker.write(REPORT_OUTPUT, bytes);
  if (job.signature === null) {
    const sink = new ByteSink(write);
    return { sink, end: () => Promise.resolve({ bytes: sink.total, sha256: sink.sha256() }) };
  }
  const sign = async (digest: Uint8Array, hash: SignatureHash): Promise<Uint8Array> => {
    const cms: unknown = await worker.ask('sign', { digest, hash });
    if (!(cms instanceof Uint8Array)) throw new Error('the supervisor did not answer with a signature');
    return cms;
  };
  const signer = openPdfSigner(signatureRequest(job.signature, layout.fields, fonts), { write, sign });
  return { sink: new ByteSink((bytes) => signer.write(bytes)), end: () => signer.end() };
}

function signatureRequest(
  signature: Signature,
  fields: ReadonlyMap<string, FoundField>,
  fonts: PdfSignatureRequest['fonts'],
): PdfSignatureRequest {
  const placeOf = (name: string): FieldPlace | null => {
    const found = fields.get(name);
    return found ? { page: found.page, rectangle: found.rectangle } : null;
  };
  return {
    fieldName: signature.fieldName,
    tooltip: signature.tooltip,
    place: placeOf(signature.fieldName) ?? { page: 'last', rectangle: [0, 0, 0, 0] },
    lines: signature.lines,
    fonts,
    reservedFields: signature.reservedFields.map((field) => {
      const place = placeOf(field.name);
      return place ? { ...field, place } : field;
    }),
    signedAt: new Date(signature.signedAt),
    signerName: signature.signerName,
    reason: signature.reason,
    location: signature.location,
    hash: signature.hash,
    certification: signature.certification,
  };
}
