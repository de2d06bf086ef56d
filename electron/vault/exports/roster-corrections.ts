/** Rows of a plan that need a hand, as a workbook that can be filled in and imported again. */
import { writeXlsx } from 'hucre';
import type { PlanRow, RowProblem, SheetMapping } from '#shared/contract/roster-import.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { parseEmploymentStatus } from '#shared/domain/roster/status.ts';
import type { UseCaseContext } from '../kernel.ts';
import { heldPlan, type HeldPlan } from '../roster/import/held-plan.ts';
import { describeEntries, isDoubtful, type NumberedEntry } from '../roster/import/plan-rows.ts';
import type { PlanEntry, WrittenCells } from '../roster/import/plan-types.ts';
import { remarksOf } from '../roster/import/remarks.ts';
import { CORRECTION_GUIDE, type CorrectionLine, correctionSheet } from './correction-sheet.ts';
import { EVIDENCE_WORDS } from './list-words.ts';
import { writeExport } from './write-export.ts';

/** ROSTER_PLAN_UNKNOWN, FOLDER_NOT_WRITABLE, FOLDER_INSIDE_VAULT inside the vault's folder. */
export async function exportRosterCorrections(
  target: { readonly planId: string; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile & { readonly rows: number }> {
  const plan = heldPlan(context, target.planId);
  const lines = linesOf(plan, context);
  const people = lines.filter(({ account }) => !account);
  const accounts = lines.filter(({ account }) => account);
  const sheets = [
    ...(people.length > 0 || accounts.length === 0 ? [correctionSheet('Perbaikan', people)] : []),
    ...(accounts.length > 0 ? [correctionSheet('Akun', accounts)] : []),
    CORRECTION_GUIDE,
  ];
  const written = await writeExport(target.path, context.vault.directory, [await writeXlsx({ sheets })], null);
  const facts = { list: 'roster-corrections', format: 'xlsx', rows: lines.length, sha256: written.sha256 };
  context.write(['custody'], () => ({
    value: undefined,
    entry: { action: 'list.exported', subjectKind: 'vault', subjectId: context.vault.id, facts },
  }));
  return { ...written, rows: lines.length };
}

function linesOf(plan: HeldPlan, context: UseCaseContext): CorrectionLine[] {
  const found: NumberedEntry[] = [];
  plan.entries.forEach((entry, id) => {
    if (entry !== null && needsAHand(entry)) found.push({ id, entry });
  });
  const sheets = new Map(plan.mapping.map((sheet) => [sheet.name, sheet]));
  return describeEntries(found, context.database).flatMap((row, index) => {
    const entry = found[index]?.entry;
    return entry ? [lineOf(row, entry, sheets.get(row.sheet ?? ''))] : [];
  });
}

function needsAHand(entry: PlanEntry): boolean {
  return entry.kind === 'refused' || entry.kind === 'conflict' || entry.kind === 'proposed' || isDoubtful(entry);
}

function lineOf(row: PlanRow, entry: PlanEntry, sheet: SheetMapping | undefined): CorrectionLine {
  const reasons = new Map<RosterField | null, string>();
  for (const finding of row.findings) {
    const field = fieldOf(finding, sheet) ?? null;
    reasons.set(field, [reasons.get(field) ?? '', sentenceOf(finding)].join(' ').trim());
  }
  return {
    cells: withSheetName(remarksOf(entry).cells ?? cellsOf(entry), sheet),
    reasons,
    proposal: proposalOf(row),
    origin: `${row.sheet ?? ''} baris ${row.row ?? ''}`,
    account: sheet?.kind === 'accounts',
  };
}

/** What the name of the sheet said about its people has to stand in cells here. */
function withSheetName(cells: WrittenCells, sheet: SheetMapping | undefined): WrittenCells {
  if (sheet?.kind !== 'people') return cells;
  const status = cells.status === undefined ? parseEmploymentStatus(sheet.name) : null;
  const unit = sheet.unitFromSheetName ? { unit: sheet.name, agency: sheet.name } : {};
  return { ...unit, ...(status === null ? {} : { status }), ...cells };
}

/** A row that only contradicts others was read whole: as it was understood. */
function cellsOf({ person }: PlanEntry): WrittenCells {
  if (person === null) return {};
  const values = Object.entries(person).filter(([field, value]) => field !== 'searchName' && value !== null);
  return Object.fromEntries(values);
}

function fieldOf(finding: RowProblem, sheet: SheetMapping | undefined): RosterField | undefined {
  return sheet?.mapping.find(({ column }) => columnLetters(column) === finding.column)?.field;
}

/** A number that stands twice says where it stood first. */
function sentenceOf({ code, params }: RowProblem): string {
  const { firstSheet, firstRow } = params;
  const first = firstRow === undefined ? '' : ` Pertama kali di ${String(firstSheet)} baris ${String(firstRow)}.`;
  return `${rowSentence('id', code)}${first}`;
}

function proposalOf({ proposal }: PlanRow): string {
  if (!proposal) return '';
  const evidence = proposal.evidence.map((kind) => EVIDENCE_WORDS[kind]).join(', ');
  const who = [proposal.name, proposal.nip === null ? '' : `NIP ${proposal.nip}`, proposal.unit ?? ''];
  return `Diduga: ${who.filter((part) => part !== '').join(', ')} (dasar: ${evidence})`;
}

/** As the spreadsheet shows a column, from 0. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
