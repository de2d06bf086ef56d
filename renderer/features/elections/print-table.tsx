/** A whole list on paper: the grid on the screen holds only the rows that are seen. There only while the page is printed. */
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Column } from '../../ui/data-grid.tsx';

interface PrintTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row, never>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

export function PrintTable<Row>({ label, columns, rows, keyOf }: PrintTableProps<Row>): ReactNode {
  if (!usePrinting()) return null;
  return (
    <table className="n-print-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, cell }) => (
              <td key={key}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The paper is drawn as soon as the event has been heard.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
