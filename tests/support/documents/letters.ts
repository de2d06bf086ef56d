/** Data of the letters and of the report to the inspectorate. */
import type { Subject } from '#shared/contract/report-model.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { signingPosition } from '#shared/domain/text/signing-position.ts';
import { countInWords } from '#shared/domain/text/terbilang.ts';
import { sampleReport } from '../../unit/report/sample-report.ts';
import {
  DOCUMENT_ID,
  shownEvidence,
  RESPONDENT,
  anonymous,
  citations,
  evidence,
  frame,
  head,
  officer,
  pages,
  respondent,
  secondOfficer,
  veil,
  type SampleOptions,
} from './material.ts';

export const LETTERS: {
  readonly laporan_inspektorat: (options: SampleOptions) => DocumentData<'laporan_inspektorat'>;
  readonly undangan_klarifikasi: (options: SampleOptions) => DocumentData<'undangan_klarifikasi'>;
  readonly penerusan: (options: SampleOptions) => DocumentData<'penerusan'>;
  readonly surat_jawaban: (options: SampleOptions) => DocumentData<'surat_jawaban'>;
} = {
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
  surat_jawaban: (options) => ({
    frame: frame({
      ...options,
      frame: {
        number: 'B.800.1.6/046/KOMINFO/XI/2026',
        registration: 'ADU/012/XI/2026',
        signatures: [head],
        ...options.frame,
      },
    }),
    completion: true,
    lampiran: '–',
    hal: 'Permintaan kelengkapan laporan',
    recipients: ['Pelapor pada registrasi ADU/012/XI/2026'],
    recipientPlace: 'Tempat',
    receivedAt: 'Jumat, 20 November 2026',
    subject: 'Unggahan akun pegawai pada masa kampanye',
    answer: [
      'Laporan telah kami terima dan sedang ditelaah. Agar dapat ditindaklanjuti, mohon dilengkapi hal berikut.',
    ],
    missing: ['Waktu kejadian', 'Bukti (rekaman, video, gambar, atau tautan)'],
    until: 'Kamis, 26 November 2026',
    contact: '0736-000000',
  }),
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
};
