/** A virtual list of any length as a grid: rows by arrow keys, Enter opens, headings sort, columns are the person's own. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { type Column, type GridColumn, useGridColumns } from './grid-columns.ts';
import { ColumnMenu, GridHead, type Sorting } from './grid-head.tsx';
import './data-grid.css';

export type { Column } from './grid-columns.ts';

/** Height of the headings, px; the same figure stands in data-grid.css. */
const HEAD = 36;

export interface DataGridProps<Row, Sort extends string> extends Sorting<Sort> {
  readonly label: string;
  /** The name under which widths and hidden columns are remembered. */
  readonly list: string;
  readonly columns: readonly Column<Row, Sort>[];
  /** What is left of the columns while the list stands beside a detail. */
  readonly only?: readonly string[] | undefined;
  /** How many rows there are; each is asked for by its index, and may not be here yet. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  /** The row that is open; the list goes to it when it is chosen from elsewhere. */
  readonly selectedKey?: string | undefined;
  /** Where a row stands that is not here yet; -1 when it is not in the list. */
  readonly seek?: (matches: (row: Row) => boolean) => Promise<number>;
  readonly onOpen?: (row: Row) => void;
  /** Escape: where a detail stands beside the list. */
  readonly onLeave?: (() => void) | undefined;
  /** The space bar on a row: where rows are picked. */
  readonly onPick?: (row: Row) => void;
  /** Told of the row that the keys moved to: where a detail follows. */
  readonly onMove?: (row: Row) => void;
  /** Told which rows are on the screen, so that they can be fetched. */
  readonly onRange?: (first: number, last: number) => void;
  readonly empty?: ReactNode;
}

/** The grid. One element has the focus; the row it stands on is said by aria-activedescendant. */
export function DataGrid<Row, Sort extends string>(props: DataGridProps<Row, Sort>): ReactNode {
  const { total, rowAt, onOpen, onRange } = props;
  const name = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rowHeight = useRowHeight();
  const columns = useGridColumns(props.list, props.columns, props.only);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The headings lie above the first row and stay over the rows that scroll.
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  const measured = useRef(rowHeight);
  useEffect(() => {
    // Goes through every row there is: only when they have another height than before.
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtual.measure();
  }, [virtual, rowHeight]);
  const current = Math.min(at, Math.max(0, total - 1));
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setAt(next);
    virtual.scrollToIndex(next);
    const row = rowAt(next);
    if (row !== undefined) props.onMove?.(row);
  };
  useChosen(props, (index) => {
    setAt(index);
    virtual.scrollToIndex(index);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the headings inside are their own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((grid.current?.clientHeight ?? 400) - HEAD) / rowHeight) - 1);
    const to = stepsFrom(current, page, total)[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    }
    const row = rowAt(current);
    if (event.key === 'Enter' && !event.ctrlKey && row !== undefined) onOpen?.(row);
    if (event.key === 'Escape') props.onLeave?.();
    if (event.key === ' ' && row !== undefined && props.onPick !== undefined) {
      event.preventDefault();
      props.onPick(row);
    }
  };
  return (
    <div className="n-grid-frame">
      <div
        ref={grid}
        className="n-grid"
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-colcount={columns.shown.length}
        tabIndex={total > 0 ? 0 : undefined}
        aria-activedescendant={items.some(({ index }) => index === current) ? `${name}-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="n-grid-wide" style={{ minWidth: columns.minWidth }}>
          <GridHead columns={columns} sort={props.sort} onSort={props.onSort} />
          {total > 0 && (
            <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
              {items.map(({ index, start }) => (
                <GridRow
                  key={index}
                  {...props}
                  shown={columns.shown}
                  id={`${name}-${index}`}
                  index={index}
                  active={index === current}
                  style={{ gridTemplateColumns: columns.template, transform: `translateY(${start - HEAD}px)` }}
                  onPress={() => setAt(index)}
                />
              ))}
            </div>
          )}
        </div>
        {total === 0 && (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell">{props.empty}</div>
            </div>
          </div>
        )}
      </div>
      {props.only === undefined && total > 0 && <ColumnMenu columns={columns} />}
    </div>
  );
}

/** Shows the chosen row once, wherever in the list it stands; what is scrolled afterwards is the person's own. */
function useChosen<Row, Sort extends string>(
  { selectedKey, total, rowAt, keyOf, seek }: DataGridProps<Row, Sort>,
  show: (index: number) => void,
): void {
  const shown = useRef<string | undefined>(undefined);
  const filled = total > 0;
  // Looked for when another row is chosen or the list has come, not whenever one of its rows has.
  const look = useEffectEvent((): void => {
    if (!filled || shown.current === selectedKey) return;
    shown.current = selectedKey;
    if (selectedKey === undefined) return;
    const matches = (row: Row | undefined): boolean => row !== undefined && keyOf(row) === selectedKey;
    const here = Array.from({ length: total }, (_, index) => index).find((index) => matches(rowAt(index)));
    if (here !== undefined) show(here);
    else void seek?.(matches).then((there) => there >= 0 && shown.current === selectedKey && show(there), ignore);
  });
  useEffect(() => look(), [selectedKey, filled]);
}

/** The list itself says that its rows could not be fetched. */
const ignore = (): void => undefined;

/** Where each key leads. */
function stepsFrom(current: number, page: number, total: number): Readonly<Record<string, number>> {
  return {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: total - 1,
  };
}

interface RowProps<Row, Sort extends string>
  extends Pick<DataGridProps<Row, Sort>, 'rowAt' | 'keyOf' | 'selectedKey' | 'onOpen'> {
  readonly shown: readonly GridColumn<Row, Sort>[];
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly style: { readonly gridTemplateColumns: string; readonly transform: string };
  readonly onPress: () => void;
}

function GridRow<Row, Sort extends string>({
  shown,
  rowAt,
  keyOf,
  selectedKey,
  onOpen,
  id,
  index,
  active,
  style,
  onPress,
}: RowProps<Row, Sort>): ReactNode {
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
      style={style}
      onClick={() => {
        onPress();
        if (row !== undefined) onOpen?.(row);
      }}
    >
      {shown.map((column, place) => (
        <div key={column.key} role="gridcell" aria-colindex={place + 1} className="n-grid-cell">
          {row === undefined ? <span className="n-meta">…</span> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** 40 px, or 32 px in the dense mode. */
function useRowHeight(): number {
  return document.documentElement.dataset['density'] === 'dense' ? 32 : 40;
}
