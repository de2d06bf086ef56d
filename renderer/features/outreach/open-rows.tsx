/** Rows of files that nobody is known for yet: who it is, a guest, or out with a reason. */
import { Button, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutreachOpenRow } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { Figure } from '../../ui/mono.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { QuickPerson } from './quick-person.tsx';

/** The section; nothing where every row is settled. */
export function OpenRowsSection({ rows }: { rows: readonly OutreachOpenRow[] }): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Section title={t('outreach.open.title')}>
      <p className="n-meta">{t('outreach.open.text')}</p>
      <ul className="n-rows n-card n-outreach-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <OpenRow of={row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpenRow({ of: row }: { of: OutreachOpenRow }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'person' | 'drop' | null>(null);
  const { busy, error, run } = useAction();
  const name = row.name === '' ? row.nip : row.name;
  const settle = (as: 'employee' | 'guest', employeeId: string | null): void =>
    void run(async () => {
      await call('outreach.settleRow', { id: row.id, as, employeeId });
    });
  return (
    <div className="n-outreach-row">
      <div className="n-row-text">
        <b className="n-clip">{name}</b>
        <div className="n-meta n-clip">
          {row.nip !== '' && (
            <>
              <Figure>{row.nip}</Figure>{' '}
            </>
          )}
          {row.unit} · {t('outreach.open.line', { file: row.fileName, row: row.row })}
        </div>
        {error !== null && <Problem error={error} />}
      </div>
      <Button variant="default" size="compact-sm" onClick={() => setOpen('person')}>
        {t('outreach.open.person')}
      </Button>
      {row.purpose === 'attendance' && (
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => settle('guest', null)}>
          {t('outreach.open.guest')}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpen('drop')}>
        {t('outreach.open.drop')}
      </Button>
      {open === 'person' && (
        <Modal
          opened
          onClose={() => setOpen(null)}
          title={t('outreach.open.pick')}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <Stack gap="sm">
            <p className="n-meta">
              {name} · {row.unit}
            </p>
            <QuickPerson
              label={t('outreach.open.pick')}
              autoFocus
              onPick={(person) => {
                setOpen(null);
                settle('employee', person.id);
              }}
            />
          </Stack>
        </Modal>
      )}
      {open === 'drop' && (
        <ReasonDialog
          title={t('outreach.open.drop')}
          text={t('outreach.open.dropText')}
          submitLabel={t('outreach.open.drop')}
          danger
          submit={(reason) => call('outreach.settleRow', { id: row.id, as: 'dropped', reason })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
