/** Rows of a plan that need a hand, as a workbook that can be filled in and imported again. */
import { type WriteSheet, writeXlsx } from 'hucre';
import type { PlanRow, RowProblem, SheetMapping } from '#shared/contract/roster-import.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { ROSTER_FIELDS, type RosterField } from '#shared/domain/roster/fields.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { parseEmploymentStatus } from '#shared/domain/roster/status.ts';
import type { UseCaseContext } from '../kernel.ts';
import { heldPlan, type HeldPlan } from '../roster/import/held-plan.ts';
import { describeEntries, isDoubtful, type NumberedEntry } from '../roster/import/plan-rows.ts';
import type { PlanEntry, WrittenCells } from '../roster/import/plan-types.ts';
import { remarksOf } from '../roster/import/remarks.ts';
import { cellText, TEXT_FORMAT } from './cell-text.ts';
import { EVIDENCE_WORDS } from './list-words.ts';
import { ROSTER_HEADINGS } from './roster-headings.ts';
import { headingStyles } from './roster-template.ts';
import { writeExport } from './write-export.ts';

const REASON = { heading: 'ALASAN', width: 60 };
const PROPOSAL = { heading: 'DUGAAN', width: 50 };
const ORIGIN = { heading: 'ASAL', width: 26 };
const BAD_CELL = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFD9B3' } },
  numFmt: TEXT_FORMAT,
} as const;

/** Always there, so that a missing number can be filled in. */
const ALWAYS: readonly RosterField[] = ['nip', 'nik', 'name'];
const ACCOUNT_LINE: ReadonlySet<RosterField> = new Set(['accountPlatform', 'accountHandle', 'accountNote']);

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
    ...(people.length > 0 || accounts.length === 0 ? [sheetOf('Perbaikan', people)] : []),
    ...(accounts.length > 0 ? [sheetOf('Akun', accounts)] : []),
    GUIDE,
  ];
  const written = await writeExport(target.path, context.vault.directory, [await writeXlsx({ sheets })], null);
  const facts = { list: 'roster-corrections', format: 'xlsx', rows: lines.length, sha256: written.sha256 };
  context.write(['custody'], () => ({
    value: undefined,
    entry: { action: 'list.exported', subjectKind: 'vault', subjectId: context.vault.id, facts },
  }));
  return { ...written, rows: lines.length };
}

interface Line {
  readonly cells: WrittenCells;
  readonly bad: ReadonlySet<RosterField>;
  readonly reason: string;
  readonly proposal: string;
  readonly origin: string;
  /** A line of a sheet of accounts. */
  readonly account: boolean;
}

function linesOf(plan: HeldPlan, context: UseCaseContext): Line[] {
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

function lineOf(row: PlanRow, entry: PlanEntry, sheet: SheetMapping | undefined): Line {
  const fields = row.findings.flatMap((finding) => fieldOf(finding, sheet) ?? []);
  const account = sheet?.kind === 'accounts';
  return {
    cells: withSheetName(remarksOf(entry).cells ?? cellsOf(entry), sheet),
    bad: new Set(fields),
    reason: row.findings.map((finding) => reasonOf(finding, sheet)).join(' '),
    proposal: proposalOf(row),
    origin: `${row.sheet ?? ''} baris ${row.row ?? ''}`,
    account,
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

function reasonOf(finding: RowProblem, sheet: SheetMapping | undefined): string {
  const field = fieldOf(finding, sheet);
  const sentence = rowSentence('id', finding.code);
  return field === undefined ? sentence : `${ROSTER_HEADINGS[field].heading}: ${sentence}`;
}

function proposalOf({ proposal }: PlanRow): string {
  if (!proposal) return '';
  const evidence = proposal.evidence.map((kind) => EVIDENCE_WORDS[kind]).join(', ');
  const who = [proposal.name, proposal.nip === null ? '' : `NIP ${proposal.nip}`, proposal.unit ?? ''];
  return `Diduga: ${who.filter((part) => part !== '').join(', ')} (dasar: ${evidence})`;
}

function sheetOf(name: string, lines: readonly Line[]): WriteSheet {
  const used = new Set<string>(lines.flatMap(({ cells }) => Object.keys(cells)));
  const fields = ROSTER_FIELDS.filter(
    (field) => used.has(field) || ALWAYS.includes(field) || (name === 'Akun' && ACCOUNT_LINE.has(field)),
  );
  const columns = [...fields.map((field) => ROSTER_HEADINGS[field]), REASON, PROPOSAL, ORIGIN];
  const cells = headingStyles(columns.length);
  lines.forEach(({ bad }, index) => {
    for (const field of bad) {
      const column = fields.indexOf(field);
      if (column >= 0) cells.set(`${index + 1},${column}`, { style: BAD_CELL });
    }
  });
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: { numFmt: TEXT_FORMAT } })),
    rows: [
      columns.map(({ heading }) => heading),
      ...lines.map((line) => [
        ...fields.map((field) => valueOf(line.cells[field])),
        cellText(line.reason),
        cellText(line.proposal),
        cellText(line.origin),
      ]),
    ],
    cells,
    freezePane: { rows: 1 },
  };
}

/** An empty cell is none: it still has the column's format. */
function valueOf(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : cellText(text);
}

/** As the spreadsheet shows a column, from 0. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

const GUIDE: WriteSheet = {
  name: 'Petunjuk',
  columns: [{ width: 100, style: { numFmt: TEXT_FORMAT } }],
  rows: [
    ['Cara memperbaiki'],
    ['1. Kolom ALASAN menyebutkan apa yang perlu diperbaiki; selnya diberi warna.'],
    ['2. Perbaiki selnya. Kolom NIP dan NIK sudah berformat teks: ketik semua digitnya.'],
    ['3. Bila kolom DUGAAN menyebut seorang pegawai, pastikan orangnya, lalu salin NIP-nya ke kolom NIP.'],
    ['4. Hapus baris yang tidak perlu diimpor. Simpan, lalu impor berkas ini seperti daftar pegawai lainnya.'],
  ],
};
