/** A virtual list of any length as a grid: rows by arrow keys, Enter opens, headings sort. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<Row, Sort extends string> {
  readonly key: string;
  readonly title: string;
  /** A CSS grid track, for example "minmax(160px, 2fr)". */
  readonly track: string;
  readonly sort?: Sort;
  readonly cell: (row: Row) => ReactNode;
}

interface DataGridProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  /** How many rows there are; each is asked for by its index, and may not be here yet. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly selectedKey?: string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly sort?: { readonly by: Sort; readonly descending: boolean };
  readonly onSort?: (by: Sort, descending: boolean) => void;
  /** Told which rows are on the screen, so that they can be fetched. */
  readonly onRange?: (first: number, last: number) => void;
  readonly empty?: ReactNode;
}

/** The grid. One element has the focus; the row it stands on is said by aria-activedescendant. */
export function DataGrid<Row, Sort extends string>(props: DataGridProps<Row, Sort>): ReactNode {
  const { columns, total, rowAt, onOpen, onRange } = props;
  const name = useId();
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rowHeight = useRowHeight();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const current = Math.min(at, Math.max(0, total - 1));
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the sort buttons inside are their own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 400) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    }
    const row = rowAt(current);
    if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
  };
  const template = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') };
  return (
    <div
      className="n-grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      tabIndex={total > 0 ? 0 : undefined}
      aria-activedescendant={items.some(({ index }) => index === current) ? `${name}-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      <Head {...props} template={template} />
      {total === 0 && (
        <div role="row">
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
      <div ref={body} className="n-grid-body" role="rowgroup" hidden={total === 0}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => (
            <GridRow
              key={index}
              {...props}
              id={`${name}-${index}`}
              index={index}
              active={index === current}
              start={start}
              template={template}
              onPress={() => setAt(index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowExtras {
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly start: number;
  readonly template: { readonly gridTemplateColumns: string };
  readonly onPress: () => void;
}

function GridRow<Row, Sort extends string>({
  columns,
  rowAt,
  keyOf,
  selectedKey,
  onOpen,
  id,
  index,
  active,
  start,
  template,
  onPress,
}: DataGridProps<Row, Sort> & RowExtras): ReactNode {
  const row = rowAt(index);
  const selected = row !== undefined && keyOf(row) === selectedKey;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className="n-grid-row"
      data-active={selected || undefined}
      data-cursor={active || undefined}
      data-clickable={onOpen !== undefined || undefined}
      style={{ ...template, transform: `translateY(${start}px)` }}
      onClick={() => {
        onPress();
        if (row !== undefined) onOpen?.(row);
      }}
    >
      {columns.map((column, place) => (
        <div key={column.key} role="gridcell" aria-colindex={place + 1} className="n-grid-cell">
          {row === undefined ? <span className="n-meta">…</span> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function Head<Row, Sort extends string>({
  columns,
  sort,
  onSort,
  template,
}: DataGridProps<Row, Sort> & { template: { gridTemplateColumns: string } }): ReactNode {
  return (
    <div role="rowgroup">
      <div role="row" className="n-grid-head" style={template}>
        {columns.map((column) => {
          const by = column.sort;
          const sorted = by !== undefined && sort?.by === by;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            >
              {by === undefined || onSort === undefined ? (
                column.title
              ) : (
                <SortButton
                  title={column.title}
                  state={sorted ? (sort.descending ? 'descending' : 'ascending') : null}
                  onPress={() => onSort(by, sorted && !sort.descending)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortButton({
  title,
  state,
  onPress,
}: {
  title: string;
  state: 'ascending' | 'descending' | null;
  onPress: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="n-grid-sort"
      onClick={onPress}
      aria-label={state === null ? title : `${title}, ${t(`common.sorted.${state}`)}`}
    >
      {title}
      {state === 'ascending' && <IconArrowUp size={13} />}
      {state === 'descending' && <IconArrowDown size={13} />}
    </button>
  );
}

/** 40 px, or 32 px in the dense mode. */
function useRowHeight(): number {
  return document.documentElement.dataset['density'] === 'dense' ? 32 : 40;
}
