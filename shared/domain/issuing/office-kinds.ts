/**
 * The kinds of documents as an office deals with them: what each is about, what a person fills in, what it is by default.
 * How a kind looks on paper is in shared/documents.
 */
import type { DocumentKindName } from './document-kinds.ts';

/** Secrecy of an official letter, and the letter that stands for it in a number (domain.md 5.2). */
export const SECRECIES = {
  biasa: { name: 'Biasa', code: 'B' },
  terbatas: { name: 'Terbatas', code: 'T' },
  rahasia: { name: 'Rahasia', code: 'R' },
  sangat_rahasia: { name: 'Sangat Rahasia', code: 'SR' },
} as const;
export type Secrecy = keyof typeof SECRECIES;
export const SECRECY_NAMES = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const satisfies readonly Secrecy[];

/**
 * What a seal says of later changes: an approval without DocMDP (an outside signature may follow, in the named empty field or
 * in one of its own), or a certification that allows further signatures only, or none at all.
 */
export const CERTIFICATIONS = ['approval', 'certify-signatures', 'certify-nothing'] as const;
export type Certification = (typeof CERTIFICATIONS)[number];

/**
 * A field that a person fills in: one line, several lines, a day (YYYY-MM-DD), a time (HH:MM), yes or no, one of a few, the id
 * of a package that was made or received, or the id of a hoax whose fact check is concluded.
 */
export const FIELD_INPUTS = ['line', 'text', 'day', 'time', 'yes-no', 'channel', 'package', 'hoax'] as const;
export type FieldInput = (typeof FIELD_INPUTS)[number];
export interface OfficeField {
  readonly name: string;
  readonly input: FieldInput;
  /** Without it the document makes no sense; it is refused. */
  readonly required: boolean;
}

export interface OfficeKind {
  /** A case, a day of the whole office, or a report from the public. */
  readonly about: 'case' | 'day' | 'public-report';
  /** Refused while the case has none. */
  readonly needsEvidence: boolean;
  /** Whether it cites legal rows, which may be unverified. */
  readonly citesLaw: boolean;
  readonly secrecy: Secrecy;
  readonly certification: Certification;
  readonly fields: readonly OfficeField[];
}

const field = (name: string, input: FieldInput = 'line', required = false): OfficeField => ({ name, input, required });
const needed = (name: string, input: FieldInput = 'line'): OfficeField => field(name, input, true);

/** Of every kind: what else the masked version must not hold, one to a line: a bystander's name in an account of events, a number. */
export const ALSO_MASK: OfficeField = field('alsoMask', 'text');

const LETTER = [field('recipient'), field('subject'), field('place')];

/** Every kind. A letter that an outside certificate (BSrE) is expected on is sealed without DocMDP. */
export const OFFICE_KINDS: Readonly<Record<DocumentKindName, OfficeKind>> = {
  laporan_inspektorat: {
    about: 'case',
    needsEvidence: true,
    citesLaw: true,
    secrecy: 'rahasia',
    certification: 'approval',
    fields: LETTER,
  },
  ba_pengamanan_bukti: {
    about: 'case',
    needsEvidence: true,
    citesLaw: false,
    secrecy: 'rahasia',
    certification: 'certify-signatures',
    fields: [
      field('place'),
      field('assignment'),
      field('device'),
      field('witness1'),
      field('witness1Position'),
      field('witness2'),
      field('witness2Position'),
    ],
  },
  formulir_laporan: {
    about: 'case',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'rahasia',
    certification: 'certify-signatures',
    fields: [
      field('receivedDay', 'day'),
      field('receivedTime', 'time'),
      field('reporterName'),
      field('reporterAddress', 'text'),
      field('reporterContact'),
      field('reporterConfidential', 'yes-no'),
      field('receivedVia'),
      field('eventPlace'),
      field('knownDay', 'day'),
      field('place'),
    ],
  },
  tanda_terima: {
    about: 'case',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'terbatas',
    certification: 'certify-signatures',
    fields: [
      field('receivedDay', 'day'),
      field('receivedTime', 'time'),
      needed('reporterName'),
      field('reporterContact'),
      field('place'),
    ],
  },
  ba_verifikasi: {
    about: 'case',
    needsEvidence: true,
    citesLaw: false,
    secrecy: 'terbatas',
    certification: 'certify-signatures',
    fields: [field('place')],
  },
  penerusan: {
    about: 'case',
    needsEvidence: true,
    citesLaw: true,
    secrecy: 'rahasia',
    certification: 'approval',
    fields: [
      needed('channel', 'channel'),
      ...LETTER,
      field('recipientPlace'),
      field('complaintNumber'),
      field('eventPlace'),
    ],
  },
  undangan_klarifikasi: {
    about: 'case',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'rahasia',
    certification: 'approval',
    fields: [
      field('subject'),
      field('invited'),
      field('recipientPlace'),
      needed('meetingDay', 'day'),
      needed('meetingTime', 'time'),
      needed('meetingPlace'),
      field('toMeet'),
      field('purpose', 'text'),
      field('bring', 'text'),
      field('place'),
    ],
  },
  ba_klarifikasi: {
    about: 'case',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'rahasia',
    certification: 'certify-signatures',
    fields: [
      field('heard'),
      needed('meetingDay', 'day'),
      needed('meetingTime', 'time'),
      needed('meetingPlace'),
      field('basis'),
      needed('questions', 'text'),
      field('finishedTime', 'time'),
      field('refusedToSign'),
    ],
  },
  ba_serah_terima: {
    about: 'case',
    needsEvidence: true,
    citesLaw: false,
    secrecy: 'rahasia',
    certification: 'certify-signatures',
    fields: [
      field('package', 'package'),
      field('giverName'),
      needed('receiverName'),
      field('receiverPosition'),
      field('receiverAgency'),
      field('receiverNip'),
      field('medium'),
      field('purpose', 'text'),
      field('place'),
    ],
  },
  tanda_terima_harian: {
    about: 'day',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'terbatas',
    certification: 'certify-nothing',
    fields: [field('place')],
  },
  rekapitulasi: {
    about: 'day',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'terbatas',
    certification: 'certify-signatures',
    fields: [needed('periodFrom', 'day'), needed('periodTo', 'day'), field('place')],
  },
  lembar_klarifikasi: {
    about: 'day',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'biasa',
    certification: 'certify-signatures',
    fields: [needed('hoax', 'hoax'), field('place')],
  },
  surat_jawaban: {
    about: 'public-report',
    needsEvidence: false,
    citesLaw: false,
    secrecy: 'terbatas',
    certification: 'approval',
    fields: [
      field('completion', 'yes-no'),
      ...LETTER,
      field('recipientPlace'),
      needed('answer', 'text'),
      field('dueDay', 'day'),
    ],
  },
  bahan_sosialisasi: {
    about: 'day',
    needsEvidence: false,
    citesLaw: true,
    secrecy: 'biasa',
    certification: 'certify-nothing',
    fields: [field('place')],
  },
};

/** Kinds that can be made of a report from the public, whatever else they are about. */
export const PUBLIC_REPORT_DOCUMENTS = [
  'tanda_terima',
  'surat_jawaban',
  'formulir_laporan',
  'penerusan',
] as const satisfies readonly DocumentKindName[];
