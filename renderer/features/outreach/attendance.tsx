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
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { PrintList } from '../../ui/print-list.tsx';
import { Answer } from '../../ui/states.tsx';
import { type FilterChoice, Filters, SearchField } from '../../ui/tools.tsx';
import { FileDialog } from './file-dialog.tsx';
import { Further } from './further.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { QuickPerson } from './quick-person.tsx';
import { UnitDialog } from './unit-dialog.tsx';

/** Rows that are shown; the search finds the others. */
const SHOWN = 200;

/** What of the list is shown, printed and exported. */
interface View {
  readonly query: string;
  readonly withdrawn: boolean;
  readonly guests: boolean | undefined;
}

function selectionOf(session: OutreachSessionRow, { query, withdrawn, guests }: View) {
  return { sessionId: session.id, query, withdrawn, ...(guests !== undefined && { guests }) };
}

function useFilters(view: View, onView: (view: View) => void): FilterChoice[] {
  const { t } = useTranslation();
  return [
    {
      label: t('outreach.attendance.who'),
      options: choices(['staff', 'guests'] as const, (one) => t(`outreach.attendance.whoIs.${one}`)),
      value: view.guests === undefined ? undefined : view.guests ? 'guests' : 'staff',
      onChange: (value) => onView({ ...view, guests: value === undefined ? undefined : value === 'guests' }),
    },
  ];
}

/** The section; nothing can be noted before the session was held. */
export function AttendanceSection({ session }: { session: OutreachSessionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const held = session.state === 'held';
  const [view, setView] = useState<View>({ query: '', withdrawn: false, guests: undefined });
  return (
    <Section title={t('outreach.attendance.title')} actions={held ? <Ways session={session} view={view} /> : undefined}>
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
            <List session={session} view={view} onView={setView} />
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

function Ways({ session, view }: { session: OutreachSessionRow; view: View }): ReactNode {
  const { t } = useTranslation();
  const filters = useFilters(view, () => undefined);
  // Who was taken off is looked at here, and is on no list that leaves.
  const selection = selectionOf(session, { ...view, withdrawn: false });
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
        query={view.query}
        filters={filters}
        load={(limit) => call('outreach.attendance', { ...selection, limit })}
        disabled={session.attended + session.guests === 0}
        look="icon"
      />
      <ExportList
        selection={{ list: 'outreach-attendance', ...selection }}
        disabled={session.attended + session.guests === 0}
        look="icon"
      />
      {open === 'unit' && <UnitDialog sessionId={session.id} onClose={close} />}
      {open === 'file' && <FileDialog target={{ purpose: 'attendance', sessionId: session.id }} onClose={close} />}
      {open === 'guest' && <GuestDialog sessionId={session.id} onClose={close} />}
    </Group>
  );
}

interface ListProps {
  readonly session: OutreachSessionRow;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function List({ session, view, onView }: ListProps): ReactNode {
  const { t } = useTranslation();
  const filters = useFilters(view, onView);
  const list = useOperation('outreach.attendance', { ...selectionOf(session, view), limit: SHOWN }, { keep: true });
  return (
    <>
      <Group gap="sm" className="n-outreach-find">
        <SearchField
          value={view.query}
          onChange={(query) => onView({ ...view, query })}
          placeholder={t('outreach.attendance.search')}
        />
        <Filters choices={filters} />
        <Checkbox
          size="xs"
          label={t('outreach.attendance.showWithdrawn')}
          checked={view.withdrawn}
          onChange={(event) => onView({ ...view, withdrawn: event.currentTarget.checked })}
        />
      </Group>
      <Answer of={list} rows={4}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="n-plain-row n-quiet">
              {t(view.query === '' && view.guests === undefined ? 'outreach.attendance.none' : 'outreach.emptySearch')}
            </p>
          ) : (
            <ul className="n-rows n-outreach-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <Attendee of={row} />
                </li>
              ))}
              <Further rows={rows.length} total={total} />
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
          {row.nip !== null && (
            <>
              <Figure>{row.nip}</Figure>
              {' · '}
            </>
          )}
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
