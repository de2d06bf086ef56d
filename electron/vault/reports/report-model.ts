/** Turns a case into the plain document the report is laid out from: every value ready to print, nothing decided later. */
import type { ReportOptions } from '#shared/contract/reports.ts';
import { originWords } from '#shared/domain/capture/post-fact-words.ts';
import { CAPTURE_WARNINGS } from '#shared/domain/capture/warnings.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { ORIGIN_WORDS } from '#shared/domain/evidence/origin-words.ts';
import {
  type Attachment,
  custodyHeadText,
  type Evidence,
  type EvidencePage,
  type Picture,
  type ReportModel,
  type SignatureBlock,
  type Subject,
} from '#shared/contract/report-model.ts';
import { formatNip } from '#shared/domain/roster/nip.ts';
import { formatCalendarDay, formatDay, formatInstant, formatUtc, localParts } from '#shared/domain/text/local-time.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { MissingCode } from '#shared/domain/cases/missing.ts';
import type { UseCaseContext } from '../kernel.ts';
import { taughtOfCase } from '../outreach/taught.ts';
import type { CaseMaterial, MaterialItem } from './case-material.ts';
import { maskedCopyOf, maskedPageOf } from './masked-evidence.ts';
import { actsForReport } from './acts-part.ts';
import { captureLines, incompleteLines } from './capture-lines.ts';
import { originFactLines, originLine } from './origin-lines.ts';
import { accountsForReport } from './proof-part.ts';
import { publicViewSection, publicViewSummary, visibilityLines } from './public-view-lines.ts';
import { allegationsForReport } from './report-allegations.ts';
import { secondLookLines } from './second-look-lines.ts';
import { taughtSection } from './taught-section.ts';
import { HEAD_FIELD, ISSUER_FIELD } from '../signatures/fields.ts';

const MOST_WARNINGS = 50;
/** Second looks beside a picture; its row in the table has all. */
const MOST_LOOKS_SHOWN = 3;

export interface ModelInput {
  readonly options: ReportOptions;
  readonly material: CaseMaterial;
  /** Pictures ready for the page, by evidence number. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly attachments: readonly Attachment[];
  readonly issuer: { readonly name: string; readonly identityNumber: string | null };
  readonly signed: boolean;
}

export function buildReportModel(input: ModelInput, context: UseCaseContext): ReportModel {
  const { options, material } = input;
  const settings = context.settings();
  const now = context.now();
  const masked = options.kind === 'disamarkan';
  const reasons = draftReasons(material);
  const head = context.custodyHead();
  const { page, items } = material;
  return {
    document: 'report',
    kind: options.kind,
    draft: reasons.length > 0,
    draftReason: reasons.length > 0 ? reasons.map(({ sentence }) => sentence).join(' ') : null,
    paper: settings.paper,
    letterhead: letterheadOf(settings),
    title: 'Laporan Dugaan Pelanggaran Netralitas',
    number: numberOf(options, settings, now),
    registration: page.case.number,
    sifat: masked ? 'Terbatas' : 'Rahasia',
    lampiran: `${items.length} bukti`,
    hal: options.subject === '' ? subjectOf(page.case.title) : options.subject,
    date: `${options.place === '' ? settings.letterhead.city : options.place}${options.place === '' && settings.letterhead.city === '' ? '' : ', '}${formatDay(now, settings.timeZone)}`,
    from: settings.letterhead.agency === '' ? input.issuer.name : settings.letterhead.agency,
    recipients: [options.recipient || settings.recipient || 'Inspektorat'],
    basis: basisOf(material, settings),
    subjects: subjectsOf(material, settings, masked),
    account: paragraphsOf(page.case.narrative),
    sections: [
      ...publicViewSection(items, settings, masked),
      ...taughtSection(taughtOfCase(context.database, page.case.id)),
    ],
    allegations: allegationsForReport(page, publicViewSummary(items)),
    accounts: accountsForReport({
      accounts: material.accounts,
      respondents: page.respondents,
      listed: new Set(items.map(({ evidence }) => evidence.number)),
      masked,
    }),
    acts: actsForReport(material.acts, page.respondents, masked),
    evidence: items.map((item) => evidenceOf(item, settings, masked)),
    evidencePages: items.flatMap((item) =>
      masked ? maskedPageOf(item, input.pictures) : [pageOf(item, input.pictures, settings)],
    ),
    custody: material.custody.map(({ at, action, actor }) => ({
      time: formatInstant(new Date(at), settings.timeZone),
      action,
      actor,
    })),
    custodyHead: { ...head, qrText: custodyHeadText(context.vault.id, head.sequence, head.hash) },
    attachments: masked ? [] : [...input.attachments],
    limits: [],
    sealFingerprint: context.seal.fingerprint,
    closing: ['Demikian laporan ini disampaikan untuk ditindaklanjuti sesuai kewenangan.'],
    signatures: signatureBlocks(settings, input, now),
    copies: [...settings.copies],
    appVersion: context.vault.appVersion,
    createdAt: now.toISOString(),
  };
}

/** Why a report on this case is only a draft; empty when it is final. The sentence is what the page prints. */
export function draftReasons({ page }: CaseMaterial): { readonly code: MissingCode; readonly sentence: string }[] {
  const standing = page.allegations.filter((one) => one.withdrawnAt === null);
  if (standing.length === 0) {
    return [{ code: 'NO_ALLEGATION', sentence: 'Belum ada dugaan pelanggaran yang dicatat pada kasus ini.' }];
  }
  const unverified = standing
    .filter((one) => one.reference.verification !== 'diverifikasi')
    .map((one) => one.reference.code);
  if (unverified.length === 0) return [];
  const sentence = `Rujukan hukum ${unverified.join(', ')} belum diverifikasi oleh Bagian Hukum.`;
  return [{ code: 'LEGAL_UNVERIFIED', sentence }];
}

function numberOf(options: ReportOptions, settings: Settings, now: Date): string | null {
  if (options.number !== '') return options.number;
  if (settings.reportNumberTemplate === '') return null;
  const { month, year } = localParts(now, settings.timeZone);
  return renderNumber(settings.reportNumberTemplate, { sequence: null, month, year });
}

function subjectOf(title: string): string {
  return title === '' ? 'Laporan dugaan pelanggaran netralitas' : `Laporan dugaan pelanggaran netralitas: ${title}`;
}

/** The letterhead as the page prints it: empty lines are left out. */
export function letterheadOf({ letterhead }: Settings): ReportModel['letterhead'] {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    government: letterhead.government,
    agency: letterhead.agency,
    addressLines: [...letterhead.addressLines],
    phone: orNull(letterhead.phone),
    website: orNull(letterhead.website),
    email: orNull(letterhead.email),
    postalCode: orNull(letterhead.postalCode),
    emblem: null,
  };
}

export const SOURCE_WORDS = {
  temuan: 'Temuan petugas pemantau',
  laporan: 'Laporan pelapor',
  aduan: 'Aduan masyarakat',
  penerusan: 'Penerusan dari instansi lain',
} as const;

function basisOf({ page }: CaseMaterial, settings: Settings): string[] {
  const opened = formatDay(new Date(page.case.openedAt), settings.timeZone);
  const acted =
    page.case.actDate === null
      ? []
      : [
          `Perbuatan yang diduga dilakukan pada ${formatCalendarDay(page.case.actDate)}${page.case.actDateText === '' ? '' : ` (${page.case.actDateText})`}.`,
        ];
  return [
    `${SOURCE_WORDS[page.case.source]}, terdaftar dengan nomor registrasi ${page.case.number} pada ${opened}.`,
    ...acted,
  ];
}

export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

export function subjectsOf({ page }: CaseMaterial, settings: Settings, masked: boolean): Subject[] {
  const standing = page.respondents.filter((one) => one.unlinkedAt === null);
  if (standing.length === 0) {
    return page.case.accountText === ''
      ? [{ type: 'unknown', note: null }]
      : [{ type: 'account', platform: '', account: page.case.accountText, address: null, identification: null }];
  }
  return standing.map((one): Subject => {
    const { person } = one;
    const identification = one.reason === '' ? null : one.reason;
    if (person === null)
      return { type: 'account', platform: '', account: one.accountText ?? '', address: null, identification };
    const asOf = formatDay(new Date(person.asOf), settings.timeZone);
    const place = {
      position: person.position,
      unit: [person.unit, person.agency].filter((part) => part !== null).join(', ') || null,
      asOf,
      identification,
    };
    if (person.nip !== null)
      return {
        type: 'asn',
        name: person.name,
        nip: formatNip(person.nip),
        rank: [person.rank, person.grade].filter((part) => part !== null).join(' – ') || null,
        ...place,
      };
    return { type: 'ptt', name: person.name, nik: masked ? null : person.nik, decree: null, ...place };
  });
}

export function evidenceOf(item: MaterialItem, settings: Settings, masked: boolean): Evidence {
  const { evidence } = item;
  if (masked)
    return { masked: true, number: evidence.number, sha256: evidence.mainSha256, copy: maskedCopyOf(item, settings) };
  const captured = new Date(evidence.capturedAt);
  return {
    masked: false,
    number: evidence.number,
    what: whatOf(item),
    address: evidence.address === '' ? null : evidence.address,
    obtainedBy: item.takenBy,
    capturedAt: formatInstant(captured, settings.timeZone),
    capturedAtUtc: formatUtc(captured),
    sha256: evidence.mainSha256,
    secondHand: evidence.secondHand,
    visibility:
      item.capture === null ? null : visibilityLines(item.capture, settings.timeZone).join(' ').slice(0, 2_000),
    secondLooks: secondLookLines(item.secondLooks, settings.timeZone),
    warnings: completenessNotes(item),
    artefacts: item.artefacts.map((one) => ({
      what: ARTEFACT_WORDS[one.kind] ?? one.kind,
      sha256: one.sha256,
      bytes: one.bytes,
    })),
  };
}

/** What the item has not, as its row in the table says it: warnings of its capture, then what the app judged incomplete. */
export function completenessNotes({ evidence, capture }: MaterialItem): string[] {
  const known: Readonly<Record<string, { id: string }>> = CAPTURE_WARNINGS;
  const warned = evidence.warnings.map((code) => known[code]?.id ?? code);
  return [...warned, ...incompleteLines(capture)].slice(0, MOST_WARNINGS);
}

/** A page that only says why the post is not here is never called a capture of it. */
const NOT_THE_POST: Readonly<Record<string, string>> = {
  wall: 'Halaman penghalang situs, bukan unggahan',
  gone: 'Pernyataan situs bahwa isi tidak ada, bukan unggahan',
};

export function whatOf({ evidence, capture, obtainedFrom }: MaterialItem): string {
  if (capture) {
    const what = NOT_THE_POST[capture.outcome] ?? 'Pengambilan halaman';
    return evidence.title === '' ? what : `${what}: ${evidence.title}`;
  }
  const kind = evidence.origin === 'file' ? 'Berkas' : ORIGIN_WORDS[evidence.origin].name.id;
  return `${kind}: ${evidence.title}${obtainedFrom === '' ? '' : `, dari ${obtainedFrom}`}`;
}

export function pageOf(item: MaterialItem, pictures: ReadonlyMap<string, Picture>, settings: Settings): EvidencePage {
  const { evidence, capture } = item;
  const lines = [
    originLine(evidence.origin),
    ...originFactLines(item.originFacts),
    evidence.address === '' ? null : `Alamat: ${evidence.address}`,
    capture?.documentUrl && capture.documentUrl !== evidence.address
      ? `Dokumen yang dimuat: ${capture.documentUrl}`
      : null,
    `${evidence.secondHand ? 'Diterima' : 'Diambil'}: ${formatInstant(new Date(evidence.capturedAt), settings.timeZone)}`,
    evidence.postedAtText === '' ? null : `${postedWords(capture)}: ${evidence.postedAtText}`,
    item.obtainedAtText === '' ? null : `Diperoleh: ${item.obtainedAtText}`,
    capture?.certificate ? capture.certificate.statement : null,
    ...(capture ? visibilityLines(capture, settings.timeZone) : []),
    ...(capture ? captureLines(capture, settings.timeZone) : []),
    ...secondLookLines(item.secondLooks.slice(-MOST_LOOKS_SHOWN), settings.timeZone).map(
      (line) => `Pengambilan ulang ${line}`,
    ),
    evidence.note === '' ? null : `Catatan petugas: ${evidence.note.slice(0, 1_500)}`,
  ];
  return {
    evidenceNumber: evidence.number,
    caption: lines.filter((line) => line !== null),
    alternateText: `Gambar bukti ${evidence.number}: ${whatOf(item)}`,
    picture: pictures.get(evidence.number) ?? null,
    notes: [...item.notes],
  };
}

/** A time that the officer read on the screen, or took from what the page states. */
function postedWords(capture: MaterialItem['capture']): string {
  const from = capture?.postedAtFrom ?? null;
  return from === null ? 'Waktu unggah seperti tampil' : `Waktu unggah menurut halaman (${originWords(from, 'id')})`;
}

function signatureBlocks(settings: Settings, input: ModelInput, now: Date): SignatureBlock[] {
  const { signatory, letterhead } = settings;
  const placeAndDate = [letterhead.city, formatDay(now, settings.timeZone).replace(/^[^,]*, /, '')]
    .filter((part) => part !== '')
    .join(', ');
  const issuer: SignatureBlock = {
    placeAndDate: signatory.name === '' ? placeAndDate : null,
    position: ['Petugas Pemantau'],
    name: input.issuer.name,
    rank: null,
    nip: input.issuer.identityNumber,
    digitalField: input.signed ? ISSUER_FIELD : null,
  };
  if (signatory.name === '') return [issuer];
  const position = [signatory.prefix, signatory.position].filter((part) => part !== '');
  return [
    issuer,
    {
      placeAndDate,
      position: position.length === 0 ? ['Kepala'] : position,
      name: signatory.name,
      rank: signatory.rank || null,
      nip: signatory.nip || null,
      digitalField: input.signed ? HEAD_FIELD : null,
    },
  ];
}
