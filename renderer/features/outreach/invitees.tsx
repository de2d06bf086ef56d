/** Who is to come; invited by name here, or as a list from the coverage. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { OutreachSessionRow } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { PrintList } from '../../ui/print-list.tsx';
import { Answer } from '../../ui/states.tsx';
import { type FilterChoice, Filters, SearchField } from '../../ui/tools.tsx';
import { Further } from './further.tsx';
import { QuickPerson } from './quick-person.tsx';

/** Rows that are shown; the search finds the others. */
const SHOWN = 200;

/** The section; the list changes only while the session is planned. */
export function InviteesSection({ session }: { session: OutreachSessionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [query, setQuery] = useState('');
  const [attended, setAttended] = useState<boolean>();
  const planned = session.state === 'planned';
  const selection = { sessionId: session.id, query, ...(attended !== undefined && { attended }) };
  const list = useOperation('outreach.invitees', { ...selection, limit: SHOWN }, { keep: true });
  const filters: FilterChoice[] = planned
    ? []
    : [
        {
          label: t('outreach.invitees.attendance'),
          options: choices(['yes', 'no'] as const, (one) => t(`outreach.invitees.attended.${one}`)),
          value: attended === undefined ? undefined : attended ? 'yes' : 'no',
          onChange: (value) => setAttended(value === undefined ? undefined : value === 'yes'),
        },
      ];
  return (
    <Section
      title={t('outreach.invitees.title')}
      actions={
        <Group gap={4} wrap="nowrap">
          <PrintList<OutputOf<'outreach.invitees'>['rows'][number]>
            title={`${t('outreach.invitees.title')}: ${session.topic}, ${format.calendar(session.day)}`}
            columns={[
              { key: 'name', title: t('outreach.column.name'), cell: (row) => row.name },
              { key: 'nip', title: 'NIP', cell: (row) => <Figure>{row.nip}</Figure> },
              { key: 'unit', title: t('outreach.column.unit'), cell: (row) => row.unit ?? row.agency ?? '' },
              { key: 'came', title: t('outreach.invitees.came'), cell: (row) => (row.attended ? t('common.yes') : '') },
            ]}
            query={query}
            filters={filters}
            load={(limit) => call('outreach.invitees', { ...selection, limit })}
            disabled={session.invited === 0}
            look="icon"
          />
          <ExportList
            selection={{ list: 'outreach-invitees', ...selection }}
            disabled={session.invited === 0}
            look="icon"
          />
        </Group>
      }
    >
      <div className="n-card n-outreach-list">
        <div className="n-outreach-add">
          {planned && (
            <QuickPerson
              label={t('outreach.invitees.add')}
              onPick={({ id }) => {
                call('outreach.invite', { sessionId: session.id, people: { ids: [id] } }).catch(notify.failed);
              }}
            />
          )}
          {!planned && <SearchField value={query} onChange={setQuery} placeholder={t('outreach.pledges.search')} />}
          <Filters choices={filters} />
          <span className="n-count" role="status">
            {t('outreach.invitees.summary', { n: format.number(session.invited) })}
          </span>
        </div>
        {planned && session.invited > 0 && (
          <div className="n-outreach-find">
            <SearchField value={query} onChange={setQuery} placeholder={t('outreach.pledges.search')} />
          </div>
        )}
        <Answer of={list} rows={3}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <p className="n-plain-row n-quiet">
                {t(query === '' && attended === undefined ? 'outreach.invitees.none' : 'outreach.emptySearch')}
              </p>
            ) : (
              <ul className="n-rows n-outreach-rows">
                {rows.map((row) => (
                  <li key={row.employeeId} className="n-outreach-row">
                    <div className="n-row-text">
                      <b className="n-clip">{row.name}</b>
                      <div className="n-meta n-clip">
                        {row.nip !== null && (
                          <>
                            <Figure>{row.nip}</Figure> ·{' '}
                          </>
                        )}
                        {row.unit ?? row.agency ?? ''}
                      </div>
                    </div>
                    {row.attended && <Mark tone="done">{t('outreach.invitees.came')}</Mark>}
                    {planned && (
                      <Button
                        variant="subtle"
                        color="gray"
                        size="compact-sm"
                        aria-label={`${t('outreach.invitees.remove')}: ${row.name}`}
                        onClick={() => {
                          call('outreach.uninvite', {
                            sessionId: session.id,
                            employeeIds: [row.employeeId],
                          }).catch(notify.failed);
                        }}
                      >
                        {t('outreach.invitees.remove')}
                      </Button>
                    )}
                  </li>
                ))}
                <Further rows={rows.length} total={total} />
              </ul>
            )
          }
        </Answer>
      </div>
    </Section>
  );
}
