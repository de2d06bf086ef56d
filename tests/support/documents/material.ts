/** What the samples are made of: invented people, evidence, pictures, and the frame around a document. */
import {
  custodyHeadText,
  type Evidence,
  type EvidencePage,
  type SignatureBlock,
  type Subject,
} from '#shared/contract/report-model.ts';
import type { Frame } from '#shared/documents/common.ts';
import { dayInWords } from '#shared/domain/text/local-time.ts';
import { signingPosition } from '#shared/domain/text/signing-position.ts';
import { attachmentOf, makePng, paintPosts, sampleReport, sha256 } from '../../unit/report/sample-report.ts';
import { paintEmblem } from './emblem.ts';

export interface SampleOptions {
  readonly variant?: Frame['variant'];
  readonly paper?: Frame['paper'];
  readonly frame?: Partial<Frame>;
}

export const DOCUMENT_ID = '0193a7c2-5b1e-7f00-8a11-3c5d7e9f1b2d';
export const HEAD = { sequence: 218, hash: sha256(Buffer.from('kepala log')) };
export const DAY = new Date('2026-11-23T02:30:00Z');
export const REGISTRATION = 'NTR/2026/0007';
/** Words of the evidence that no masked document may hold. */
export const SECRETS = [
  'contoh-medsos',
  'Unggahan terbuka',
  'kiriman warga',
  'B-1-halaman-penuh',
  '@akun.contoh',
] as const;

export const tall = makePng(1265, 4200, paintPosts(1265));
export const wide = makePng(1280, 720, paintPosts(1280));
export const emblem = makePng(190, 230, paintEmblem);
export const copy = makePng(900, 640, paintPosts(900));

export const LONG_ADDRESS =
  'https://www.contoh-medsos.test/groups/warga-bengkulu-bersatu/permalink/10159876543210987/?comment_id=10159876543219999&reply_comment_id=77&ref=notif';

export const officer = {
  name: 'Petugas Satu, S.Kom.',
  nip: '199505052020121002',
  rank: 'Penata Muda – III/a',
  position: 'Pranata Komputer Ahli Pertama',
  unit: 'Dinas Komunikasi dan Informatika',
  further: [],
};
export const secondOfficer = {
  ...officer,
  name: 'Petugas Dua, A.Md.',
  nip: '199803032022031004',
  rank: 'Pengatur – II/c',
};
export const outsider = {
  name: 'Rahmat Percontohan, S.H., M.H.',
  nip: null,
  rank: null,
  position: 'Anggota',
  unit: 'Badan Pengawas Pemilihan Umum Kota Contoh',
  further: [{ label: 'Nomor surat tugas', value: '012/PP.01.02/K.Contoh/11/2026' }],
};
export const citations = [
  {
    text: 'Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil.',
    verification: 'terverifikasi',
  },
  {
    text: 'Keputusan Bersama tentang Pedoman Pembinaan dan Pengawasan Netralitas Pegawai Aparatur Sipil Negara.',
    verification: 'sumber_sekunder',
  },
] as const;

export const RESPONDENT = 'Dra. Sulastri Contoh Wijayaningrum Kusumawardhani, M.Si.';
export const respondent: Subject = {
  type: 'asn',
  name: RESPONDENT,
  nip: '199001012015031001',
  rank: 'Penata Tingkat I – III/d',
  position: 'Analis Kebijakan Ahli Muda',
  unit: 'Sekretariat, Dinas Contoh Sejahtera',
  asOf: '18 November 2026',
  identification: null,
};

export function signature(over: Partial<SignatureBlock> = {}): SignatureBlock {
  return {
    placeAndDate: null,
    position: ['Petugas,'],
    name: officer.name,
    rank: officer.rank,
    nip: officer.nip,
    digitalField: 'Petugas',
    ...over,
  };
}

export const head = signature({
  placeAndDate: 'Contoh, 23 November 2026',
  position: signingPosition({
    position: 'Sekretaris Dinas Komunikasi dan Informatika',
    acting: 'Plh.',
    onBehalfOf: 'Kepala Dinas Komunikasi dan Informatika',
    through: null,
  }),
  name: 'Dr. Kepala Contoh, S.T., M.T.',
  rank: 'Pembina Utama Muda – IV/c',
  nip: '197001011995031001',
  digitalField: 'Kepala',
});
export const witness = (name: string): SignatureBlock =>
  signature({ position: ['Saksi,'], name, rank: null, nip: null, digitalField: null });

export function frame({ variant = 'lengkap', paper = 'A4', frame: over = {} }: SampleOptions): Frame {
  return {
    documentId: DOCUMENT_ID,
    variant,
    draft: false,
    draftReason: null,
    replaces: null,
    paper,
    letterhead: {
      ...sampleReport().model.letterhead,
      emblem: { input: 'picture:emblem', widthPixels: 190, heightPixels: 230 },
    },
    number: null,
    registration: REGISTRATION,
    sifat: 'Rahasia',
    placeAndDate: 'Contoh, 23 November 2026',
    signatures: [signature(), head],
    copies: ['Wali Kota Contoh (sebagai laporan)', 'Sekretaris Daerah Kota Contoh'],
    custodyHead: { ...HEAD, qrText: custodyHeadText('0193-contoh', HEAD.sequence, HEAD.hash) },
    sealFingerprint: sha256(Buffer.from('sertifikat segel')),
    attachments: [],
    appVersion: '0.1.0',
    createdAt: '2026-11-23T02:45:00.000Z',
    ...over,
  };
}

export const occasion = {
  dayInWords: dayInWords(DAY, 'WIB'),
  time: '09.30 WIB',
  place: 'Kantor Dinas Komunikasi dan Informatika',
};

export function evidence(masked: boolean): Evidence[] {
  const items: Evidence[] = [
    {
      masked: false,
      number: 'B-1',
      what: 'Unggahan terbuka, halaman penuh',
      address: LONG_ADDRESS,
      obtainedBy: officer.name,
      capturedAt: 'Rabu, 18 November 2026, 14.12.45 WIB',
      capturedAtUtc: '2026-11-18 07:12:45 UTC',
      sha256: sha256(tall),
      secondHand: false,
      warnings: ['3 dari 41 gambar pada halaman belum termuat'],
      visibility: 'Terlihat tanpa masuk (log in) pada 18 November 2026, 14.20 WIB.',
      artefacts: [
        { what: 'Tampilan jendela', sha256: sha256(Buffer.from('a')), bytes: 211_004 },
        { what: 'Arsip web (WACZ)', sha256: sha256(Buffer.from('b')), bytes: 1_804_221 },
      ],
    },
    {
      masked: false,
      number: 'B-2',
      what: 'Foto layar kiriman warga',
      address: null,
      obtainedBy: secondOfficer.name,
      capturedAt: 'Kamis, 19 November 2026, 09.40.00 WIB',
      capturedAtUtc: '2026-11-19 02:40:00 UTC',
      sha256: sha256(wide),
      secondHand: true,
      warnings: [],
      visibility: null,
      artefacts: [],
    },
  ];
  if (!masked) return items;
  return items.map(({ number, sha256: hash }, index) => ({
    masked: true,
    number,
    sha256: hash,
    copy:
      index > 0
        ? null
        : {
            sha256: sha256(copy),
            originalSha256: hash,
            covered: '3 bidang ditutup',
            capturedAt: 'Rabu, 18 November 2026, 14.12.45 WIB',
            capturedAtUtc: null,
            secondHand: false,
          },
  }));
}

export function pages(masked: boolean): EvidencePage[] {
  if (masked)
    return [
      {
        evidenceNumber: 'B-1',
        caption: [],
        alternateText: 'Salinan kerja bukti B-1, sebagian ditutup.',
        picture: { input: 'picture:copy', widthPixels: 900, heightPixels: 640 },
        notes: [],
      },
    ];
  return [
    {
      evidenceNumber: 'B-1',
      caption: [LONG_ADDRESS, 'Rabu, 18 November 2026, 14.12.45 WIB'],
      alternateText: 'Tangkapan layar halaman penuh unggahan pada grup.',
      picture: { input: 'picture:1', widthPixels: 1265, heightPixels: 4200 },
      notes: [{ who: RESPONDENT, where: 'unggahan kedua dari atas, kira-kira baris 320–560' }],
    },
    {
      evidenceNumber: 'B-2',
      caption: ['Kamis, 19 November 2026, 09.40.00 WIB'],
      alternateText: 'Foto layar.',
      picture: { input: 'picture:2', widthPixels: 1280, heightPixels: 720 },
      notes: [],
    },
  ];
}

/** What a document about the case shows of its evidence, with the originals that go into a full one. */
export function shownEvidence(options: SampleOptions) {
  const masked = options.variant === 'disamarkan';
  const attachments = masked
    ? []
    : [attachmentOf('B-1-halaman-penuh.png', tall, { mime: 'image/png', evidenceNumber: 'B-1' })];
  return {
    frame: frame({ ...options, frame: { attachments, ...options.frame } }),
    evidence: evidence(masked),
    pages: pages(masked),
  };
}

/** Takes out what a masked copy of a document must not say. */
export function veil<Value>(masked: boolean, value: Value, instead: Value): Value {
  return masked ? instead : value;
}

export const anonymous: Subject = { type: 'unknown', note: 'disamarkan' };
