/** `netra recap …`: a month or any period in numbers, read or written as a workbook. Its document: `netra document issue rekapitulasi`. */
import { type RecapChoice, recapChoice } from '#shared/contract/recap.ts';
import { printedTable, printedTrend, type Shown } from '#shared/documents/recap-tables.ts';
import { monthPeriod } from '#shared/domain/recap/periods.ts';
import { PUBLIC_WORDS, periodWords, TABLE_WORDS } from '#shared/domain/recap/words.ts';
import { exportRecap } from '../../vault/exports/recap-workbook.ts';
import {
  type Command,
  type CommandCall,
  type CommandOption,
  FORCE_OPTION,
  UsageError,
  VAULT_OPTION,
  VAULT_OPTIONS,
} from '../command.ts';
import { outFile } from '../out-file.ts';
import { withVault } from '../with-vault.ts';

const PERIOD_OPTIONS: readonly CommandOption[] = [
  { name: 'month', value: 'YYYY-MM', help: { id: 'satu bulan', en: 'one month' } },
  { name: 'from', value: 'YYYY-MM-DD', help: { id: 'masa bebas: hari pertama', en: 'any period: its first day' } },
  { name: 'to', value: 'YYYY-MM-DD', help: { id: 'masa bebas: hari terakhir', en: 'any period: its last day' } },
  {
    name: 'public',
    value: null,
    help: { id: 'versi untuk umum: angka kecil tidak ditampilkan', en: 'for the public: small counts are left out' },
  },
];

function choiceOf(call: CommandCall): RecapChoice {
  const month = call.option('month');
  const period =
    month === undefined
      ? { from: call.option('from'), to: call.option('to') }
      : /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
        ? monthPeriod(month)
        : {};
  const choice = recapChoice.safeParse({ ...period, audience: call.has('public') ? 'public' : 'internal' });
  if (choice.success) return choice.data;
  throw new UsageError({
    id: 'berikan --month YYYY-MM, atau --from dan --to sebagai YYYY-MM-DD',
    en: 'give --month YYYY-MM, or --from and --to as YYYY-MM-DD',
  });
}

const show: Command = {
  words: ['recap', 'show'],
  summary: { id: 'rekapitulasi suatu bulan atau masa', en: 'the recap of a month or period' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...PERIOD_OPTIONS],
  run: async (call) => {
    const choice = choiceOf(call);
    return await withVault(call, async (service) => {
      const recap = await service.call('recap.get', choice);
      const parts = recap.tables.flatMap((table) => [
        '',
        TABLE_WORDS[table.key].title[call.language],
        ...linesOf(printedTable(table, call.language).rows),
      ]);
      const trend = printedTrend(recap, call.language);
      const text = [
        periodWords(recap.period, call.language),
        ...(recap.audience === 'public' ? PUBLIC_WORDS[call.language] : []),
        ...parts,
        '',
        ...linesOf([trend.columns, ...trend.rows]),
      ];
      return { good: true, json: recap, text: text.join('\n') };
    });
  },
};

function linesOf(rows: readonly (readonly Shown[])[]): string[] {
  return rows.map((row) => `  ${row.join('  ')}`);
}

const save: Command = {
  words: ['recap', 'save'],
  summary: { id: 'menulis rekapitulasi sebagai .xlsx', en: 'writes the recap as .xlsx' },
  arguments: [{ name: 'OUT.xlsx', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...PERIOD_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const choice = choiceOf(call);
    const out = outFile(call, 0);
    return await withVault(call, async (service) => {
      const written = await exportRecap(choice, out, service.context());
      return { good: true, json: { path: out, ...choice, ...written }, text: `${out}\nSHA-256 ${written.sha256}` };
    });
  },
};

export const recapCommands: readonly Command[] = [show, save];
