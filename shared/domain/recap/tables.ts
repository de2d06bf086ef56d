/** The tables of a recap: what each counts, by what, and what of it the public version shows. */
import { CASE_STATUSES } from '../cases/status.ts';
import { FOLLOW_UP_KINDS } from '../hoaxes/states.ts';
import { PUBLIC_REPORT_STATES } from '../public-reports/states.ts';

export const RECAP_TABLES = [
  'casesByUnit',
  'casesByKind',
  'casesByPlatform',
  'casesByStage',
  'casesByAge',
  'personsByStatus',
  'actsByType',
  'reportsByTopic',
  'reportsByChannel',
  'hoaxesByKind',
  'monitoringByUnit',
  'outreachByUnit',
] as const;
export type RecapTableKey = (typeof RECAP_TABLES)[number];

/** What is counted, month by month and in the summary. */
export const RECAP_SERIES = ['cases', 'evidence', 'reports', 'hoaxes', 'looks', 'sessions', 'documents'] as const;
export type RecapSeries = (typeof RECAP_SERIES)[number];

export const AUDIENCES = ['internal', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Row or column of what is not known, not said, or not done. */
export const NONE = '-';
/** Row of what belongs to more than one. */
export const SEVERAL = '+';
/** The one column of a table that is a list. */
export const COUNT = 'count';

export const SOURCES = ['temuan', 'laporan', 'aduan', 'penerusan'] as const;
/** Days since registration of a case that is still open. */
export const AGES = ['30', '60', '90', 'older'] as const;

export interface RecapTableSpec {
  readonly columns: readonly string[];
  /**
   * The columns of the public version; none: the table is left out. Tables of the same things must not share rows or columns
   * there, only their whole total: then nothing can be computed from one by another.
   */
  readonly publicColumns: readonly string[] | null;
  /** The rows' totals are staff numbers, which are known anyway. */
  readonly knownRowTotals: boolean;
  /** All rows, those without a count among them. */
  readonly allRows: boolean;
}

const list: RecapTableSpec = { columns: [COUNT], publicColumns: [COUNT], knownRowTotals: false, allRows: false };
const coverage = { knownRowTotals: true, allRows: true } as const;

export const RECAP_TABLE_SPECS: Readonly<Record<RecapTableKey, RecapTableSpec>> = {
  casesByUnit: { ...list, columns: ['kode_etik', 'disiplin', NONE] },
  casesByKind: list,
  casesByPlatform: list,
  casesByStage: { columns: SOURCES, publicColumns: SOURCES, knownRowTotals: false, allRows: true },
  casesByAge: { columns: AGES, publicColumns: null, knownRowTotals: false, allRows: false },
  personsByStatus: list,
  actsByType: list,
  reportsByTopic: {
    columns: PUBLIC_REPORT_STATES,
    publicColumns: PUBLIC_REPORT_STATES,
    knownRowTotals: false,
    allRows: true,
  },
  reportsByChannel: list,
  hoaxesByKind: {
    columns: [...FOLLOW_UP_KINDS, NONE],
    publicColumns: [...FOLLOW_UP_KINDS, NONE],
    knownRowTotals: false,
    allRows: false,
  },
  monitoringByUnit: { columns: ['checked', 'unchecked'], publicColumns: ['checked', 'unchecked'], ...coverage },
  outreachByUnit: { columns: ['reached', 'unreached'], publicColumns: ['reached', 'unreached'], ...coverage },
};

/** The rows that a table has in a fixed order; the others are ordered by their words. */
export const FIXED_ROWS: Partial<Readonly<Record<RecapTableKey, readonly string[]>>> = {
  casesByStage: CASE_STATUSES,
  casesByAge: CASE_STATUSES,
};

/** Tables whose cells lead to the cases behind them. */
export const CASE_TABLES = ['casesByUnit', 'casesByKind', 'casesByPlatform', 'casesByStage', 'casesByAge'] as const;
export type CaseTable = (typeof CASE_TABLES)[number];
/** Tables whose numbers lead to cases: those of cases, and those of what stands in them. */
export const TO_CASES = [...CASE_TABLES, 'personsByStatus', 'actsByType'] as const;
/** Tables whose numbers lead to the public's reports. */
export const TO_REPORTS = ['reportsByTopic', 'reportsByChannel'] as const;
/** Tables whose numbers lead to hoaxes. */
export const TO_HOAXES = ['hoaxesByKind'] as const;
