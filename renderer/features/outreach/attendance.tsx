/** Who was there: typed in by name or NIP, by the unit, from a file; guests apart; withdrawn with a reason. */
import { Button, Checkbox, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconUserQuestion, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutreachAttendee, OutreachSessionRow } from '#shared/contract/outreach.ts';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { PrintList } from '../../ui/print-list.tsx';
import { Answer } from '../../ui/states.tsx';
import { SearchField } from '../../ui/tools.tsx';
import { FileDialog } from './file-dialog.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { QuickPerson } from './quick-person.tsx';
import { UnitDialog } from './unit-dialog.tsx';

/** Rows that are shown; the search finds the others. */
const SHOWN = 200;

/** The section; nothing can be noted before the session was held. */
export function AttendanceSection({ session }: { session: OutreachSessionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const held = session.state === 'held';
  return (
    <Section title={t('outreach.attendance.title')} actions={held ? <Ways session={session} /> : undefined}>
      <div className="n-card n-outreach-list">
        {held ? (
          <>
            <div className="n-outreach-add">
              <Add sessionId={session.id} />
              <span className="n-count" role="status">
                {t('outreach.attendance.count', {
                  n: format.number(session.attended),
                  guests: format.number(session.guests),
                })}
              </span>
            </div>
            <List session={session} />
          </>
        ) : (
          <p className="n-plain-row n-quiet">{t('outreach.attendance.notHeld')}</p>
        )}
      </div>
    </Section>
  );
}

function Add({ sessionId }: { sessionId: string }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const add = (person: EmployeeRow): void => {
    call('outreach.addAttendance', { sessionId, employeeIds: [person.id] }).then(
      ({ added }) =>
        notify.done(
          t(added === 1 ? 'outreach.attendance.added' : 'outreach.attendance.already', { name: person.name }),
        ),
      notify.failed,
    );
  };
  return <QuickPerson label={t('outreach.attendance.add')} onPick={add} />;
}

function Ways({ session }: { session: OutreachSessionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'unit' | 'file' | 'guest' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Group gap="xs">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-md" rightSection={<IconChevronDown size={14} />}>
            {t('outreach.attendance.submit')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => setOpen('unit')}>
            {t('outreach.attendance.unit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => setOpen('file')}>
            {t('outreach.attendance.file')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserQuestion size={16} />} onClick={() => setOpen('guest')}>
            {t('outreach.attendance.guest')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PrintList<OutreachAttendee>
        title={`${t('outreach.attendance.title')}: ${session.topic}, ${format.calendar(session.day)}`}
        columns={[
          { key: 'name', title: t('outreach.column.name'), cell: (row) => row.name },
          { key: 'nip', title: 'NIP', cell: (row) => <Figure>{row.nip}</Figure> },
          { key: 'unit', title: t('outreach.column.unit'), cell: (row) => row.unit ?? row.agency ?? '' },
          {
            key: 'how',
            title: t('outreach.column.kind'),
            cell: (row) =>
              row.employeeId === null ? t('outreach.attendance.guestMark') : t(`outreach.source.${row.source}`),
          },
        ]}
        load={(limit) => call('outreach.attendance', { sessionId: session.id, limit })}
        disabled={session.attended + session.guests === 0}
        look="icon"
      />
      <ExportList
        selection={{ list: 'outreach-attendance', sessionId: session.id }}
        disabled={session.attended + session.guests === 0}
        look="icon"
      />
      {open === 'unit' && <UnitDialog sessionId={session.id} onClose={close} />}
      {open === 'file' && <FileDialog target={{ purpose: 'attendance', sessionId: session.id }} onClose={close} />}
      {open === 'guest' && <GuestDialog sessionId={session.id} onClose={close} />}
    </Group>
  );
}

function List({ session }: { session: OutreachSessionRow }): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [withdrawn, setWithdrawn] = useState(false);
  const list = useOperation(
    'outreach.attendance',
    { sessionId: session.id, query, withdrawn, limit: SHOWN },
    { keep: true },
  );
  return (
    <>
      <Group gap="sm" className="n-outreach-find">
        <SearchField value={query} onChange={setQuery} placeholder={t('outreach.attendance.search')} />
        <Checkbox
          size="xs"
          label={t('outreach.attendance.showWithdrawn')}
          checked={withdrawn}
          onChange={(event) => setWithdrawn(event.currentTarget.checked)}
        />
      </Group>
      <Answer of={list} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="n-plain-row n-quiet">
              {t(query === '' ? 'outreach.attendance.none' : 'outreach.emptySearch')}
            </p>
          ) : (
            <ul className="n-rows n-outreach-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <Attendee of={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Attendee({ of: row }: { of: OutreachAttendee }): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const off = row.withdrawnAt !== null;
  const about = [row.employeeId === null ? t('outreach.attendance.guestMark') : '', row.unit ?? row.agency ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className="n-outreach-row" data-off={off || undefined}>
      <div className="n-row-text">
        <b className="n-clip">{row.name}</b>
        <div className="n-meta n-clip">
          <Figure>{row.nip}</Figure>
          {row.nip === null ? '' : ' · '}
          {about} · {t(`outreach.source.${row.source}`)}
        </div>
        {off && (
          <div className="n-meta">{t('outreach.attendance.withdrawn', { reason: row.withdrawReason ?? '' })}</div>
        )}
      </div>
      {!off && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`${t('outreach.attendance.withdraw')}: ${row.name}`}
          onClick={() => setAsking(true)}
        >
          {t('outreach.attendance.withdraw')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t('outreach.attendance.withdrawTitle')}
          text={t('outreach.attendance.withdrawText', { name: row.name })}
          submitLabel={t('outreach.attendance.withdraw')}
          danger
          submit={(reason) => call('outreach.withdrawAttendance', { ids: [row.id], reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
