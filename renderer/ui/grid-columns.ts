/** The columns of a grid as a table's model: which are shown, how wide they are, and what is remembered of both. */
import {
  type Column as TableColumn,
  type ColumnDef,
  columnSizingFeature,
  type ColumnSizingState,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { z } from 'zod';
import { useRemembered } from '../bridge/preferences.ts';

export interface Column<Row, Sort extends string> {
  readonly key: string;
  readonly title: string;
  /** The narrowest it is drawn, px; exactly this wide when it does not grow. */
  readonly width: number;
  /** Its share of the room that is left. */
  readonly grow?: number;
  readonly sort?: Sort;
  /** Stays when others are hidden: it says which row this is. */
  readonly always?: boolean;
  /** Not shown until somebody asks for it. */
  readonly hidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Px between two columns, and at the row's two ends; the same figures stand in data-grid.css. */
const GAP = 16;
const ENDS = 24 + 48;
/** No column is pulled narrower or wider than this, px. */
export const NARROWEST = 40;
export const WIDEST = 900;

const layout = z.object({
  sizes: z.record(z.string(), z.number().min(NARROWEST).max(WIDEST)),
  hidden: z.array(z.string()),
});
type Layout = z.infer<typeof layout>;

const features = tableFeatures({ columnSizingFeature, columnVisibilityFeature });
type Features = typeof features;
/** Rows come by their index and stay outside: the table knows columns only. */
type NoRow = Record<string, never>;
const NO_ROWS: NoRow[] = [];

/** A column as the head draws it. */
export interface GridColumn<Row, Sort extends string> extends Column<Row, Sort> {
  /** Px, once somebody has set it. */
  readonly set: number | undefined;
}

export interface GridColumns<Row, Sort extends string> {
  /** What is shown, from left to right. */
  readonly shown: readonly GridColumn<Row, Sort>[];
  /** grid-template-columns of head and rows. */
  readonly template: string;
  /** Below this the grid scrolls sideways inside itself, px. */
  readonly minWidth: number;
  /** All that may be hidden, with their state. */
  readonly choices: readonly { readonly key: string; readonly title: string; readonly shown: boolean }[];
  /** True when something differs from how the list first came. */
  readonly changed: boolean;
  /** While an edge is dragged nothing is remembered yet. */
  preview(key: string, width: number | null): void;
  resize(key: string, width: number): void;
  /** As wide as it first came. */
  unset(key: string): void;
  toggle(key: string): void;
  reset(): void;
}

/**
 * `list` names what is remembered. `only` are the columns that are left while the list stands beside a detail: then
 * the person's own widths and choices rest.
 */
export function useGridColumns<Row, Sort extends string>(
  list: string,
  columns: readonly Column<Row, Sort>[],
  only: readonly string[] | undefined,
): GridColumns<Row, Sort> {
  const first = columns.filter(({ hidden }) => hidden === true).map(({ key }) => key);
  const plain: Layout = { sizes: {}, hidden: first };
  const [saved, remember] = useRemembered(`${list}.columns`, layout, plain);
  const [pulled, setPulled] = useState<ColumnSizingState>({});
  const narrow = only !== undefined;
  const columnSizing = useMemo(() => (narrow ? {} : { ...saved.sizes, ...pulled }), [narrow, saved.sizes, pulled]);
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ key, always }) => [
          key,
          only?.includes(key) ?? (always === true || !saved.hidden.includes(key)),
        ]),
      ),
    [columns, only, saved.hidden],
  );
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { columnSizing, columnVisibility },
  });
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const shown = table.getVisibleLeafColumns().flatMap((leaf) => {
    const column = byKey.get(leaf.id);
    return column === undefined ? [] : [{ ...column, set: setWidth(leaf, columnSizing) }];
  });
  return {
    shown,
    template: shown.map(trackOf).join(' '),
    minWidth: shown.reduce((sum, { set, width }) => sum + (set ?? width) + GAP, ENDS - GAP),
    choices: table
      .getAllLeafColumns()
      .filter((leaf) => leaf.getCanHide())
      .map((leaf) => ({ key: leaf.id, title: byKey.get(leaf.id)?.title ?? leaf.id, shown: leaf.getIsVisible() })),
    changed: Object.keys(saved.sizes).length > 0 || saved.hidden.toSorted().join() !== first.toSorted().join(),
    preview: (key, width) => setPulled(width === null ? {} : { [key]: clamp(width) }),
    resize: (key, width) => {
      setPulled({});
      remember({ ...saved, sizes: { ...saved.sizes, [key]: clamp(width) } });
    },
    unset: (key) =>
      remember({ ...saved, sizes: Object.fromEntries(Object.entries(saved.sizes).filter(([name]) => name !== key)) }),
    toggle: (key) =>
      remember({
        ...saved,
        hidden: saved.hidden.includes(key) ? saved.hidden.filter((name) => name !== key) : [...saved.hidden, key],
      }),
    reset: () => remember(plain),
  };
}

function definitionOf<Row, Sort extends string>(column: Column<Row, Sort>): ColumnDef<Features, NoRow> {
  const { key, title, width, always } = column;
  return { id: key, header: title, size: width, minSize: NARROWEST, maxSize: WIDEST, enableHiding: always !== true };
}

function setWidth(leaf: TableColumn<Features, NoRow>, sizes: ColumnSizingState): number | undefined {
  return sizes[leaf.id] === undefined ? undefined : leaf.getSize();
}

function trackOf({ set, width, grow }: { set: number | undefined; width: number; grow?: number }): string {
  if (set !== undefined) return `${set}px`;
  return grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`;
}

const clamp = (width: number): number => Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
