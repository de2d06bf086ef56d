/** `netra roster …`: look into a file, a blank form, the people of a vault as a list or a file. Importing: roster-import.ts. */
import path from 'node:path';
import type { z } from 'zod';
import { listFormat, listSelection } from '#shared/contract/lists.ts';
import { inspectResultSchema, LAYOUT_QUESTION } from '#shared/contract/roster-job.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { exportList } from '../../vault/exports/list-export.ts';
import { exportRosterTemplate } from '../../vault/exports/roster-template.ts';
import { createFileRegistry } from '../../vault/files/registry.ts';
import { ROSTER_WORKER_LIMITS } from '../../vault/roster/roster-worker.ts';
import { workerInput } from '../../vault/workers/worker-input.ts';
import { runWorker } from '../../vault/workers/run-worker.ts';
import { FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS, wholeNumberOption } from '../command.ts';
import type { Command, CommandCall, CommandOption, CommandOutcome } from '../command.ts';
import { outFile } from '../out-file.ts';
import { requiredArgument, sourceWorkers, withVault } from '../with-vault.ts';
import { importCommands } from './roster-import.ts';
import { filePassword, PASSWORD_OPTION } from './roster-import-options.ts';

type Inspection = z.infer<typeof inspectResultSchema>;

const inspect: Command = {
  words: ['roster', 'inspect'],
  summary: {
    id: 'melihat isi berkas daftar pegawai tanpa mengimpor',
    en: 'looks into a roster file without importing it',
  },
  arguments: [{ name: 'FILE', required: true }],
  options: [PASSWORD_OPTION],
  run: async (call) => {
    const password = await filePassword(call);
    const found = await inspectFile(path.resolve(call.directory, requiredArgument(call, 0)), password);
    return { good: true, json: found, text: inspectedText(call.language, found) };
  },
};

/** Without a vault: what was chosen for a layout before is not known. */
async function inspectFile(file: string, password: string | undefined): Promise<Inspection> {
  const registry = createFileRegistry();
  const source = await registry.open((await registry.addPath(file)).token);
  try {
    const job = {
      kind: 'roster-import',
      job: { mode: 'inspect', ...(password === undefined ? {} : { password }) },
      inputs: { file: workerInput(source) },
      answers: { [LAYOUT_QUESTION]: async () => await Promise.resolve(null) },
      limits: ROSTER_WORKER_LIMITS,
    } as const;
    return inspectResultSchema.parse(await runWorker(job, sourceWorkers()));
  } finally {
    await source.close();
  }
}

const STATES: Readonly<Record<Inspection['sheets'][number]['state'], Readonly<Record<'id' | 'en', string>>>> = {
  visible: { id: 'terlihat', en: 'visible' },
  hidden: { id: 'tersembunyi', en: 'hidden' },
  'very-hidden': { id: 'sangat tersembunyi', en: 'very hidden' },
};

function inspectedText(language: 'id' | 'en', found: Inspection): string {
  const id = language === 'id';
  const lines = found.sheets.flatMap((sheet) => {
    const title = `${sheet.name} (${STATES[sheet.state][language]}, ${sheet.rows} × ${sheet.columns})`;
    if (sheet.headerRow === null)
      return [title, id ? '  judul kolom tidak ditemukan' : '  no row of column headings was found'];
    const left = sheet.notTaken.join(', ');
    return [
      title,
      `  ${id ? 'judul kolom: baris' : 'column headings: row'} ${sheet.headerRow + 1}`,
      ...sheet.proposal.flatMap(({ heading, field, reason }) =>
        field === null ? [] : [`  ${heading} → ${field} [${reason}]`],
      ),
      ...(left === '' ? [] : [`  ${id ? 'tidak diambil' : 'not taken'}: ${left}`]),
    ];
  });
  return [found.format, ...lines].join('\n');
}

const template: Command = {
  words: ['roster', 'template'],
  summary: { id: 'menulis formulir daftar pegawai yang kosong', en: 'writes a blank roster workbook' },
  arguments: [{ name: 'OUT.xlsx', required: true }],
  options: [FORCE_OPTION],
  run: async (call) => {
    const file = outFile(call, 0);
    const { bytes, sha256 } = await exportRosterTemplate({ path: file }, null);
    const text = call.language === 'id' ? `Formulir ditulis ke ${file}` : `The form was written to ${file}`;
    return { good: true, json: { path: file, bytes, sha256 }, text };
  },
};

const SEARCH_OPTIONS: readonly CommandOption[] = [
  { name: 'query', value: 'TEKS', help: { id: 'nama, NIP, jabatan, atau unit', en: 'name, NIP, position or unit' } },
  { name: 'unit', value: 'NAMA', help: { id: 'hanya unit kerja ini', en: 'this unit only' } },
];

function searchOf(call: CommandCall): { query: string; unit?: string } {
  const unit = call.option('unit');
  return { query: call.option('query') ?? '', ...(unit === undefined ? {} : { unit }) };
}

const list: Command = {
  words: ['roster', 'list'],
  summary: { id: 'menampilkan pegawai', en: 'lists people' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    ...SEARCH_OPTIONS,
    { name: 'limit', value: 'N', help: { id: 'paling banyak N baris (200)', en: 'at most N rows (200)' } },
  ],
  run: async (call) => {
    const limit = wholeNumberOption(call, 'limit', 1, 1_000) ?? 200;
    return await withVault(call, async (service): Promise<CommandOutcome> => {
      const found = await service.call('roster.list', { ...searchOf(call), limit });
      return { good: true, json: found, text: listedText(found) };
    });
  },
};

function listedText(found: OutputOf<'roster.list'>): string {
  const rows = found.rows.map((row) =>
    [row.nip ?? row.nik ?? '–', row.name, row.position ?? '', row.unit ?? ''].join('\t'),
  );
  return [`${found.total}`, ...rows].join('\n');
}

const exportPeople: Command = {
  words: ['roster', 'export'],
  summary: { id: 'menulis pegawai ke berkas .xlsx atau CSV', en: 'writes people to an .xlsx or CSV file' },
  arguments: [{ name: 'OUT', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    ...SEARCH_OPTIONS,
    {
      name: 'format',
      value: 'xlsx|csv',
      help: { id: 'bentuk berkas (menurut namanya)', en: 'form of the file (by its name)' },
    },
    FORCE_OPTION,
  ],
  run: async (call) => {
    const file = outFile(call, 0);
    const format = listFormat.safeParse(call.option('format') ?? (/\.csv$/i.test(file) ? 'csv' : 'xlsx'));
    if (!format.success) throw optionTakes('format', listFormat.options);
    const selection = listSelection.parse({ list: 'roster', ...searchOf(call) });
    return await withVault(call, async (service) => {
      const target = { selection, format: format.data, path: file };
      const { rows, bytes, sha256 } = await exportList(target, service.context());
      const text = call.language === 'id' ? `${rows} pegawai ditulis ke ${file}` : `${rows} people written to ${file}`;
      return { good: true, json: { path: file, format: format.data, rows, bytes, sha256 }, text };
    });
  },
};

export const rosterCommands: readonly Command[] = [inspect, ...importCommands, list, exportPeople, template];
