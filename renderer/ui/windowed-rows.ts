/** Rows of a long list, fetched in blocks as they come into view. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';

/** Rows per request. */
const BLOCK = 200;

interface Block<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface WindowedRows<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly error: unknown;
  /** Nothing has been answered yet. */
  readonly waiting: boolean;
}

/** Fetches by block; while a new search is on its way the last rows stay on the screen. */
export function useWindowedRows<Row>(
  key: readonly [name: string, input: unknown],
  fetch: (offset: number, limit: number) => Promise<Block<Row>>,
): WindowedRows<Row> {
  const [blocks, setBlocks] = useState<readonly number[]>([0]);
  const queries = useQueries({
    queries: blocks.map((block) => ({
      queryKey: [...key, block],
      queryFn: () => fetch(block * BLOCK, BLOCK),
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
  return {
    total: (head ?? kept.current)?.total ?? 0,
    rowAt,
    onRange,
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    waiting: head === undefined && queries.some(({ isPending }) => isPending),
  };
}
