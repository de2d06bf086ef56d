/** The list of hoaxes: searched over claim, number, notes, where it spreads and what the fact check rests on. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { OPEN_HOAX_STATES } from '#shared/domain/hoaxes/states.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { SqlValue, UseCaseContext } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { CLARIFIED_ON, HOAX_FROM, HOAX_SELECT, hoaxRowOf } from './hoax-rows.ts';
import { hoaxesInCell } from '../recap/places.ts';

const OPEN = `h.state IN (${OPEN_HOAX_STATES.map((state) => `'${state}'`).join(', ')})`;

const SORT = {
  number: 'h.sequence',
  firstSeen: 'h.first_seen',
  claim: 'h.claim COLLATE NOCASE',
  state: 'h.state',
  answerDays: `julianday(${CLARIFIED_ON}) - julianday(h.first_seen)`,
} as const;

/** Where a hoax `h` has a word. */
const MATCHES = (term: string): string => `(h.claim LIKE ${term} OR h.notes LIKE ${term}
  OR printf('H-%04d', h.sequence) LIKE ${term}
  OR EXISTS (SELECT 1 FROM hoax_spreads p WHERE p.hoax_id = h.id AND p.removed_at IS NULL
    AND p.platform || ' ' || p.place_name || ' ' || p.address LIKE ${term})
  OR EXISTS (SELECT 1 FROM hoax_sources p WHERE p.hoax_id = h.id AND p.removed_at IS NULL
    AND p.title || ' ' || p.publisher LIKE ${term}))`;

export function listHoaxes(
  input: InputOf<'hoaxes.list'>,
  { database }: Pick<UseCaseContext, 'database'>,
): OutputOf<'hoaxes.list'> {
  const { conditions, parameters } = filtersOf(input);
  if (input.counted !== undefined) {
    conditions.push('h.id IN (SELECT value FROM json_each(@counted))');
    parameters['counted'] = JSON.stringify(hoaxesInCell(input.counted, { database }));
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = database.get(`SELECT count(*) AS total ${HOAX_FROM} ${where}`, parameters);
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = database.all(
    `${HOAX_SELECT} ${where} ORDER BY ${SORT[input.sort]} ${direction} NULLS LAST, h.sequence ${direction}
     LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map(hoaxRowOf) };
}

type Filters = Omit<InputOf<'hoaxes.list'>, 'offset' | 'limit' | 'sort' | 'descending'>;

function filtersOf(input: Filters): { conditions: string[]; parameters: Record<string, SqlValue> } {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const filter = (name: string, value: string | undefined, condition: string): void => {
    if (value === undefined || value === '') return;
    parameters[name] = value;
    conditions.push(condition);
  };
  searchTerms(input.query).forEach((term, index) => filter(`term${index}`, `%${term}%`, MATCHES(`@term${index}`)));
  if (input.openOnly) conditions.push(OPEN);
  filter('state', input.state, 'h.state = @state');
  filter('kind', input.kind, 'coalesce(c.kind, h.kind) = @kind');
  filter('verdict', input.verdict, 'c.verdict = @verdict');
  filter('from', input.from, 'h.first_seen >= @from');
  filter('to', input.to, 'h.first_seen <= @to');
  const holds = (table: string, column: string): string =>
    `EXISTS (SELECT 1 FROM ${table} p WHERE p.hoax_id = h.id AND p.removed_at IS NULL AND p.${column})`;
  filter('followUp', input.followUp, holds('hoax_follow_ups', 'kind = @followUp'));
  filter('platform', input.platform, holds('hoax_spreads', 'platform = @platform'));
  return { conditions, parameters };
}
