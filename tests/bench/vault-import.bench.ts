/** Import of a whole roster into a vault (read, plan, write, search index) against SheetJS parsing the same file, no more. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { createTestVault, proposedSheets } from '../support/test-vault.ts';
import { type Figure, median, timed } from './figure.ts';

const HEADINGS = [
  'NO',
  'NIP BARU',
  'NIK',
  'NAMA',
  'JENIS KELAMIN',
  'TANGGAL LAHIR',
  'STATUS',
  'GOL AKHIR NAMA',
  'JABATAN NAMA',
  'JENIS JABATAN NAMA',
  'UNOR NAMA',
  'INSTANSI KERJA NAMA',
];

/** Rows of made-up people, all with valid numbers. */
export function rosterRows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
    const year = 1970 + (Math.floor(index / 336) % 25);
    const serial = String(index % 1000).padStart(3, '0');
    const nip = `${year}${month}${day}${year + 25 + (Math.floor(index / 8_400) % 5)}${String((Math.floor(index / 42_000) % 12) + 1).padStart(2, '0')}${(index % 2) + 1}${serial}`;
    return [
      String(index + 1),
      nip,
      String(1_771_000_000_000_000 + index),
      `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / 7) % SECOND.length]} ${inLetters(index)}, S.E.`,
      index % 2 ? 'P' : 'L',
      `${day}-${month}-${year}`,
      'PNS',
      'III/b',
      `Analis ${index % 40}`,
      'Fungsional',
      `Bidang ${index % 300}`,
      `Dinas ${index % 30}`,
    ];
  });
}
/** A number as a made-up family name: names have no digits. */
function inLetters(index: number): string {
  return `Bin${String(index)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)] ?? '')
    .join('')}`;
}
const SYLLABLES = ['ba', 'da', 'ga', 'ja', 'ka', 'la', 'ma', 'na', 'pa', 'ra'];
const FIRST = ['Budi', 'Sari', 'Tono', 'Rina', 'Agus', 'Dewi', 'Eko', 'Fitri', 'Gita', 'Hadi', 'Indah'];
const SECOND = ['Contoh', 'Teladan', 'Misal', 'Umpama', 'Ibarat', 'Permisalan', 'Semisal'];

export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const count of [10_000, 100_000]) figures.push(await figureOf(count));
  return figures;
}

async function figureOf(count: number): Promise<Figure> {
  const vault = await createTestVault();
  try {
    const bytes = await writeXlsx({ sheets: [{ name: 'Data_Pegawai_PNS', rows: [HEADINGS, ...rosterRows(count)] }] });
    const file = path.join(vault.folder, 'roster.xlsx');
    writeFileSync(file, bytes);
    const { token } = await vault.service.files.addPath(file);
    const sheets = proposedSheets(await vault.service.call('roster.inspect', { file: token }));
    const ours = await timed(async () => {
      await vault.importRoster(token, { sheets });
      await vault.service.call('roster.list', { query: 'budi' });
    });
    const total = (await vault.service.call('roster.list', {})).total;
    if (total < count * 0.95) throw new Error(`only ${total} of ${count} people were imported`);
    const baseline = median([sheetJs(file), sheetJs(file), sheetJs(file)]);
    return {
      figure: `import of ${count} rows into the vault`,
      ours,
      baseline,
      baselineName: 'SheetJS parse alone',
      aim: 1.5,
      unit: 'ms',
    };
  } finally {
    await vault.dispose();
  }
}

/** In a process of its own, as an app would have to: its time without the start of Node. */
function sheetJs(file: string): number {
  const script = `const x=require('@e965/xlsx');const fs=require('fs');const t=performance.now();x.read(fs.readFileSync(process.argv[1]),{dense:true,raw:true});process.stdout.write(String(performance.now()-t));`;
  return Number(
    execFileSync(process.execPath, ['-e', script, file], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      maxBuffer: 1_000_000,
    }).toString(),
  );
}
