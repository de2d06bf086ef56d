/** Every word that the layout prints for every kind of document, read from resources/report/wording.id.json. */
import { z } from 'zod';
import { reportProofWordingSchema } from './report-proof.ts';

const words = z.string().min(1);

export const reportWordingSchema = z.strictObject({
  language: words,
  blankNumber: words,
  none: words,
  marks: z.strictObject({ rahasia: words, sangat_rahasia: words, terbatas: words, disamarkan: words, draf: words }),
  letterhead: z.strictObject({ phone: words, website: words, email: words, postalCode: words }),
  number: words,
  letter: z.strictObject({ sifat: words, lampiran: words, hal: words, recipients: words, at: words }),
  subject: z.strictObject({
    heading: words,
    name: words,
    nip: words,
    rank: words,
    nik: words,
    decree: words,
    position: words,
    task: words,
    unit: words,
    asOf: words,
    platform: words,
    account: words,
    address: words,
    identification: words,
    status: words,
    unknown: words,
    accountOnly: words,
  }),
  allegation: z.strictObject({
    introduction: words,
    actDate: words,
    candidateStatus: words,
    publicView: words,
    basis: words,
    sanction: words,
    source: words,
    noSource: words,
    verification: words,
    verifiedBy: words,
    conflict: words,
    states: z.strictObject({
      terverifikasi: words,
      salinan_dibaca: words,
      sumber_sekunder: words,
      inferensi: words,
      ingatan: words,
      konflik: words,
    }),
    badge: words,
  }),
  proof: reportProofWordingSchema,
  evidence: z.strictObject({
    introduction: words,
    number: words,
    what: words,
    time: words,
    page: words,
    obtainedBy: words,
    sha256: words,
    artefacts: words,
    warnings: words,
    visibility: words,
    secondLook: words,
    secondHand: words,
    masked: words,
    maskedCopy: words,
    sha256Copy: words,
    sha256Original: words,
    notShown: words,
    heading: words,
    part: words,
    overlap: words,
    whereToLook: words,
    scale: words,
    continued: words,
  }),
  custody: z.strictObject({
    introduction: words,
    time: words,
    action: words,
    actor: words,
    head: words,
    sequence: words,
    hash: words,
    qr: words,
    headNote: words,
  }),
  attachments: z.strictObject({
    introduction: words,
    masked: words,
    name: words,
    size: words,
    place: words,
    embedded: words,
    listed: words,
  }),
  seal: z.strictObject({ label: words, fingerprint: words, note: words }),
  signature: z.strictObject({ nip: words, blankName: words }),
  questions: z.strictObject({ question: words, answer: words }),
  steps: z.strictObject({ command: words }),
  checks: z.strictObject({
    item: words,
    state: words,
    note: words,
    states: z.strictObject({ ada: words, belum: words, tidak_perlu: words, kosong: words }),
  }),
  hashes: z.strictObject({ what: words, sha256: words }),
  copies: words,
  /** Words for characters that no font of ours has (hand signs above all), by code point in hexadecimal. */
  symbols: z.record(z.string().regex(/^[0-9A-F]{4,6}$/), words),
  /** `preview` and `previewMark` stand where an issued document has its identifier and its marks. */
  running: z.strictObject({
    page: words,
    log: words,
    app: words,
    document: words,
    preview: words,
    previewMark: words,
  }),
  receipt: z.strictObject({
    title: words,
    introduction: words,
    vault: words,
    vaultId: words,
    created: words,
    user: words,
    fingerprint: words,
    fingerprintNote: words,
    keep: words,
  }),
});

export type ReportWording = z.infer<typeof reportWordingSchema>;

/** Puts values into `{name}` places; an unknown place is a fault of the wording file. */
export function fillWording(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording asks for an unknown value: ${name}`);
    return String(value);
  });
}
