/** Data of the minutes (berita acara) of every kind. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { sha256 } from '../../unit/report/sample-report.ts';
import {
  REGISTRATION,
  RESPONDENT,
  anonymous,
  citations,
  copy,
  emblem,
  frame,
  occasion,
  officer,
  outsider,
  respondent,
  secondOfficer,
  shownEvidence,
  signature,
  tall,
  veil,
  wide,
  witness,
  type SampleOptions,
} from './material.ts';

export const MINUTES: {
  readonly ba_pengamanan_bukti: (options: SampleOptions) => DocumentData<'ba_pengamanan_bukti'>;
  readonly ba_verifikasi: (options: SampleOptions) => DocumentData<'ba_verifikasi'>;
  readonly ba_klarifikasi: (options: SampleOptions) => DocumentData<'ba_klarifikasi'>;
  readonly ba_serah_terima: (options: SampleOptions) => DocumentData<'ba_serah_terima'>;
} = {
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
};
