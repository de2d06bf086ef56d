/** A blank roster workbook: columns that keep their digits, lists to choose from, and how to fill it in. */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { TEXT_FORMAT } from './cell-text.ts';
import { withColumnFormats } from './column-format.ts';
import { EMPLOYMENT_WORDS } from './list-words.ts';
import { ROSTER_HEADINGS } from './roster-headings.ts';
import { writeExport } from './write-export.ts';

/** The last row of a sheet, by the format: lists and checks reach down to it. */
const LAST_ROW = 1_048_576;
/** Rows whose empty cells are text themselves, for programs that do not heed a column's own format. */
const PREPARED_ROWS = 2_000;

const PEOPLE_FIELDS: readonly RosterField[] = [
  'nip',
  'nik',
  'name',
  'sex',
  'birthDate',
  'status',
  'grade',
  'position',
  'positionType',
  'unit',
  'agency',
  'workEmail',
  'workPhone',
];
const ACCOUNT_FIELDS: readonly RosterField[] = [
  'nip',
  'nik',
  'name',
  'unit',
  'accountPlatform',
  'accountHandle',
  'accountLink',
  'accountNote',
];

/** Of PNS, then of PPPK (I to XVII): a list in a cell may have 255 characters, and has fewer. */
const GRADES = [
  ...['I', 'II', 'III', 'IV'].flatMap((group) =>
    ['a', 'b', 'c', 'd', 'e'].filter((room) => room !== 'e' || group === 'IV').map((room) => `${group}/${room}`),
  ),
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'],
];

const CHOICES: Partial<Record<RosterField, readonly string[]>> = {
  sex: ['L', 'P'],
  status: EMPLOYMENT_STATUSES.map((status) => EMPLOYMENT_WORDS[status]),
  grade: GRADES,
  positionType: ['Struktural', 'Fungsional', 'Pelaksana'],
  accountPlatform: ['Facebook', 'Instagram', 'TikTok', 'X', 'YouTube', 'Threads', 'Telegram', 'WhatsApp', 'Lainnya'],
};

/** Exact lengths of numbers: another one is pointed out, not forbidden. */
const LENGTHS: Partial<Record<RosterField, number>> = { nip: 18, nik: 16 };

/** Nothing of the vault is in it, so nothing is recorded. FOLDER_NOT_WRITABLE, FOLDER_INSIDE_VAULT inside the vault's folder. */
export async function exportRosterTemplate(
  target: { readonly path: string },
  vaultDirectory: string | null,
): Promise<ExportedFile> {
  const bytes = await writeXlsx({
    sheets: [formSheet('Pegawai', PEOPLE_FIELDS), formSheet('Akun', ACCOUNT_FIELDS), guideSheet()],
  });
  return await writeExport(target.path, vaultDirectory, [await withColumnFormats(bytes)], null);
}

function formSheet(name: string, fields: readonly RosterField[]): WriteSheet {
  return {
    name,
    columns: fields.map((field) => ({ width: ROSTER_HEADINGS[field].width, style: { numFmt: TEXT_FORMAT } })),
    rows: [fields.map((field) => ROSTER_HEADINGS[field].heading), ...blankRows(fields.length)],
    cells: headingStyles(fields.length),
    freezePane: { rows: 1 },
    dataValidations: fields.flatMap((field, index) => validationsOf(field, index)),
  };
}

function blankRows(columns: number): null[][] {
  return Array.from({ length: PREPARED_ROWS }, () => Array.from({ length: columns }, () => null));
}

/** The headings of so many columns. */
export function headingStyles(columns: number): NonNullable<WriteSheet['cells']> {
  return new Map(Array.from({ length: columns }, (_, column) => [`0,${column}`, { style: HEADING }]));
}
/** Bold on grey, as every heading of our workbooks. */
export const HEADING: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE3E8EE' } },
  numFmt: TEXT_FORMAT,
};

function validationsOf(field: RosterField, index: number): NonNullable<WriteSheet['dataValidations']> {
  const letter = String.fromCharCode(65 + index);
  const range = `${letter}2:${letter}${LAST_ROW}`;
  const choices = CHOICES[field];
  const length = LENGTHS[field];
  const common = { range, allowBlank: true, showErrorMessage: true } as const;
  if (choices)
    return [
      {
        ...common,
        type: 'list',
        values: [...choices],
        // An office may know more than the list: it is asked, not stopped.
        errorStyle: 'warning',
        errorTitle: ROSTER_HEADINGS[field].heading,
        errorMessage: 'Isian ini tidak ada di dalam pilihan. Tetap dipakai?',
      },
    ];
  if (length === undefined) return [];
  return [
    {
      ...common,
      type: 'textLength',
      operator: 'equal',
      formula1: String(length),
      errorStyle: 'warning',
      errorTitle: ROSTER_HEADINGS[field].heading,
      errorMessage: `Panjangnya harus ${length} digit, tanpa spasi. Tetap dipakai?`,
    },
  ];
}

/** The example stands here, one column a line: in this form it is never read as a person. */
const EXAMPLES: Partial<Record<RosterField, readonly [example: string, remark: string]>> = {
  nip: ['199001012015031001', '18 digit. Kosongkan untuk pegawai tanpa NIP.'],
  nik: ['1771010101900001', '16 digit. Diperlukan untuk pegawai tanpa NIP.'],
  name: ['Drs. Budi Contoh, M.Si.', 'Boleh dengan gelar. Wajib diisi.'],
  sex: ['L', 'L atau P.'],
  birthDate: ['01-01-1990', 'Hari-bulan-tahun.'],
  status: ['PNS', 'Pilih dari daftar.'],
  grade: ['III/c', 'Golongan PNS (III/c) atau PPPK (IX).'],
  position: ['Analis Kebijakan', ''],
  positionType: ['Fungsional', ''],
  unit: ['Bidang Pelayanan', 'Bagian, bidang, atau UPT.'],
  agency: ['Dinas Contoh', 'Perangkat daerah (OPD).'],
  workEmail: ['budi@contoh.go.id', 'Hanya surel dinas.'],
  workPhone: ['0736000000', 'Hanya telepon dinas.'],
  accountPlatform: ['Instagram', 'Lembar Akun: satu akun satu baris.'],
  accountHandle: ['@budi.contoh', 'Nama akun atau alamatnya.'],
  accountLink: ['https://www.instagram.com/budi.contoh', 'Alamat profilnya, bila diketahui.'],
  accountNote: ['Menurut rekan sekantor', 'Dari mana akun itu diketahui.'],
};

const RULES = [
  'Isi lembar Pegawai, satu orang satu baris. Lembar Akun boleh dibiarkan kosong.',
  'Kolom NIP dan NIK sudah berformat teks. Jangan diubah menjadi angka: digit terakhirnya akan hilang.',
  'Bila menyalin dari berkas lain, tempelkan nilainya saja (Tempel Khusus > Nilai/Teks).',
  'Judul kolom di baris pertama jangan dihapus. Kolom yang tidak diperlukan boleh dibiarkan kosong.',
  'Jangan menambahkan data lain, seperti agama, alamat rumah, atau nomor rekening: tidak diperlukan dan tidak dibaca.',
];

function guideSheet(): WriteSheet {
  const examples = Object.entries(EXAMPLES).map(([field, [example, remark]]) => [headingOf(field), example, remark]);
  const rows = [
    ['Petunjuk pengisian'],
    ...RULES.map((rule, index) => [`${index + 1}. ${rule}`]),
    [],
    ['Judul kolom', 'Contoh isian', 'Catatan'],
    ...examples,
  ];
  const table = RULES.length + 2;
  return {
    name: 'Petunjuk',
    columns: [20, 30, 60].map((width) => ({ width, style: { numFmt: TEXT_FORMAT } })),
    rows,
    cells: new Map<string, { style: CellStyle }>([
      ['0,0', { style: { font: { name: 'Calibri', size: 11, bold: true } } }],
      ...[0, 1, 2].map((column): [string, { style: CellStyle }] => [`${table},${column}`, { style: HEADING }]),
    ]),
  };
}

function headingOf(field: string): string {
  return Object.entries(ROSTER_HEADINGS).find(([known]) => known === field)?.[1].heading ?? field;
}
