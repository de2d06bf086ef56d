/** A report about invented people, with every kind of content that the layout knows. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import {
  type Attachment,
  custodyHeadText,
  type ReportModel,
  reportModelSchema,
} from '#shared/contract/report-model.ts';
import { REPORT_RESOURCES } from '#shared/domain/report/resources.ts';
import type { WorkerInput } from './worker-process.ts';

const resources = new URL('../../../resources/', import.meta.url);

export function resourceInputs(): Record<string, WorkerInput> {
  return Object.fromEntries(
    REPORT_RESOURCES.map(({ input, file }) => [input, { file: fileURLToPath(new URL(file, resources)) }]),
  );
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A plain RGB PNG whose pixels come from `paint`, row by row. */
export function makePng(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number],
): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    rows[at++] = 0;
    for (let x = 0; x < width; x += 1) for (const value of paint(x, y)) rows[at++] = value;
  }
  return makePngFromRows(width, height, deflateSync(rows, { level: 6 }));
}

/** A plain RGB PNG around rows that are compressed already. */
export function makePngFromRows(width: number, height: number, compressed: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', compressed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Something like a page of posts: a bar, cards, lines of grey. */
export function paintPosts(width: number): (x: number, y: number) => readonly [number, number, number] {
  return (x, y) => {
    if (y < 56) return [15, 92, 92];
    const card = Math.floor((y - 56) / 260);
    const inCard = (y - 56) % 260;
    if (x < width * 0.14 || x > width * 0.86 || inCard < 16) return [240, 242, 245];
    if (inCard < 60 && x < width * 0.18) return [(card * 53) % 200, (card * 97) % 180, 150];
    if (
      inCard > 70 &&
      inCard < 190 &&
      x > width * 0.18 &&
      inCard % 22 < 9 &&
      x < width * (0.6 + ((card * 7) % 20) / 100)
    )
      return [70, 75, 80];
    return [255, 255, 255];
  };
}

export function attachmentOf(name: string, bytes: Uint8Array, extra: Partial<Attachment> = {}): Attachment {
  return {
    input: `original:${name}`,
    name,
    mime: 'application/octet-stream',
    description: 'Berkas asli',
    evidenceNumber: '1',
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    relationship: 'Source',
    createdAt: '2026-11-20T07:12:45.000Z',
    ...extra,
  };
}

const LONG_ADDRESS =
  'https://www.contoh-medsos.test/groups/warga-bengkulu-bersatu/permalink/10159876543210987/?comment_id=10159876543219999&reply_comment_id=77&__tn__=R%5D-R&ref=notif';

export interface Sample {
  readonly model: ReportModel;
  readonly inputs: Record<string, WorkerInput>;
  readonly originals: ReadonlyMap<string, Buffer>;
}

let pictures: ReturnType<typeof makePictures> | null = null;

function makePictures() {
  return {
    tall: makePng(1265, 4200, paintPosts(1265)),
    wide: makePng(1280, 720, paintPosts(1280)),
    phone: makePng(390, 844, paintPosts(390)),
  };
}

/** The full kind unless told otherwise. */
export function sampleReport(changes: Partial<ReportModel> = {}): Sample {
  const { tall, wide, phone } = (pictures ??= makePictures());
  const originals = new Map([
    ['B1-halaman-penuh.png', tall],
    ['B1-halaman.mhtml', Buffer.from('From: <Saved by Netra>\r\nSubject: penanda-isi-halaman\r\n\r\n<html>…</html>')],
    ['B2 tangkapan layar é.png', wide],
    ['B3-kosong.txt', Buffer.alloc(0)],
  ]);
  const attachments = [...originals].map(([name, bytes], index) =>
    attachmentOf(name, bytes, {
      mime: name.endsWith('.png') ? 'image/png' : name.endsWith('.mhtml') ? 'multipart/related' : 'text/plain',
      evidenceNumber: String(Math.min(3, index + 1)),
      relationship: name.endsWith('.mhtml') ? 'Data' : 'Source',
    }),
  );
  const inputs: Record<string, WorkerInput> = {
    ...resourceInputs(),
    'picture:1': tall,
    'picture:2': wide,
    'picture:3': phone,
  };
  for (const [name, bytes] of originals) inputs[`original:${name}`] = bytes;
  const hash = sha256(Buffer.from('kepala log'));
  const base: ReportModel = {
    document: 'report',
    kind: 'lengkap',
    draft: false,
    draftReason: null,
    paper: 'A4',
    letterhead: {
      government: 'Pemerintah Kota Contoh',
      agency: 'Dinas Komunikasi dan Informatika',
      addressLines: ['Jalan Merdeka Nomor 1, Kelurahan Contoh, Kecamatan Contoh'],
      phone: '(0736) 000000',
      website: 'diskominfo.contoh.test',
      email: 'diskominfo@contoh.test',
      postalCode: '38000',
      emblem: null,
    },
    title: 'Nota Dinas',
    number: null,
    registration: 'NTR/2026/0007',
    sifat: 'Rahasia',
    lampiran: '1 (satu) berkas',
    hal: 'Laporan dugaan pelanggaran netralitas ASN pada media sosial',
    date: '20 November 2026',
    from: 'Kepala Dinas Komunikasi dan Informatika',
    recipients: ['Inspektur Kota Contoh', 'Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'],
    basis: [
      'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.',
      'Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil.',
      'Surat Tugas Kepala Dinas Komunikasi dan Informatika Nomor 800.1.11.1/012/KOMINFO/2026 tanggal 2 November 2026 tentang pemantauan netralitas pada ruang digital.',
    ],
    subjects: [
      {
        type: 'asn',
        name: 'Dra. Sulastri Contoh, M.Si.',
        nip: '199001012015031001',
        rank: 'Penata Tingkat I – III/d',
        position: 'Analis Kebijakan Ahli Muda',
        unit: 'Sekretariat, Dinas Contoh Sejahtera',
        asOf: '18 November 2026 (data pegawai impor 1 November 2026)',
        identification:
          'Nama, foto profil, dan unit kerja pada profil sama dengan data pegawai; tingkat keyakinan kuat, belum dikonfirmasi pemilik.',
      },
      {
        type: 'ptt',
        name: 'Budi Percobaan',
        nik: '1771010101900001',
        decree: 'SK 814/77/2025',
        position: 'Tenaga administrasi',
        unit: 'Kelurahan Contoh',
        asOf: null,
        identification: null,
      },
      { type: 'account', platform: 'Facebook', account: '@akun.contoh', address: LONG_ADDRESS, identification: null },
    ],
    account: [
      'Pada hari Rabu, 18 November 2026 pukul 14.05 WIB, petugas pemantau menemukan unggahan terbuka pada akun tersebut yang memuat ajakan memilih salah satu pasangan calon. Unggahan dapat dilihat tanpa masuk akun.',
      'Unggahan memuat teks “Ayo dukung nomor urut 2 👍🔥” beserta foto bersama. Pada profil akun tertulis nama dan unit kerja pegawai. Tanda centang ✓ dan huruf asing (Ελληνικά, Русский, العربية, 漢字) dicetak apa adanya bila hurufnya tersedia.',
    ],
    accounts: [
      {
        account: 'Facebook · @akun.contoh',
        address: LONG_ADDRESS,
        person: 'Contoh Pegawai',
        grade: 'Lemah – belum dikonfirmasi',
        established: false,
        basis: ['Ada alasan sebaliknya yang kuat dan belum terjawab.'],
        reasons: [{ what: 'Nama lengkap sama', source: 'data pegawai (nama)', note: 'Tanpa gelar 👍' }],
        counterReasons: [{ what: 'Bantahan yang bersangkutan', source: 'tanpa bukti', note: null }],
      },
    ],
    acts: [
      {
        what: 'Suka atau reaksi',
        who: 'Contoh Pegawai',
        when: '18 November 2026',
        address: LONG_ADDRESS,
        note: 'Jempol pada unggahan',
        sheet: [
          { item: 'Daftar penyuka', required: true, evidence: ['B-0001'], unobtainable: null },
          { item: 'Profil akun yang berbuat', required: true, evidence: [], unobtainable: 'Profil dikunci' },
          { item: 'Unggahan sasaran', required: true, evidence: [], unobtainable: null },
          { item: 'Tampilan tanpa masuk akun', required: false, evidence: [], unobtainable: null },
        ],
      },
    ],
    sections: [
      {
        title: 'Tindakan yang sudah dilakukan',
        paragraphs: [
          'Bukti diambil dengan jendela pengambilan dan disegel. Belum ada permintaan keterangan kepada pihak yang dilaporkan.',
        ],
      },
    ],
    allegations: [
      {
        code: 'D-6',
        text: 'Membuat posting, comment, share, like, bergabung/follow dalam grup/akun pemenangan/calon',
        candidateStatus: 'Pasangan calon sudah ditetapkan',
        actDate: '18 November 2026',
        publicView: 'ya (B-1, B-2); belum diperiksa (B-3)',
        basis: 'Pasal 9 ayat (2) UU 5/2014; Pasal 5 huruf n angka 5 PP 94/2021',
        sanctionReference: 'Hukuman disiplin berat; Pasal 14 huruf i angka 3 dan 4 PP 94/2021',
        verification: 'sumber_sekunder',
        verifiedBy: null,
        sourceUrl: null,
        conflict: null,
      },
      {
        code: 'D-8',
        text: 'Mengadakan kegiatan yang mengarah kepada keberpihakan terhadap partai politik/calon/pasangan calon sebelum, selama, dan sesudah masa kampanye',
        candidateStatus: null,
        actDate: null,
        basis: null,
        sanctionReference: null,
        verification: 'konflik',
        verifiedBy: null,
        sourceUrl: 'https://www.pasal.id/peraturan/uu/uu-no-20-tahun-2023/koreksi/8820536',
        conflict: 'Dua sumber menyebut berat; satu sumber menyebut sedang.',
      },
    ],
    evidence: [
      {
        masked: false,
        number: '1',
        what: 'Unggahan terbuka, halaman penuh',
        address: LONG_ADDRESS,
        obtainedBy: 'Petugas Satu',
        capturedAt: 'Rabu, 18 November 2026, 14.12 WIB',
        capturedAtUtc: '2026-11-18T07:12:45Z',
        sha256: sha256(tall),
        secondHand: false,
        warnings: ['3 dari 41 gambar pada halaman belum termuat'],
        artefacts: [
          { what: 'Tampilan jendela', sha256: sha256(Buffer.from('a')), bytes: 211_004 },
          { what: 'Arsip halaman (MHTML)', sha256: sha256(Buffer.from('b')), bytes: 1_804_221 },
        ],
      },
      {
        masked: false,
        number: '2',
        what: 'Foto layar kiriman warga',
        address: null,
        obtainedBy: 'Petugas Dua',
        capturedAt: 'Kamis, 19 November 2026, 09.40 WIB',
        capturedAtUtc: '2026-11-19T02:40:00Z',
        sha256: sha256(wide),
        secondHand: true,
        warnings: [],
        artefacts: [],
      },
      {
        masked: false,
        number: '3',
        what: 'Status pada ponsel',
        address: 'https://m.contoh-medsos.test/story/1',
        obtainedBy: 'Petugas Satu',
        capturedAt: 'Jumat, 20 November 2026, 08.01 WIB',
        capturedAtUtc: '2026-11-20T01:01:10Z',
        sha256: sha256(phone),
        secondHand: false,
        warnings: [],
        artefacts: [],
      },
    ],
    evidencePages: [
      {
        evidenceNumber: '1',
        caption: [LONG_ADDRESS, 'Rabu, 18 November 2026, 14.12 WIB · oleh Petugas Satu'],
        alternateText: 'Tangkapan layar halaman penuh unggahan pada grup.',
        picture: { input: 'picture:1', widthPixels: 1265, heightPixels: 4200 },
        notes: [{ who: 'Dra. Sulastri Contoh, M.Si.', where: 'unggahan kedua dari atas, kira-kira baris 320–560' }],
      },
      {
        evidenceNumber: '2',
        caption: ['Kamis, 19 November 2026, 09.40 WIB'],
        alternateText: 'Foto layar.',
        picture: { input: 'picture:2', widthPixels: 1280, heightPixels: 720 },
        notes: [],
      },
      {
        evidenceNumber: '3',
        caption: ['Jumat, 20 November 2026, 08.01 WIB'],
        alternateText: 'Status ponsel.',
        picture: { input: 'picture:3', widthPixels: 390, heightPixels: 844 },
        notes: [],
      },
    ],
    custody: [
      { time: '18 Nov 2026 14.12.46 WIB', action: 'Bukti 1 diambil dan disegel', actor: 'Petugas Satu' },
      { time: '19 Nov 2026 09.40.02 WIB', action: 'Bukti 2 diimpor dari berkas', actor: 'Petugas Dua' },
      { time: '20 Nov 2026 08.01.11 WIB', action: 'Bukti 3 diambil dan disegel', actor: 'Petugas Satu' },
      { time: '20 Nov 2026 10.15.30 WIB', action: 'Laporan dibuat', actor: 'Petugas Satu' },
    ],
    custodyHead: { sequence: 218, hash, qrText: custodyHeadText('0193-contoh', 218, hash) },
    attachments,
    limits: ['Unggahan dapat diubah atau dihapus pemiliknya setelah waktu pengambilan.'],
    sealFingerprint: sha256(Buffer.from('sertifikat segel')),
    closing: ['Demikian disampaikan untuk ditindaklanjuti sesuai kewenangan.'],
    signatures: [
      {
        placeAndDate: null,
        position: ['Petugas Pemantau,'],
        name: 'Petugas Satu, S.Kom.',
        rank: 'Penata Muda (III/a)',
        nip: '199505052020121002',
        digitalField: 'Petugas',
      },
      {
        placeAndDate: 'Contoh, 20 November 2026',
        position: ['Kepala Dinas Komunikasi', 'dan Informatika,'],
        name: 'Dr. Kepala Contoh, S.T., M.T.',
        rank: 'Pembina Utama Muda (IV/c)',
        nip: '197001011995031001',
        digitalField: 'Kepala',
      },
    ],
    copies: ['Wali Kota Contoh (sebagai laporan)', 'Sekretaris Daerah Kota Contoh'],
    appVersion: '0.1.0',
    createdAt: '2026-11-20T03:15:30.000Z',
  };
  return { model: reportModelSchema.parse({ ...base, ...changes }), inputs, originals };
}

/** Bytes of a file of the repository. */
export function readResource(file: string): Buffer {
  return readFileSync(fileURLToPath(new URL(file, resources)));
}
