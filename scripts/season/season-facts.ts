/** What a season's vault holds, counted. */
import type { ReadableDatabase } from '../../electron/vault/kernel.ts';

const COUNTED = {
  'people of the roster': 'SELECT count(*) AS count FROM employees',
  offices: 'SELECT count(DISTINCT agency) AS count FROM employees',
  accounts: 'SELECT count(*) AS count FROM accounts',
  cases: 'SELECT count(*) AS count FROM cases',
  'stages that cases are in': 'SELECT count(DISTINCT status) AS count FROM cases',
  'evidence items': 'SELECT count(*) AS count FROM evidence',
  'reports from the public': 'SELECT count(*) AS count FROM public_reports',
  hoaxes: 'SELECT count(*) AS count FROM hoaxes',
  'outreach sessions': 'SELECT count(*) AS count FROM outreach_sessions',
  'monitoring rounds': 'SELECT count(*) AS count FROM monitoring_rounds',
  'looks in rounds': 'SELECT count(*) AS count FROM monitoring_outcomes',
  candidates: 'SELECT count(*) AS count FROM candidates',
  'issued documents': 'SELECT count(*) AS count FROM issued_reports',
  'custody entries': 'SELECT count(*) AS count FROM custody',
} as const satisfies Record<string, string>;

/** By what is counted, in the order in which it is told. */
export function seasonFacts(database: ReadableDatabase): Record<string, number> {
  return Object.fromEntries(
    Object.entries(COUNTED).map(([what, sql]) => [what, Number(database.get(sql)?.['count'] ?? 0)]),
  );
}
