/** A list that is searched, filtered, printed and exported: the line above its rows, and the rows, fetched as they come into view. */
import { type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid, type DataGridProps } from './data-grid.tsx';
import { ExportList } from './export-list.tsx';
import { useFormat } from './format.ts';
import { PrintList, type PaperColumn } from './print-list.tsx';
import { Bones, Problem } from './states.tsx';
import { besideDetail, type FilterChoice, Filters, SearchField } from './tools.tsx';
import type { WindowedRows } from './windowed-rows.ts';

interface ListToolsProps<Row> {
  /** What the printed list is called. */
  readonly title: string;
  readonly search?: ComponentProps<typeof SearchField>;
  readonly filters: readonly FilterChoice[];
  /** How many rows match. */
  readonly total: number;
  /** Of the printed list. */
  readonly columns: readonly PaperColumn<Row>[];
  readonly load: (limit: number) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>;
  /** The list as it is exported; without it the export stands among the children. */
  readonly selection?: ComponentProps<typeof ExportList>['selection'];
  /** The list stands beside a detail: fewer filters. */
  readonly narrow?: boolean;
  /** Printing and exporting as icons: where there is little room. */
  readonly icons?: boolean;
  /** What else is done with the list. */
  readonly children?: ReactNode;
}

/** Search as you type, filters, the count, and what is done with all rows that match. */
export function ListTools<Row>({
  title,
  search,
  filters,
  total,
  columns,
  load,
  selection,
  narrow = false,
  icons = narrow,
  children,
}: ListToolsProps<Row>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const shared = { disabled: total === 0, look: icons ? 'icon' : 'quiet' } as const;
  return (
    <div className="n-tools" role={search && 'search'}>
      {search !== undefined && <SearchField {...search} />}
      <Filters choices={narrow ? besideDetail(filters) : filters} />
      <div className="n-tools-end">
        <span className="n-count" role="status">
          {t('common.found', { n: format.number(total) })}
        </span>
        <PrintList
          title={title}
          columns={columns}
          query={search?.value ?? ''}
          filters={filters}
          load={load}
          {...shared}
        />
        {selection !== undefined && <ExportList selection={selection} {...shared} />}
        {children}
      </div>
    </div>
  );
}

type ListRowsProps<Row, Sort extends string> = Omit<
  DataGridProps<Row, Sort>,
  'total' | 'rowAt' | 'onRange' | 'seek'
> & { readonly rows: WindowedRows<Row> };

/** The rows, what is there before the first answer, and why there is none: what failed is never shown as an empty list. */
export function ListRows<Row, Sort extends string>({ rows, ...grid }: ListRowsProps<Row, Sort>): ReactNode {
  const { total, rowAt, onRange, seek, waiting, error, retry } = rows;
  if (waiting)
    return (
      <div className="n-tools">
        <Bones rows={8} />
      </div>
    );
  return (
    <>
      {error !== null && (
        <div className="n-tools">
          <Problem error={error} retry={retry} />
        </div>
      )}
      {(error === null || total > 0) && (
        <DataGrid<Row, Sort> {...grid} total={total} rowAt={rowAt} onRange={onRange} seek={seek} />
      )}
    </>
  );
}
