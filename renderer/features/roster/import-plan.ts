/** What the wizard edits: which sheets are taken, and which column becomes which field. */
import type { RosterSheet, SheetMapping } from '#shared/contract/roster.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';

export interface SheetPlan {
  readonly name: string;
  readonly taken: boolean;
  readonly headerRow: number | null;
  /** By column position; a column that is not in it is not taken. */
  readonly fields: ReadonlyMap<number, RosterField>;
  readonly unitFromSheetName: boolean;
}

/** The plan as the reader proposes it: visible sheets with a header row and a name column are taken. */
export function fromProposal(sheet: RosterSheet): SheetPlan {
  const fields = new Map<number, RosterField>();
  for (const { column, field } of sheet.proposal) if (field !== null) fields.set(column, field);
  const hasName = [...fields.values()].includes('name');
  return {
    name: sheet.name,
    taken: sheet.state === 'visible' && sheet.headerRow !== null && hasName,
    headerRow: sheet.headerRow,
    fields,
    unitFromSheetName: false,
  };
}

/** One field comes from one column: choosing it takes it from the column that had it. */
export function withField(plan: SheetPlan, column: number, field: RosterField | null): SheetPlan {
  const fields = new Map([...plan.fields].filter(([other, taken]) => other !== column && taken !== field));
  if (field !== null) fields.set(column, field);
  return { ...plan, fields };
}

/** Whether every taken sheet says where the name is. */
export function isReady(plans: readonly SheetPlan[]): boolean {
  const taken = plans.filter((plan) => plan.taken);
  return (
    taken.length > 0 && taken.every((plan) => plan.headerRow !== null && [...plan.fields.values()].includes('name'))
  );
}

/** The plan as the contract wants it. Only for a plan with a header row. */
export function toMapping(plan: SheetPlan): SheetMapping {
  return {
    name: plan.name,
    headerRow: plan.headerRow ?? 0,
    mapping: [...plan.fields].map(([column, field]) => ({ column, field })),
    unitFromSheetName: plan.unitFromSheetName,
  };
}
