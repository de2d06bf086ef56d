/** Operations as queries and mutations; data.changed makes what it names be asked for again. */
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EventPayload } from '#shared/contract/events.ts';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import { call, listen, type MainOperation } from './call.ts';

/** What may be said about one query. */
export interface QueryOptions {
  /** False while its input is not known yet. */
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next one is fetched (search as you type). */
  readonly keep?: boolean;
}

/** The answer of a query operation, cached by name and input. */
export function useOperation<Name extends MainOperation>(
  name: Name,
  input: CallOf<Name>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<Name>> {
  return useQuery<OutputOf<Name>>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep === true && { placeholderData: keepPreviousData }),
  });
}

/** A command; its error is shown by whoever uses it. */
export function useCommand<Name extends MainOperation>(name: Name) {
  return useMutation<OutputOf<Name>, Error, CallOf<Name>>({ mutationFn: (input) => call(name, input) });
}

type Feature = EventPayload<'data.changed'>['features'][number];

/** Which cached answers grow stale when a feature's data changed, by the beginning of the operation's name. */
const STALE: Readonly<Record<Feature, readonly string[]>> = {
  roster: ['roster.', 'home.', 'search.', 'cases.get', 'cases.accounts', 'monitoring.', 'outreach.', 'recap.'],
  cases: [
    'cases.',
    'home.',
    'search.',
    'roster.get',
    'roster.list',
    'roster.proof',
    'evidence.',
    'monitoring.',
    'publicReports.',
    'elections.actCandidates',
    'outreach.taught',
    'recap.',
  ],
  elections: ['elections.', 'search.', 'home.', 'recap.'],
  evidence: [
    'evidence.',
    'secondLooks.',
    'home.',
    'search.',
    'cases.',
    'roster.get',
    'roster.proof',
    'monitoring.',
    'hoaxes.get',
    'publicReports.get',
    'recap.',
  ],
  queue: ['queue.', 'secondLooks.'],
  reports: ['reports.', 'documents.', 'signatures.', 'home.', 'cases.', 'publicReports.get', 'hoaxes.get', 'recap.'],
  settings: [
    'settings.',
    'documents.',
    'signatures.',
    'captureProfiles.',
    'cases.legalReferences',
    'cases.get',
    'hoaxes.',
    'outreach.',
    'publicReports.',
  ],
  handover: ['handover.'],
  monitoring: ['monitoring.', 'search.', 'home.', 'recap.'],
  publicReports: ['publicReports.', 'cases.', 'evidence.', 'hoaxes.get', 'search.', 'home.', 'recap.'],
  hoaxes: ['hoaxes.', 'publicReports.get', 'search.', 'home.', 'recap.'],
  outreach: ['outreach.', 'search.', 'home.', 'recap.'],
  custody: ['custody.'],
  vault: ['vault.', 'home.'],
};

/** Marks stale what the named features' answers stand on. */
export async function refresh(client: QueryClient, features: readonly Feature[]): Promise<void> {
  // The first page and the recap stand on everything.
  const prefixes = [...features.flatMap((feature) => STALE[feature]), 'home.', 'recap.'];
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && prefixes.some((prefix) => name.startsWith(prefix)),
  });
}

/** Keeps the cache true to main's events for as long as the app is mounted. */
export function useLiveData(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stops = [
      listen('data.changed', ({ features }) => void refresh(client, [...features, 'custody'])),
      listen('vault.changed', (status) => {
        client.setQueryData(['vault.status', {}], status);
        if (status.state !== 'unlocked') forgetSecrets(client);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
}

/** Drops every answer that came out of the vault: nothing of it stays in the page after the lock. */
export function forgetSecrets(client: QueryClient): void {
  client.removeQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name !== 'string' || (!name.startsWith('app.') && name !== 'vault.status'),
  });
}
