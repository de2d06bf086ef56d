/** `netra roster …`: look into a roster file, import it, list people. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inspectResultSchema } from '#shared/contract/roster-job.ts';
import {
  rosterImportResult,
  type RosterImportResult,
  type RowProblem,
  sheetMapping,
  type SheetMapping,
} from '#shared/contract/roster.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createFileRegistry } from '../../vault/files/registry.ts';
import { ROSTER_WORKER_LIMITS, workerInput } from '../../vault/roster/roster-worker.ts';
import { runWorker } from '../../vault/workers/run-worker.ts';
import type { VaultService } from '../../vault/service.ts';
import { UsageError, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOutcome } from '../command.ts';
import { jobValue, requiredArgument, sourceWorkers, withVault } from '../with-vault.ts';

type Inspection = z.infer<typeof inspectResultSchema>;

const inspect: Command = {
  words: ['roster', 'inspect'],
  summary: {
    id: 'melihat isi berkas daftar pegawai tanpa mengimpor',
    en: 'looks into a roster file without importing it',
  },
  arguments: [{ name: 'FILE', required: true }],
  options: [],
  run: async (call) => {
    const found = await inspectFile(path.resolve(call.directory, requiredArgument(call, 0)));
    return { good: true, json: found, text: inspectedText(found) };
  },
};

async function inspectFile(file: string): Promise<Inspection> {
  const registry = createFileRegistry();
  const source = await registry.open((await registry.addPath(file)).token);
  try {
    const job = {
      kind: 'roster-import',
      job: { mode: 'inspect' },
      inputs: { file: workerInput(source) },
      limits: ROSTER_WORKER_LIMITS,
    } as const;
    return inspectResultSchema.parse(await runWorker(job, sourceWorkers()));
  } finally {
    await source.close();
  }
}

function inspectedText(found: Inspection): string {
  const lines = found.sheets.map((sheet) => {
    const taken = sheet.proposal.flatMap(({ heading, field }) => (field === null ? [] : [`  ${heading} → ${field}`]));
    return [
      `${sheet.name} (${sheet.state}, ${sheet.rows} × ${sheet.columns})`,
      ...taken,
      `  – ${sheet.notTaken.join(', ')}`,
    ].join('\n');
  });
  return [found.format, ...lines].join('\n');
}

const importFile: Command = {
  words: ['roster', 'import'],
  summary: { id: 'mengimpor daftar pegawai', en: 'imports a roster' },
  arguments: [{ name: 'FILE', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'sheet',
      value: 'NAMA',
      repeated: true,
      help: {
        id: 'lembar yang dibaca; semua yang dikenali bila kosong',
        en: 'sheet to read; else all that are recognised',
      },
    },
    {
      name: 'map',
      value: 'FILE',
      help: {
        id: 'berkas JSON berisi pemetaan kolom (bentuk "mapping" pada jawaban)',
        en: 'JSON file with the column mapping (the answer’s "mapping")',
      },
    },
    {
      name: 'dry-run',
      value: null,
      help: { id: 'hanya menunjukkan apa yang akan terjadi', en: 'only shows what would happen' },
    },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 0)));
      const sheets = await mappingOf(call, service, token);
      const started = await service.call('roster.import', { file: token, sheets, dryRun: call.has('dry-run') });
      const result = rosterImportResult.parse(await jobValue(service, started));
      const said = <Row extends RowProblem>(row: Row) => ({ ...row, message: rowSentence(call.language, row.code) });
      const json = { ...result, rejected: result.rejected.map(said), warnings: result.warnings.map(said) };
      return { good: true, json, text: importedText(call, result) };
    }),
};

/** From the file that was named, else what the inspection proposes. ROSTER_NO_HEADER, ROSTER_SHEET_UNKNOWN. */
async function mappingOf(call: CommandCall, service: VaultService, token: string): Promise<SheetMapping[]> {
  const file = call.option('map');
  if (file !== undefined) return readMapping(path.resolve(call.directory, file));
  const { sheets } = await service.call('roster.inspect', { file: token });
  const wanted = call.options('sheet');
  const unknown = wanted.find((name) => !sheets.some((sheet) => sheet.name === name));
  if (unknown !== undefined) throw new AppError('ROSTER_SHEET_UNKNOWN', { sheet: unknown });
  const chosen = sheets.filter((sheet) =>
    wanted.length === 0 ? sheet.state === 'visible' : wanted.includes(sheet.name),
  );
  const mapped = chosen.flatMap(({ name, headerRow, proposal }) =>
    headerRow === null
      ? []
      : [
          {
            name,
            headerRow,
            mapping: proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }])),
            unitFromSheetName: false,
          },
        ],
  );
  if (mapped.length === 0) throw new AppError('ROSTER_NO_HEADER', { sheet: chosen[0]?.name ?? '' });
  return mapped;
}

function readMapping(file: string): SheetMapping[] {
  const name = path.basename(file);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
  }
  const parsed = z.array(sheetMapping).safeParse(content);
  if (!parsed.success)
    throw new AppError('INVALID_INPUT', { field: `${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''}` });
  return parsed.data;
}

function importedText(call: CommandCall, result: RosterImportResult): string {
  const id = call.language === 'id';
  const counts = id
    ? `Dibaca ${result.read}: ${result.added} ditambahkan, ${result.updated} diperbarui, ${result.unchanged} tetap, ${result.rejected.length} ditolak`
    : `Read ${result.read}: ${result.added} added, ${result.updated} updated, ${result.unchanged} unchanged, ${result.rejected.length} refused`;
  const rows = result.rejected.map((row) =>
    `  ${row.sheet}!${row.column ?? ''}${row.row} ${row.value}`
      .trimEnd()
      .concat(`: ${rowSentence(call.language, row.code)} [${row.code}]`),
  );
  return [counts, ...rows].join('\n');
}

const list: Command = {
  words: ['roster', 'list'],
  summary: { id: 'menampilkan pegawai', en: 'lists people' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'query', value: 'TEKS', help: { id: 'nama, NIP, jabatan, atau unit', en: 'name, NIP, position or unit' } },
    { name: 'unit', value: 'NAMA', help: { id: 'hanya unit kerja ini', en: 'this unit only' } },
    { name: 'limit', value: 'N', help: { id: 'paling banyak N baris (200)', en: 'at most N rows (200)' } },
  ],
  run: async (call) => {
    const limit = limitOf(call);
    const unit = call.option('unit');
    return await withVault(call, async (service): Promise<CommandOutcome> => {
      const found = await service.call('roster.list', {
        query: call.option('query') ?? '',
        limit,
        ...(unit === undefined ? {} : { unit }),
      });
      return { good: true, json: found, text: listedText(found) };
    });
  },
};

function limitOf(call: CommandCall): number {
  const limit = Number(call.option('limit') ?? '200');
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    throw new UsageError({
      id: 'opsi --limit harus bilangan bulat 1 sampai 1000',
      en: 'option --limit must be a whole number from 1 to 1000',
    });
  return limit;
}

function listedText(found: OutputOf<'roster.list'>): string {
  const rows = found.rows.map((row) =>
    [row.nip ?? row.nik ?? '–', row.name, row.position ?? '', row.unit ?? ''].join('\t'),
  );
  return [`${found.total}`, ...rows].join('\n');
}

export const rosterCommands: readonly Command[] = [inspect, importFile, list];
