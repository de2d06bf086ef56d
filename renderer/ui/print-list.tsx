/** Lists on paper: all rows that match, not only those on the screen, under the words of what was asked, by whom and when. */
import { ActionIcon, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../bridge/queries.ts';
import type { Column } from './data-grid.tsx';
import { useAction } from './dialogs.tsx';
import { useFormat } from './format.ts';
import { useNotify } from './notify.tsx';
import type { FilterChoice } from './tools.tsx';
import './print-list.css';

/** Rows on paper at most: the most that a list operation gives at once. */
const MOST = 1_000;

/** One table of a paper. `total` says how many rows match where not all of them are here. */
export interface PaperTable {
  readonly title?: string;
  /** What is counted, below the title. */
  readonly note?: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly total?: number;
}
interface Paper {
  readonly title: string;
  /** What was asked for, in words. */
  readonly asked: readonly string[];
  readonly tables: readonly PaperTable[];
}

interface PrintLook {
  readonly disabled: boolean;
  /** `quiet` in a line of filters, `icon` where there is little room. */
  readonly look?: 'button' | 'quiet' | 'icon';
}
interface PrintTablesProps extends PrintLook, Omit<Paper, 'tables' | 'asked'> {
  readonly asked?: readonly string[];
  /** Is told how many rows of a list fit at most. */
  readonly load: (limit: number) => Promise<readonly PaperTable[]>;
}

/** The button; its paper is there for as long as the system's dialog is open. */
export function PrintTables({ title, asked = [], load, disabled, look = 'quiet' }: PrintTablesProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [paper, setPaper] = useState<Paper | null>(null);
  useEffect(() => {
    if (paper === null) return;
    window.print();
    setPaper(null);
  }, [paper]);
  const print = (): void =>
    void run(async () => {
      try {
        setPaper({ title, asked, tables: await load(MOST) });
      } catch (error) {
        notify.failed(error);
      }
    });
  const shared = { loading: busy, disabled, onClick: print };
  return (
    <>
      {look === 'icon' ? (
        <ActionIcon size={28} {...shared} aria-label={t('common.print')} title={t('common.print')}>
          <IconPrinter size={16} stroke={1.6} />
        </ActionIcon>
      ) : (
        <Button
          {...(look === 'quiet' ? { variant: 'subtle', color: 'gray', px: 10 } : { variant: 'default' })}
          leftSection={<IconPrinter size={16} />}
          {...shared}
        >
          {t('common.print')}
        </Button>
      )}
      {paper !== null && createPortal(<Sheet {...paper} />, document.body)}
    </>
  );
}

/** A column without what only the grid on the screen needs. */
export type PaperColumn<Row> = Pick<Column<Row, never>, 'key' | 'title' | 'cell'>;
interface PrintListProps<Row> extends PrintLook {
  readonly title: string;
  /** As the grid has them; what only acts on a row is left out by the caller. */
  readonly columns: readonly PaperColumn<Row>[];
  readonly load: (limit: number) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>;
  readonly query?: string;
  readonly filters?: readonly Pick<FilterChoice, 'label' | 'options' | 'value'>[];
}

/** The print button of a list: its title, search and filters, and the rows that match, up to a thousand. */
export function PrintList<Row>({ columns, load, query = '', filters = [], ...rest }: PrintListProps<Row>): ReactNode {
  const { t } = useTranslation();
  const asked = [
    ...(query === '' ? [] : [`${t('common.search')}: “${query}”`]),
    ...filters.flatMap(({ label, value, options }) =>
      value === undefined ? [] : [`${label}: ${options.find((one) => one.value === value)?.label ?? value}`],
    ),
  ];
  return (
    <PrintTables
      {...rest}
      asked={asked}
      load={async (limit) => {
        const { total, rows } = await load(limit);
        return [
          {
            headings: columns.map(({ title }) => title),
            rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
            total,
          },
        ];
      }}
    />
  );
}

function Sheet({ title, asked, tables }: Paper): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: status } = useOperation('vault.status', {});
  const when = format.instant(new Date().toISOString());
  return (
    <article className="n-paper-list">
      <h1>{title}</h1>
      <p>
        {[status?.name, t('common.paper.by', { when, who: status?.user?.name ?? '—' })]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {asked.length > 0 && <p>{asked.join('; ')}</p>}
      {tables.map((table, index) => (
        <Table key={index} {...table} />
      ))}
    </article>
  );
}

function Table({ title, note, headings, rows, total }: PaperTable): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const n = format.number(rows.length);
  return (
    <>
      {title !== undefined && <h2>{title}</h2>}
      {note !== undefined && <p>{note}</p>}
      {total !== undefined && (
        <p>
          {total > rows.length
            ? t('common.paper.cut', { n, total: format.number(total) })
            : t('common.rows', { n: format.number(total) })}
        </p>
      )}
      <table>
        <thead>
          <tr>
            {headings.map((heading, column) => (
              <th key={column} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column} data-long={isLong(cell) || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Whether a word of it, as an address is, would push the other columns off the paper. */
function isLong(cell: ReactNode): boolean {
  return typeof cell === 'string' && /\S{20}/.test(cell);
}
