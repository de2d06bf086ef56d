/** Data of every kind of document, about invented people: for tests and for the pictures in the docs. */
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/contract/document-model.ts';
import {
  custodyHeadText,
  type Evidence,
  type EvidencePage,
  type SignatureBlock,
  type Subject,
} from '#shared/contract/report-model.ts';
import type { Frame } from '#shared/domain/documents/common.ts';
import { buildDocument, type DocumentData, wordingFileOf } from '#shared/domain/documents/kinds.ts';
import { dayInWords } from '#shared/domain/text/local-time.ts';
import { signingPosition } from '#shared/domain/text/signing-position.ts';
import { countInWords } from '#shared/domain/text/terbilang.ts';
import {
  attachmentOf,
  makePng,
  paintPosts,
  readResource,
  resourceInputs,
  sampleReport,
  sha256,
} from '../../unit/report/sample-report.ts';
import type { WorkerInput } from '../../unit/report/worker-process.ts';
import { paintEmblem } from './emblem.ts';

export type Variant = Frame['variant'];
export interface SampleOptions {
  readonly variant?: Variant;
  readonly paper?: Frame['paper'];
  readonly frame?: Partial<Frame>;
}

export const DOCUMENT_ID = '0193a7c2-5b1e-7f00-8a11-3c5d7e9f1b2d';
export const HEAD = { sequence: 218, hash: sha256(Buffer.from('kepala log')) };
const DAY = new Date('2026-11-23T02:30:00Z');
const REGISTRATION = 'NTR/2026/0007';
/** Words of the evidence that no masked document may hold. */
export const SECRETS = [
  'contoh-medsos',
  'Unggahan terbuka',
  'kiriman warga',
  'B-1-halaman-penuh',
  '@akun.contoh',
] as const;

const tall = makePng(1265, 4200, paintPosts(1265));
const wide = makePng(1280, 720, paintPosts(1280));
const emblem = makePng(190, 230, paintEmblem);
const copy = makePng(900, 640, paintPosts(900));

const LONG_ADDRESS =
  'https://www.contoh-medsos.test/groups/warga-bengkulu-bersatu/permalink/10159876543210987/?comment_id=10159876543219999&reply_comment_id=77&ref=notif';

const officer = {
  name: 'Petugas Satu, S.Kom.',
  nip: '199505052020121002',
  rank: 'Penata Muda – III/a',
  position: 'Pranata Komputer Ahli Pertama',
  unit: 'Dinas Komunikasi dan Informatika',
  further: [],
};
const secondOfficer = { ...officer, name: 'Petugas Dua, A.Md.', nip: '199803032022031004', rank: 'Pengatur – II/c' };
const outsider = {
  name: 'Rahmat Percontohan, S.H., M.H.',
  nip: null,
  rank: null,
  position: 'Anggota',
  unit: 'Badan Pengawas Pemilihan Umum Kota Contoh',
  further: [{ label: 'Nomor surat tugas', value: '012/PP.01.02/K.Contoh/11/2026' }],
};
const citations = [
  {
    text: 'Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil.',
    verification: 'terverifikasi',
  },
  {
    text: 'Keputusan Bersama tentang Pedoman Pembinaan dan Pengawasan Netralitas Pegawai Aparatur Sipil Negara.',
    verification: 'sumber_sekunder',
  },
] as const;

const RESPONDENT = 'Dra. Sulastri Contoh Wijayaningrum Kusumawardhani, M.Si.';
const respondent: Subject = {
  type: 'asn',
  name: RESPONDENT,
  nip: '199001012015031001',
  rank: 'Penata Tingkat I – III/d',
  position: 'Analis Kebijakan Ahli Muda',
  unit: 'Sekretariat, Dinas Contoh Sejahtera',
  asOf: '18 November 2026',
  identification: null,
};

function signature(over: Partial<SignatureBlock> = {}): SignatureBlock {
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

const head = signature({
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
const witness = (name: string): SignatureBlock =>
  signature({ position: ['Saksi,'], name, rank: null, nip: null, digitalField: null });

function frame({ variant = 'lengkap', paper = 'A4', frame: over = {} }: SampleOptions): Frame {
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

const occasion = {
  dayInWords: dayInWords(DAY, 'WIB'),
  time: '09.30 WIB',
  place: 'Kantor Dinas Komunikasi dan Informatika',
};

function evidence(masked: boolean): Evidence[] {
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

function pages(masked: boolean): EvidencePage[] {
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
function shownEvidence(options: SampleOptions) {
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
function veil<Value>(masked: boolean, value: Value, instead: Value): Value {
  return masked ? instead : value;
}

const anonymous: Subject = { type: 'unknown', note: 'disamarkan' };

const SAMPLES: { readonly [Name in DocumentKindName]: (options: SampleOptions) => DocumentData<Name> } = {
  laporan_inspektorat: ({ variant = 'lengkap', paper = 'A4', frame: over }) => {
    const { model } = sampleReport();
    const masked = variant === 'disamarkan';
    const report = {
      ...model,
      paper,
      draft: over?.draft ?? false,
      draftReason: over?.draftReason ?? null,
      letterhead: frame({}).letterhead,
    };
    if (!masked) return { documentId: DOCUMENT_ID, replaces: null, report };
    return {
      documentId: DOCUMENT_ID,
      replaces: null,
      report: {
        ...report,
        kind: 'disamarkan',
        subjects: [anonymous],
        account: ['Isi disamarkan.'],
        accounts: [],
        acts: [],
        evidence: evidence(true),
        evidencePages: pages(true),
        attachments: [],
        custody: [],
      },
    };
  },
  formulir_laporan: (options) => {
    const masked = options.variant === 'disamarkan';
    return {
      frame: frame(options),
      source: 'Laporan masyarakat',
      receivedAt: 'Senin, 23 November 2026, 09.30 WIB',
      receivedVia: 'Datang langsung ke kantor',
      reporter: masked
        ? null
        : {
            name: 'Warga Pelapor',
            nip: null,
            rank: null,
            position: null,
            unit: null,
            further: [
              { label: 'Alamat', value: 'Jalan Percobaan Nomor 7, Kota Contoh' },
              { label: 'Kontak', value: '0800-000-0000' },
            ],
          },
      reporterNote: masked ? 'Disamarkan' : null,
      confidential: true,
      subjects: [veil<Subject>(masked, respondent, anonymous)],
      actTime: 'Rabu, 18 November 2026, pukul 14.05 WIB',
      actPlace: 'Grup media sosial',
      knownSince: '18 November 2026',
      platforms: veil(masked, [{ platform: 'Facebook', account: '@akun.contoh', address: LONG_ADDRESS }], []),
      account: veil(
        masked,
        ['Pada waktu tersebut akun yang diduga milik terlapor membagikan ajakan memilih salah satu pasangan calon.'],
        ['Disamarkan.'],
      ),
      evidence: [
        {
          number: 'B-2',
          what: veil(masked, 'Foto layar kiriman warga', 'Disamarkan'),
          secondHand: true,
          sha256: sha256(wide),
        },
      ],
      formal: [
        { item: 'Nama dan alamat pelapor', state: 'ada', note: null },
        { item: 'Pihak terlapor', state: 'ada', note: null },
        { item: 'Waktu laporan masih dalam tenggang', state: 'ada', note: 'diketahui 18 November 2026' },
      ],
      material: [
        { item: 'Waktu dan tempat kejadian', state: 'ada', note: null },
        { item: 'Uraian kejadian', state: 'ada', note: null },
        { item: 'Bukti (rekaman, video, gambar)', state: 'belum', note: 'baru foto layar dari pihak lain' },
        { item: 'Saksi', state: 'kosong', note: null },
      ],
      officer,
      further: [],
    };
  },
  tanda_terima: (options) => {
    const masked = options.variant === 'disamarkan';
    return {
      frame: frame({
        ...options,
        frame: {
          sifat: 'Biasa',
          signatures: [
            signature({ position: ['Yang menyerahkan,'], name: '', rank: null, nip: null, digitalField: null }),
            signature({ placeAndDate: 'Contoh, 23 November 2026', position: ['Yang menerima,'] }),
          ],
          ...options.frame,
        },
      }),
      receivedAt: 'hari Senin, 23 November 2026, pukul 09.30 WIB',
      receivedVia: 'Datang langsung',
      reporter: null,
      reporterNote: 'Identitas pelapor dirahasiakan',
      subject: 'Laporan dugaan pelanggaran netralitas pegawai di media sosial',
      items: [
        {
          what: veil(masked, 'Foto layar kiriman warga (JPEG)', 'Disamarkan'),
          amount: countInWords(1),
          size: '412 KB',
          sha256: sha256(wide),
        },
        { what: 'Surat pengantar', amount: countInWords(2), size: null, sha256: null },
      ],
      officer,
      contact: 'Bidang Pengelolaan Informasi, (0736) 000000',
    };
  },
  ba_pengamanan_bukti: (options) => {
    const masked = options.variant === 'disamarkan';
    const shown = shownEvidence({
      ...options,
      frame: {
        signatures: [
          signature({ position: ['Petugas I,'] }),
          signature({
            position: ['Petugas II,'],
            name: secondOfficer.name,
            nip: secondOfficer.nip,
            rank: secondOfficer.rank,
            digitalField: 'Petugas2',
          }),
        ],
        ...options.frame,
      },
    });
    return {
      ...shown,
      occasion,
      assignment: 'Surat Tugas Kepala Dinas Nomor 800.1.11.1/012/KOMINFO/2026',
      officers: [officer, secondOfficer],
      tools: [
        { label: 'Perangkat', value: 'Laptop dinas, nomor inventaris 3.10.02-17', look: 'text' },
        { label: 'Aplikasi', value: 'Netra 0.1.0', look: 'text' },
        { label: 'Jam perangkat', value: 'WIB (UTC+7), selisih 0,4 detik terhadap server waktu', look: 'text' },
      ],
      citations: [...citations],
      details: masked
        ? []
        : [
            {
              number: 'B-1',
              account: '@akun.contoh (Facebook)',
              postedAt: '18 November pukul 14.05',
              method: 'Pengambilan halaman penuh dengan jendela pengambilan',
              fileName: 'B-1-halaman-penuh.png',
              size: '2,1 MB',
              condition: 'Utuh; 3 gambar belum termuat saat diambil',
              visibility: 'Terlihat tanpa masuk (log in) pada 18 November 2026, 14.20 WIB.',
              further: [],
            },
            {
              number: 'B-2',
              account: null,
              postedAt: null,
              method: 'Berkas diserahkan pelapor',
              fileName: 'foto-layar.jpg',
              size: '412 KB',
              condition: 'Utuh sebagaimana diterima',
              visibility: null,
              further: [],
            },
          ],
    };
  },
  ba_verifikasi: (options) => {
    const masked = options.variant === 'disamarkan';
    const file = (number: string, what: string, name: string, bytes: Buffer, computed: string | null) => ({
      number,
      what: veil(masked, what, 'Berkas asli'),
      fileName: masked ? null : name,
      size: masked ? null : '2,1 MB',
      recorded: sha256(bytes),
      computed,
      computedAt: '23 November 2026, 09.41.07 WIB',
      result:
        computed === null
          ? ('tidak_terbaca' as const)
          : computed === sha256(bytes)
            ? ('sama' as const)
            : ('berbeda' as const),
      note: computed === null ? 'Media tidak dapat dibaca' : null,
    });
    const lost = Buffer.from('hilang');
    return {
      frame: frame({ ...options, frame: { sifat: 'Terbatas', ...options.frame } }),
      occasion,
      officers: [officer],
      scope: `seluruh bukti kasus ${REGISTRATION}`,
      tool: 'Netra 0.1.0',
      files: [
        file('B-1', 'Halaman penuh', 'B-1-halaman-penuh.png', tall, sha256(tall)),
        file('B-1', 'Arsip web (WACZ)', 'B-1-arsip-web.wacz', copy, sha256(copy)),
        file('B-2', 'Foto layar kiriman warga', 'B-2-foto-layar.jpg', wide, sha256(emblem)),
        file('B-3', 'Rekaman', 'B-3-rekaman.mp4', lost, null),
      ],
      custody: ['Jejak audit dibaca dari awal: 219 peristiwa, urut, dan setiap tanda tangannya sah.'],
      example: masked ? null : 'B-1-halaman-penuh.png',
    };
  },
  undangan_klarifikasi: (options) => {
    const masked = options.variant === 'disamarkan';
    return {
      frame: frame({
        ...options,
        frame: { number: 'R.800.1.6/045/KOMINFO/XI/2026', signatures: [head], ...options.frame },
      }),
      lampiran: '–',
      hal: 'Permintaan keterangan',
      recipients: [masked ? 'Pegawai yang namanya disamarkan' : `Sdr. ${RESPONDENT}`],
      recipientPlace: 'Tempat',
      invited: null,
      day: 'Rabu, 25 November 2026',
      time: '09.00 WIB',
      place: 'Ruang Rapat Lantai 2, Kantor Dinas Komunikasi dan Informatika',
      before: [officer, secondOfficer],
      purpose:
        'Memberikan keterangan tentang dugaan pelanggaran netralitas pada media sosial tanggal 18 November 2026.',
      bring: ['Kartu tanda pengenal pegawai.', 'Perangkat atau catatan yang berkaitan, bila ada.'],
      citations: [...citations],
      contact: 'Petugas Satu, (0736) 000000',
    };
  },
  ba_klarifikasi: (options) => {
    const masked = options.variant === 'disamarkan';
    return {
      frame: frame({
        ...options,
        frame: {
          signatures: [
            signature({
              position: ['Pemberi keterangan,'],
              name: masked ? '' : RESPONDENT,
              nip: masked ? null : '199001012015031001',
              rank: null,
              digitalField: null,
            }),
            signature({ position: ['Yang meminta keterangan,'] }),
          ],
          ...options.frame,
        },
      }),
      occasion,
      basis: 'Undangan Nomor R.800.1.6/045/KOMINFO/XI/2026 tanggal 23 November 2026',
      examiners: [officer, secondOfficer],
      respondent: masked ? anonymous : respondent,
      allegation: [
        'Dugaan membagikan ajakan memilih salah satu pasangan calon melalui media sosial pada 18 November 2026.',
      ],
      citations: [...citations],
      questions: [
        {
          question: 'Apakah Saudara dalam keadaan sehat dan bersedia memberikan keterangan?',
          answer: 'Ya, saya sehat dan bersedia.',
          lines: 2,
        },
        {
          question:
            'Apakah akun yang ditunjukkan kepada Saudara adalah akun Saudara, dan siapa saja yang dapat memakainya?',
          answer: veil(
            masked,
            'Akun @akun.contoh adalah akun saya. Anak saya juga mengetahui kata sandinya.',
            'Disamarkan.',
          ),
          lines: 4,
        },
        { question: 'Apa yang Saudara ketahui tentang unggahan tanggal 18 November 2026?', answer: null, lines: 5 },
        { question: 'Adakah hal lain yang hendak Saudara sampaikan?', answer: null, lines: 3 },
      ],
      shown: ['Tampilan bukti B-1 (dicetak).'],
      finishedAt: '10.45 WIB',
      refusedToSign: null,
    };
  },
  penerusan: (options) => {
    const masked = options.variant === 'disamarkan';
    const report = sampleReport().model;
    return {
      ...shownEvidence({
        ...options,
        frame: {
          signatures: [
            {
              ...head,
              position: signingPosition({
                position: 'Kepala Dinas Komunikasi dan Informatika',
                acting: null,
                onBehalfOf: 'Wali Kota Contoh',
                through: 'Sekretaris Daerah',
              }),
            },
          ],
          ...options.frame,
        },
      }),
      to: 'bawaslu',
      lampiran: `${countInWords(1)} berkas`,
      hal: 'Penerusan dugaan pelanggaran netralitas pegawai',
      recipients: ['Ketua Badan Pengawas Pemilihan Umum Kota Contoh'],
      recipientPlace: 'Contoh',
      receiversNumber: null,
      citations: [...citations],
      subjects: [veil<Subject>(masked, respondent, anonymous)],
      accounts: masked ? [] : report.accounts,
      acts: [],
      allegations: report.allegations,
      actTime: 'Rabu, 18 November 2026, 14.05 WIB',
      actPlace: 'Grup media sosial yang terbuka',
      account: veil(masked, report.account, ['Disamarkan.']),
    };
  },
  ba_serah_terima: (options) => {
    const masked = options.variant === 'disamarkan';
    return {
      frame: frame({
        ...options,
        frame: {
          signatures: [
            signature({
              position: ['PIHAK KEDUA,'],
              name: outsider.name,
              rank: null,
              nip: null,
              digitalField: 'Penerima',
            }),
            signature({ placeAndDate: 'Contoh, 23 November 2026', position: ['PIHAK PERTAMA,'] }),
          ],
          ...options.frame,
        },
      }),
      occasion,
      from: officer,
      to: outsider,
      purpose: 'penanganan dugaan pelanggaran oleh Badan Pengawas Pemilihan Umum Kota Contoh',
      parcel: {
        fileName: masked ? 'paket-disamarkan.zip' : 'paket-NTR-2026-0007-salinan-untuk-badan-pengawas.zip.age',
        size: '14,2 MB',
        sha256: sha256(Buffer.from('paket')),
        encrypted: 'age, dengan kunci penerima',
        medium: 'Diska lepas, nomor seri CONTOH-01',
      },
      items: [
        {
          number: 'B-1',
          what: veil(masked, 'Halaman penuh', 'Salinan kerja'),
          fileName: masked ? null : 'B-1-halaman-penuh.png',
          size: '2,1 MB',
          sha256: sha256(tall),
          condition: 'Utuh',
        },
        {
          number: 'B-2',
          what: veil(masked, 'Foto layar kiriman warga', 'Salinan kerja'),
          fileName: masked ? null : 'B-2-foto-layar.jpg',
          size: '412 KB',
          sha256: sha256(wide),
          condition: 'Utuh',
        },
      ],
      citations: [],
      remarks: ['Kata sandi paket disampaikan terpisah.'],
      witnesses: [witness('Saksi Pertama'), witness('Saksi Kedua')],
    };
  },
  tanda_terima_harian: (options) => {
    const masked = options.variant === 'disamarkan';
    const items = evidence(false).flatMap((item) => (item.masked ? [] : [item]));
    return {
      frame: frame({
        ...options,
        frame: {
          registration: '23 November 2026',
          sifat: 'Terbatas',
          signatures: [signature({ placeAndDate: 'Contoh, 23 November 2026' })],
          ...options.frame,
        },
      }),
      vaultName: 'Brankas Contoh',
      vaultId: '0193a7c2-0000-7000-8000-000000000001',
      day: 'Senin, 23 November 2026',
      dayInWords: dayInWords(DAY, 'WIB'),
      printedAt: 'Senin, 23 November 2026, 16.02 WIB',
      headBefore: { sequence: 201, hash: sha256(Buffer.from('kemarin')) },
      events: 17,
      items: items.map((item, index) => ({
        number: item.number,
        registration: index === 0 ? REGISTRATION : null,
        what: masked ? null : item.what,
        time: '14.12.45 WIB',
        officer: item.obtainedBy,
        secondHand: item.secondHand,
        warnings: item.warnings,
        sha256: item.sha256,
      })),
      officer,
    };
  },
};

export { DOCUMENT_KIND_NAMES };

/** The default words of a kind. */
export function defaultWording(name: DocumentKindName): Record<string, unknown> {
  return JSON.parse(readResource(wordingFileOf(name)).toString('utf8')) as Record<string, unknown>;
}

export function sampleData<Name extends DocumentKindName>(name: Name, options: SampleOptions = {}): DocumentData<Name> {
  return SAMPLES[name](options);
}

/** The worker's job of a sample, with everything that it reads. */
export function sampleJob(
  name: DocumentKindName,
  options: SampleOptions = {},
): { readonly job: Record<string, unknown>; readonly inputs: Record<string, WorkerInput> } {
  const model = buildDocument(name, sampleData(name, options), defaultWording(name));
  return {
    job: { model, largestAttachmentBytes: 25 * 1024 * 1024, signature: null },
    inputs: {
      ...resourceInputs(),
      ...sampleReport().inputs,
      'original:B-1-halaman-penuh.png': tall,
      'picture:1': tall,
      'picture:2': wide,
      'picture:emblem': emblem,
      'picture:copy': copy,
    },
  };
}
