/** The first rows of a sheet as they would be taken under the choices of this moment. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import type { RosterSheet } from '#shared/contract/roster-import.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../../bridge/call.ts';
import { fromProposal, type SheetChoice, toMapping } from './choices.ts';

type Row = RosterSheet['sample'][number];

export interface LiveSample {
  readonly rows: readonly Row[];
  /** The first values of each column that is taken, as written, by field. */
  readonly values: RosterSheet['values'];
  readonly updating: boolean;
  readonly error: unknown;
}

/** Ms for which choices must rest: each look goes through the whole file. */
const REST = 400;

/** The reader's own sample until something is changed; then the file is looked into again, once at a time. */
export function useLiveSample(
  file: { readonly token: string; readonly password?: string },
  sheet: RosterSheet,
  choice: SheetChoice,
): LiveSample {
  const wanted = choice.headerRow === null ? '' : JSON.stringify(toMapping(choice));
  const [asked] = useDebouncedValue(wanted, REST);
  const unchanged = JSON.stringify(toMapping(fromProposal(sheet)));
  const changed = asked !== '' && asked !== unchanged && wanted !== unchanged;
  const query = useQuery({
    // The password stays out of the key: keys are kept.
    queryKey: ['roster-import.sample', file.token, asked],
    queryFn: ({ signal }) => inTurn(() => look(file, asked, signal)),
    enabled: changed,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (!changed) return { rows: sheet.sample, values: sheet.values, updating: wanted !== asked, error: null };
  return {
    rows: (query.data ?? sheet).sample,
    values: (query.data ?? sheet).values,
    updating: query.isFetching || wanted !== asked,
    error: query.error,
  };
}

async function look(
  { token, password }: { readonly token: string; readonly password?: string },
  asked: string,
  signal: AbortSignal,
): Promise<Pick<RosterSheet, 'sample' | 'values'>> {
  if (signal.aborted) throw new AppError('CANCELLED');
  const override = JSON.parse(asked) as NonNullable<CallOf<'roster.inspect'>['overrides']>[number];
  const input = { file: token, ...(password !== undefined && { password }), overrides: [override] };
  const { sheets }: OutputOf<'roster.inspect'> = await call('roster.inspect', input);
  return sheets.find(({ name }) => name === override.name) ?? { sample: [], values: {} };
}

let before: Promise<unknown> = Promise.resolve();

/** One reading at a time; those that were overtaken while they waited are not begun. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}
