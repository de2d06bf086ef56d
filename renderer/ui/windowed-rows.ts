/** Rows of a long list, fetched in blocks as they come into view. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';

/** Rows per request. */
const BLOCK = 200;
/** So many blocks at most are looked through for one row. */
const SOUGHT = 50;

interface Block<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface WindowedRows<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  /** Where a row stands, also one that is not here yet; -1 when it is not among the first ten thousand. */
  readonly seek: (matches: (row: Row) => boolean) => Promise<number>;
  readonly error: unknown;
  /** Nothing has been answered yet. */
  readonly waiting: boolean;
  /** Asks again for what failed. */
  readonly retry: () => void;
}

/** Fetches by block; while a new search is on its way the last rows stay on the screen. */
export function useWindowedRows<Row>(
  key: readonly [name: string, input: unknown],
  fetch: (offset: number, limit: number) => Promise<Block<Row>>,
): WindowedRows<Row> {
  const [blocks, setBlocks] = useState<readonly number[]>([0]);
  const client = useQueryClient();
  const request = (block: number) => ({ queryKey: [...key, block], queryFn: () => fetch(block * BLOCK, BLOCK) });
  const queries = useQueries({
    queries: blocks.map((block) => ({
      ...request(block),
      placeholderData: (previous: Block<Row> | undefined) => previous,
    })),
  });
  const kept = useRef<Block<Row> | undefined>(undefined);
  const head = queries[blocks.indexOf(0)]?.data ?? queries.find(({ data }) => data !== undefined)?.data;
  if (head !== undefined) kept.current = head;
  const onRange = useCallback((first: number, last: number) => {
    const wanted = new Set([0, Math.floor(first / BLOCK), Math.floor(last / BLOCK)]);
    setBlocks((before) =>
      before.length === wanted.size && before.every((block) => wanted.has(block)) ? before : [...wanted],
    );
  }, []);
  const rowAt = (index: number): Row | undefined =>
    queries[blocks.indexOf(Math.floor(index / BLOCK))]?.data?.rows[index % BLOCK];
  const seek = async (matches: (row: Row) => boolean): Promise<number> => {
    for (let block = 0; block < SOUGHT; block += 1) {
      const { rows, total } = await client.ensureQueryData(request(block));
      const place = rows.findIndex(matches);
      if (place >= 0) return block * BLOCK + place;
      if ((block + 1) * BLOCK >= total) return -1;
    }
    return -1;
  };
  return {
    total: (head ?? kept.current)?.total ?? 0,
    rowAt,
    onRange,
    seek,
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    waiting: head === undefined && queries.some(({ isPending }) => isPending),
    retry: () => queries.forEach((query) => void (query.isError && query.refetch())),
  };
}
