/** An attendance sheet as it is printed: numbered names by unit, with room to sign. */
import { Button, Group, Modal } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { Answer } from '../../ui/states.tsx';

type Sheet = OutputOf<'outreach.sheet'>;

/** The sheet over the whole window; the paper shows nothing else. */
export function PrintSheet({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const sheet = useOperation('outreach.sheet', { id });
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={t('outreach.sheets.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Group justify="flex-end" className="n-no-print">
        <Button variant="default" onClick={onClose}>
          {t('common.back')}
        </Button>
        <Button
          leftSection={<IconPrinter size={16} />}
          disabled={sheet.data === undefined}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
      </Group>
      <Answer of={sheet}>{(value) => <Paper of={value} />}</Answer>
    </Modal>
  );
}

function Paper({ of: { sheet, session, rows } }: { of: Sheet }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const times = [session.begins, session.ends]
    .filter((time) => time !== '')
    .map(format.clock)
    .join('–');
  return (
    <article className="n-paper">
      <h1>{t('outreach.sheets.heading')}</h1>
      <p>
        <b>{session.topic}</b>
        <br />
        {[format.calendar(session.day), times, session.place].filter((part) => part !== '').join(', ')}
        <br />
        {t('outreach.sheets.page', { n: sheet.position, number: session.number })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">{t('outreach.column.name')}</th>
            <th scope="col">NIP</th>
            <th scope="col">{t('outreach.column.sign')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const unit = row.unit ?? row.agency ?? '—';
            const before = rows[index - 1];
            const heads = before === undefined || (before.unit ?? before.agency ?? '—') !== unit;
            return (
              <Fragment key={row.number}>
                {heads && (
                  <tr>
                    <th colSpan={4} scope="colgroup">
                      {unit}
                    </th>
                  </tr>
                )}
                <tr>
                  <td>{row.number}</td>
                  <td>{row.name}</td>
                  <td>
                    <Figure>{row.nip}</Figure>
                  </td>
                  <td />
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
