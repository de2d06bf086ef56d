/** A list at the left of what it opens: how many, what is done with all, search and filters, and a card for each row. */
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { useFormat } from './format.ts';
import { useInView } from './in-view.ts';
import { MoreBelow } from './more-below.tsx';
import type { PagedRows } from './paged-rows.ts';
import { Answer, Problem } from './states.tsx';
import { type FilterChoice, Filters, SearchField } from './tools.tsx';
import './side-list.css';

interface SideListProps<Row> {
  readonly title: string;
  readonly rows: PagedRows<Row>;
  /** Printing, exporting, making a new one. */
  readonly actions: ReactNode;
  readonly search: ComponentProps<typeof SearchField>;
  readonly filters: readonly FilterChoice[];
  /** A filter that is no choice. */
  readonly filter?: ReactNode;
  readonly empty: ReactNode;
  /** A SideRow. */
  readonly children: (row: Row) => ReactNode;
}

/** The whole left side; rows are fetched page after page as its end comes near. */
export function SideList<Row extends { readonly id: string }>({
  title,
  rows: list,
  actions,
  search,
  filters,
  filter,
  empty,
  children,
}: SideListProps<Row>): ReactNode {
  const format = useFormat();
  return (
    <section className="n-side-list" aria-label={title}>
      <div className="n-side-list-head">
        <h1>{title}</h1>
        <span className="n-count" role="status">
          {format.number(list.total)}
        </span>
        {actions}
      </div>
      <div className="n-side-list-tools" role="search">
        <SearchField {...search} />
        <Filters choices={filters} />
        {filter}
      </div>
      <div className="n-side-list-rows">
        <Answer of={list}>
          {({ rows }) => (
            <>
              {rows.length === 0 ? (
                empty
              ) : (
                <ul className="n-rows" onKeyDown={walk}>
                  {rows.map((row) => (
                    <li key={row.id}>{children(row)}</li>
                  ))}
                </ul>
              )}
              {list.isError && <Problem error={list.error} retry={() => void list.refetch()} />}
              {/* Looks anew when something has come: the end may still be near. */}
              {!list.complete && <MoreBelow key={`${rows.length} ${list.busy}`} onNear={list.more} />}
            </>
          )}
        </Answer>
      </div>
    </section>
  );
}

/** One row: its mark above, opened by a press. */
export function SideRow({
  active,
  number,
  mark,
  title,
  onOpen,
  children,
}: {
  /** It is the one beside the list. */
  active: boolean;
  number: string;
  mark: ReactNode;
  title: string;
  onOpen: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <button
      ref={useInView<HTMLButtonElement>(active)}
      type="button"
      className="n-row n-side-row"
      data-active={active || undefined}
      aria-current={active ? 'true' : undefined}
      onClick={onOpen}
    >
      <div className="n-row-text">
        <div className="n-side-row-top">
          <span className="n-mono n-meta n-clip">{number}</span>
          {mark}
        </div>
        <div className="n-clip n-side-row-title">{title}</div>
        {children}
      </div>
    </button>
  );
}

/** The arrow keys, Home and End go from row to row; Enter opens, as on any button. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.n-side-row')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const next = steps[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}
