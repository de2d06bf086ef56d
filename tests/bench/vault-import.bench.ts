/** Import of a whole roster into a vault (read, plan, write, search index) against SheetJS parsing the same file, no more. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';
import { createTestVault, proposedSheets } from '../support/test-vault.ts';
import { cpuMilliseconds } from './cpu.ts';
import { type Figure, median, timed } from './figure.ts';

/** As the app starts it, not through type stripping: `npm run bench` has built it. */
const BUILT_WORKER = {
  'roster-import': path.resolve(import.meta.dirname, '../../out/main/worker-roster-import.js'),
};

/** Twelve columns, as the SIASN export names them. */
export const HEADINGS = [
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

/** Rows of made-up people, all with valid numbers: no two alike, nothing in them doubtful. */
export function rosterRows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const day = (index % 28) + 1;
    const month = two((Math.floor(index / 28) % 12) + 1);
    const year = 1970 + (Math.floor(index / 336) % 25);
    const isWoman = index % 2 === 1;
    const appointed = `${year + 25 + (Math.floor(index / 8_400) % 5)}${two((Math.floor(index / 42_000) % 12) + 1)}`;
    // Serials go from 001 to 999.
    const serial = String((index % 999) + 1).padStart(3, '0');
    const region = `99${two((Math.floor(index / 9_999) % 99) + 1)}01`;
    const nikSerial = String((index % 9_999) + 1).padStart(4, '0');
    return [
      String(index + 1),
      `${year}${month}${two(day)}${appointed}${isWoman ? 2 : 1}${serial}`,
      `${region}${two(isWoman ? day + 40 : day)}${month}${String(year).slice(2)}${nikSerial}`,
      `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / 7) % SECOND.length]} ${inLetters(index)}, S.E.`,
      isWoman ? 'P' : 'L',
      `${two(day)}-${month}-${year}`,
      'PNS',
      'III/b',
      `Analis ${index % 40}`,
      'Fungsional',
      `Bidang ${index % 300}`,
      `Dinas ${index % 30}`,
    ];
  });
}
function two(value: number): string {
  return String(value).padStart(2, '0');
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
  const vault = await createTestVault({ spawnWorker: forkSpawner({ entries: BUILT_WORKER, execPath: null }) });
  try {
    const file = path.join(vault.folder, 'roster.xlsx');
    makeRoster(file, count);
    const { token } = await vault.service.files.addPath(file);
    const sheets = proposedSheets(await vault.service.call('roster.inspect', { file: token }));
    const cpuBefore = cpuMilliseconds();
    const ours = await timed(async () => {
      await vault.importRoster(token, { sheets });
      await vault.service.call('roster.list', { query: 'budi' });
    });
    const cpu = cpuBefore === null ? null : (cpuMilliseconds() ?? 0) - cpuBefore;
    const total = (await vault.service.call('roster.list', {})).total;
    if (total !== count) throw new Error(`${total} of ${count} people were imported`);
    const parses = [sheetJs(file), sheetJs(file), sheetJs(file)];
    return {
      figure: `import of ${count} rows into the vault`,
      ours,
      baseline: median(parses.map(({ milliseconds }) => milliseconds)),
      baselineName: 'SheetJS parse alone',
      aim: 1.5,
      unit: 'ms',
      ...(cpu !== null && {
        note: `CPU time of vault and worker ${cpu} ms, of the parse ${median(parses.map((parse) => parse.cpu)).toFixed(0)} ms`,
      }),
    };
  } finally {
    await vault.dispose();
  }
}

/** In a process of its own: a hundred thousand rows left behind would be collected while the import is measured. */
function makeRoster(file: string, count: number): void {
  const program = path.join(import.meta.dirname, 'make-roster.ts');
  execFileSync(process.execPath, ['--no-warnings', program, file, String(count)]);
}

const PARSE = `
const { read } = require('@e965/xlsx');
const bytes = require('fs').readFileSync(process.argv[1]);
const [start, used] = [performance.now(), process.cpuUsage()];
read(bytes, { dense: true, raw: true });
const { user, system } = process.cpuUsage(used);
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - start, cpu: (user + system) / 1000 }));`;
const parsed = z.object({ milliseconds: z.number(), cpu: z.number() });

/** In a process of its own, as an app would have to: its time without the start of Node. */
function sheetJs(file: string): z.output<typeof parsed> {
  const answer = execFileSync(process.execPath, ['-e', PARSE, file], {
    cwd: path.resolve(import.meta.dirname, '../..'),
  });
  return parsed.parse(JSON.parse(answer.toString()));
}
