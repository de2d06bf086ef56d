/** `netra roster import`: a roster into a vault. */
import path from 'node:path';
import { z } from 'zod';
import {
  type PlanRow,
  type PlanRowKind,
  rosterImportResult,
  type RosterImportResult,
  rosterPlan,
  type RosterPlan,
  type RowProblem,
  sheetMapping,
  type SheetMapping,
} from '#shared/contract/roster-import.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exportRosterCorrections } from '../../vault/exports/roster-corrections.ts';
import { heldPlan } from '../../vault/roster/import/held-plan.ts';
import { selectEntries } from '../../vault/roster/import/selection.ts';
import type { VaultService } from '../../vault/service.ts';
import { FORCE_OPTION, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall } from '../command.ts';
import { jobValue, requiredArgument, withVault } from '../with-vault.ts';
import { importNotes } from './roster-import-notes.ts';
import { type Asked, askedOf, filePassword, IMPORT_OPTIONS, SHEET_AS_UNIT } from './roster-import-options.ts';
import { pastImportCommands } from './roster-past-imports.ts';
import { readJsonFile } from '../read-json.ts';

/** Rows of a plan that are asked for at a time. */
const PAGE = 1_000;

const importFile: Command = {
  words: ['roster', 'import'],
  summary: { id: 'mengimpor daftar pegawai', en: 'imports a roster' },
  arguments: [{ name: 'FILE', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...IMPORT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const asked = askedOf(call);
    const password = await filePassword(call);
    return await withVault(call, async (service) => {
      const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 0)));
      const plan = await planOf(call, service, { token, password, asked });
      const rows = await allRows(service, plan.planId, ['refused', 'conflict', 'proposed']);
      const doubtful = await allRows(service, plan.planId, [], true);
      const accepted = asked.acceptProposals ? rows.filter(({ kind }) => kind === 'proposed').map(({ id }) => id) : [];
      const chosen = { excludedKinds: asked.exclude, acceptedRows: accepted };
      const save = async () =>
        asked.corrections
          ? await exportRosterCorrections({ planId: plan.planId, path: asked.corrections }, service.context())
          : null;
      const answer = asked.dryRun ? foreseen(service, plan, chosen) : await appliedOr(save, service, plan, chosen);
      const corrections = await save();
      const said = sayer(call);
      const taken = new Set(accepted);
      const rejected = rows.filter(({ id }) => !taken.has(id));
      const json = {
        ...answer,
        planned: plan.counts,
        asOf: plan.asOf,
        scope: plan.scope,
        proposals: rows
          .filter(({ kind }) => kind === 'proposed')
          .map((row) => ({ ...row, accepted: taken.has(row.id) })),
        rejected: rejected.flatMap(({ findings }) => findings.slice(0, 1)).map(said),
        warnings: [...plan.notices, ...doubtful.flatMap(({ findings }) => findings)].map(said),
        dropped: plan.dropped,
        notTaken: plan.notTaken,
        mapping: plan.mapping,
        corrections: corrections === null ? null : { path: asked.corrections, rows: corrections.rows },
      };
      const notes = importNotes(call.language, plan, json.warnings, json.corrections);
      return { good: true, json, text: [...importedLines(call, answer, rejected), ...notes].join('\n') };
    });
  },
};

async function planOf(
  call: CommandCall,
  service: VaultService,
  { token, password, asked }: { readonly token: string; readonly password: string | undefined; readonly asked: Asked },
): Promise<RosterPlan> {
  const opened = { file: token, ...(password === undefined ? {} : { password }) };
  const sheets = await mappingOf(call, service, opened);
  const { asOf, scope } = asked;
  const day = asOf === undefined ? {} : { asOf };
  const started = await service.call('roster.plan', { ...opened, sheets, ...day, ...(scope ? { scope } : {}) });
  return rosterPlan.parse(await jobValue(service, started));
}

/** What is left out and what is confirmed. */
interface Chosen {
  readonly excludedKinds: PlanRowKind[];
  readonly acceptedRows: number[];
}

async function applied(service: VaultService, { planId }: RosterPlan, chosen: Chosen): Promise<RosterImportResult> {
  return rosterImportResult.parse(await jobValue(service, await service.call('roster.apply', { planId, ...chosen })));
}

/** A file of which nothing can be taken needs its corrections most: they are saved before the error is told. */
async function appliedOr(
  save: () => Promise<unknown>,
  service: VaultService,
  plan: RosterPlan,
  chosen: Chosen,
): Promise<RosterImportResult> {
  try {
    return await applied(service, plan, chosen);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ROSTER_NOTHING_TO_IMPORT') await save();
    throw error;
  }
}

type Foreseen = Omit<RosterImportResult, 'importId'> & { readonly importId: string | null };

/** What an import would answer. */
function foreseen(service: VaultService, plan: RosterPlan, chosen: Chosen): Foreseen {
  const context = service.context();
  const input = { planId: plan.planId, excludedRows: [], accounts: true, ...chosen };
  const { added, updated, unchanged, gone, accounts, rejected, excluded } = selectEntries(
    heldPlan(context, plan.planId),
    input,
  );
  const counts = { added: added.length, updated: updated.length, unchanged: unchanged.length, gone: gone.length };
  return { importId: null, file: plan.file, read: plan.read, ...counts, accounts, rejected, excluded };
}

async function allRows(
  service: VaultService,
  planId: string,
  kinds: readonly PlanRowKind[],
  doubtful = false,
): Promise<PlanRow[]> {
  const all: PlanRow[] = [];
  for (let total = Infinity; all.length < total; ) {
    const page = { kinds: [...kinds], doubtful, offset: all.length, limit: PAGE };
    const found = await service.call('roster.planRows', { planId, ...page });
    total = found.rows.length === 0 ? all.length : found.total;
    all.push(...found.rows);
  }
  return all;
}

function sayer(call: CommandCall): (problem: RowProblem) => RowProblem & { readonly message: string } {
  return (problem) => ({ ...problem, message: rowSentence(call.language, problem.code) });
}

/** From the file that was named, else what the inspection proposes. ROSTER_NO_HEADER, ROSTER_SHEET_UNKNOWN. */
async function mappingOf(
  call: CommandCall,
  service: VaultService,
  opened: { readonly file: string; readonly password?: string },
): Promise<SheetMapping[]> {
  const file = call.option('map');
  if (file !== undefined) return readJsonFile(path.resolve(call.directory, file), z.array(sheetMapping));
  const { sheets } = await service.call('roster.inspect', opened);
  const wanted = call.options('sheet');
  const unknown = wanted.find((name) => !sheets.some((sheet) => sheet.name === name));
  if (unknown !== undefined) throw new AppError('ROSTER_SHEET_UNKNOWN', { sheet: unknown });
  const chosen = sheets.filter((sheet) =>
    wanted.length === 0 ? sheet.state === 'visible' : wanted.includes(sheet.name),
  );
  const mapped = chosen.flatMap(({ name, headerRow, proposal, unitFromSheetName, kind }) => {
    const mapping = proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
    const named = unitFromSheetName || call.has(SHEET_AS_UNIT.name);
    return headerRow === null ? [] : [{ name, headerRow, mapping, unitFromSheetName: named, kind }];
  });
  if (mapped.length === 0) throw new AppError('ROSTER_NO_HEADER', { sheet: chosen[0]?.name ?? '' });
  return mapped;
}

function importedLines(call: CommandCall, result: Foreseen, rejected: readonly PlanRow[]): string[] {
  const { read, added, updated, unchanged, gone, accounts, excluded } = result;
  const counts =
    call.language === 'id'
      ? `Dibaca ${read}: ${added} ditambahkan, ${updated} diperbarui, ${unchanged} tetap, ${result.rejected} ditolak; ${gone} tidak lagi tercantum, ${accounts} akun baru, ${excluded} dikecualikan`
      : `Read ${read}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${result.rejected} refused; ${gone} no longer listed, ${accounts} new accounts, ${excluded} left out`;
  const rows = rejected.flatMap(({ findings, proposal }) =>
    findings.slice(0, 1).map((row) => {
      const place = `  ${row.sheet}!${row.column ?? ''}${row.row} ${row.value}`.trimEnd();
      const owner = proposal ? ` → ${proposal.name} ${proposal.nip ?? ''}?` : '';
      return `${place}: ${rowSentence(call.language, row.code)} [${row.code}]${owner}`;
    }),
  );
  return [counts, ...rows];
}

/** The commands around an import. */
export const importCommands: readonly Command[] = [importFile, ...pastImportCommands];
