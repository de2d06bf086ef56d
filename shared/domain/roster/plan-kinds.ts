/** The groups into which an import's plan sorts every row and every person that it touches. */

/** Each row of a plan is exactly one of these. */
export const PLAN_ROW_KINDS = [
  'added',
  /** Something other than unit or agency differs. */
  'changed',
  /** Unit or agency differs, perhaps more. */
  'moved',
  /** Was marked as no longer in the roster, and is there again. */
  'returned',
  'unchanged',
  /** In the directory, within the plan's scope, and not in the file. Kept and marked, never deleted. */
  'gone',
  /** The identity is damaged, but one known person fits: offered for confirmation. */
  'proposed',
  /** Contradicts the directory or another row: the same NIP twice, one NIK with two NIPs. */
  'conflict',
  'refused',
] as const;
export type PlanRowKind = (typeof PLAN_ROW_KINDS)[number];

/** Who counts as gone when the file does not name them. */
export const ROSTER_SCOPES = [
  /** Nobody: the file is an addition. */
  'none',
  /** Those whose unit stands in the file, and whose status does: a list of contract staff does not speak for civil servants. */
  'units',
  /** Everybody: the file is the whole roster. */
  'all',
] as const;
export type RosterScope = (typeof ROSTER_SCOPES)[number];
