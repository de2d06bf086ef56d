/** A list that grows as one scrolls: page after page from its beginning, all of them kept. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Answerable } from './states.tsx';

/** Rows per request. */
const PAGE = 500;

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PagedRows<Row> extends Answerable<Page<Row>> {
  /** How many match, also those that are not here yet. */
  readonly total: number;
  /** Fetches the next page; nothing when all are here, something is on its way or the last request failed. */
  readonly more: () => void;
  readonly complete: boolean;
  /** Something is on its way. */
  readonly busy: boolean;
}

/** Fetches by page; while a new search is on its way the last rows stay on the screen. */
export function usePagedRows<Row extends { readonly id: string }>(
  key: readonly [name: string, input: unknown],
  fetch: (offset: number, limit: number) => Promise<Page<Row>>,
): PagedRows<Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => fetch(pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const here = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length === 0 || here >= last.total ? undefined : here;
    },
    select: ({ pages }) => ({ total: pages.at(-1)?.total ?? 0, rows: onceEach(pages.flatMap(({ rows }) => rows)) }),
    placeholderData: keepPreviousData,
  });
  return {
    data: query.data,
    isError: query.isError,
    error: query.error,
    refetch: query.refetch,
    total: query.data?.total ?? 0,
    more: () => {
      if (query.hasNextPage && !query.isFetching && !query.isError) void query.fetchNextPage();
    },
    complete: !query.hasNextPage,
    busy: query.isFetching,
  };
}

/** A row that came in between two requests moves the others on: the same row may then stand on two pages. */
function onceEach<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
