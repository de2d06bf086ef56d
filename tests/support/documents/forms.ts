/** Data of the forms and receipts. */
import type { Subject } from '#shared/contract/report-model.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { dayInWords } from '#shared/domain/text/local-time.ts';
import { countInWords } from '#shared/domain/text/terbilang.ts';
import { sha256 } from '../../unit/report/sample-report.ts';
import {
  DAY,
  LONG_ADDRESS,
  REGISTRATION,
  anonymous,
  evidence,
  frame,
  officer,
  respondent,
  signature,
  veil,
  wide,
  type SampleOptions,
} from './material.ts';

export const FORMS: {
  readonly formulir_laporan: (options: SampleOptions) => DocumentData<'formulir_laporan'>;
  readonly tanda_terima: (options: SampleOptions) => DocumentData<'tanda_terima'>;
  readonly tanda_terima_harian: (options: SampleOptions) => DocumentData<'tanda_terima_harian'>;
  readonly lembar_klarifikasi: (options: SampleOptions) => DocumentData<'lembar_klarifikasi'>;
} = {
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
  lembar_klarifikasi: (options) => ({
    frame: frame({
      ...options,
      frame: {
        registration: 'H-0007',
        sifat: 'Biasa',
        signatures: [signature({ placeAndDate: 'Contoh, 23 November 2026' })],
        ...options.frame,
      },
    }),
    office: 'Dinas Komunikasi dan Informatika',
    claim: 'Pemungutan suara di Kota Contoh ditunda sampai tahun depan karena surat suara habis.',
    verdict: 'HOAKS',
    kind: { name: 'Konten palsu', explanation: 'Seluruhnya dibuat-buat untuk mengecoh.' },
    firstSeen: '20 November 2026',
    checkedOn: '22 November 2026',
    checkedBy: 'Petugas Contoh',
    platforms: ['Facebook', 'WhatsApp'],
    facts: [
      'Pemungutan suara di Kota Contoh tetap dilaksanakan sesuai jadwal. Surat suara telah diterima seluruhnya.',
      'Surat edaran yang ditunjukkan dalam pesan itu tidak pernah diterbitkan.',
    ],
    advice: 'Jangan meneruskan pesan tersebut.',
    sources: [
      {
        publisher: 'KPU Kota Contoh',
        title: 'Jadwal pemungutan suara tidak berubah',
        date: '21 November 2026',
        address: 'https://kpu.contoh.example/jadwal-tidak-berubah',
      },
      { publisher: 'Kantor', title: 'Keterangan gudang logistik', date: null, address: null },
    ],
    channels: ['diskominfo.contoh.example, (0736) 000000', 'Kanal aduan contoh 0800-000-0000'],
  }),
};
