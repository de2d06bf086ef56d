/** A list on paper: all rows that match, not only those on the screen, as one table. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';

/** Rows on paper at most: the most that a list operation gives at once. */
const MOST = 1_000;

interface Sheet {
  readonly total: number;
  readonly rows: readonly (readonly string[])[];
}
interface PrintButtonProps {
  readonly title: string;
  readonly headings: readonly string[];
  readonly load: (limit: number) => Promise<Sheet>;
  readonly disabled: boolean;
}

/** The button; the sheet is there for as long as the system's dialog is open. */
export function PrintButton({ title, headings, load, disabled }: PrintButtonProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  useEffect(() => {
    if (sheet === null) return;
    window.print();
    setSheet(null);
  }, [sheet]);
  const print = (): void =>
    void run(async () => {
      try {
        setSheet(await load(MOST));
      } catch (error) {
        notify.failed(error);
      }
    });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        px={10}
        leftSection={<IconPrinter size={16} />}
        loading={busy}
        disabled={disabled}
        onClick={print}
      >
        {t('common.print')}
      </Button>
      {sheet !== null && createPortal(<Paper title={title} headings={headings} sheet={sheet} />, document.body)}
    </>
  );
}

function Paper({ title, headings, sheet }: Pick<PrintButtonProps, 'title' | 'headings'> & { sheet: Sheet }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-mon-paper">
      <h1>{title}</h1>
      <p>
        {t('monitoring.print.when', { when: format.instant(new Date().toISOString()) })} ·{' '}
        {t('common.found', { n: format.number(sheet.total) })}
      </p>
      {sheet.total > sheet.rows.length && <p>{t('monitoring.print.cut', { n: format.number(sheet.rows.length) })}</p>}
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading}>{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
