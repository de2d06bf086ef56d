/** Data of the recap of a period: invented numbers, the public version with counts left out. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { monthWords, TABLE_WORDS } from '#shared/domain/recap/words.ts';
import { frame, type SampleOptions, signature } from './material.ts';

export const RECAPS: { readonly rekapitulasi: (options: SampleOptions) => DocumentData<'rekapitulasi'> } = {
  rekapitulasi: (options) => {
    const open = options.variant !== 'disamarkan';
    const small = (count: string): string => (open ? count : '…');
    return {
      frame: frame({
        ...options,
        frame: {
          registration: 'November 2026',
          sifat: open ? 'Terbatas' : 'Biasa',
          signatures: [signature({ placeAndDate: 'Contoh, 1 Desember 2026' })],
          ...options.frame,
        },
      }),
      period: 'November 2026',
      madeAt: 'Selasa, 1 Desember 2026, 08.30.00 WIB',
      summary: {
        columns: ['Uraian', 'November 2026', 'Oktober 2026'],
        rows: [
          ['Kasus (didaftarkan)', '14', '9'],
          ['Bukti (disimpan, tanpa yang ditarik)', '121', '96'],
          ['Laporan masyarakat (diterima)', '31', '18'],
          ['Hoaks (pertama kali terlihat)', '6', small('2')],
        ],
        total: false,
      },
      tables: [
        {
          title: TABLE_WORDS.casesByPlatform.title.id,
          counts: TABLE_WORDS.casesByPlatform.counts.id,
          numbers: {
            columns: ['Platform', 'Jumlah'],
            rows: [
              ['Facebook', small('7')],
              ['Instagram', small('1')],
              ['TikTok', '6'],
              ['Jumlah', '14'],
            ],
            total: true,
          },
        },
        {
          title: TABLE_WORDS.reportsByTopic.title.id,
          counts: TABLE_WORDS.reportsByTopic.counts.id,
          numbers: {
            columns: ['Pokok laporan', 'Tindak lanjut', 'Jumlah'],
            rows: [
              ['Netralitas', 'Baru 3 · Telaah 4 · Pemantauan 5 · Menjadi kasus 8 · Diteruskan 3 · Ditutup 3', '26'],
              ['Hoaks', 'Hoaks 5', '5'],
              [
                'Jumlah',
                'Baru 3 · Telaah 4 · Pemantauan 5 · Menjadi kasus 8 · Diteruskan 3 · Hoaks 5 · Ditutup 3',
                '31',
              ],
            ],
            total: true,
          },
        },
        {
          title: TABLE_WORDS.hoaxesByKind.title.id,
          counts: TABLE_WORDS.hoaxesByKind.counts.id,
          numbers: { columns: ['Jenis', 'Jumlah'], rows: [['Jumlah', '0']], total: true },
        },
      ],
      trend: {
        columns: ['Bulan', 'Kasus', 'Bukti', 'Laporan masyarakat', 'Hoaks'],
        rows: [7, 8, 9, 10, 11].map((month) => [
          monthWords(`2026-${String(month).padStart(2, '0')}`, 'id'),
          String(month),
          String(month * 9),
          String(month + 4),
          small('1'),
        ]),
        total: false,
      },
    };
  },
};
