/** One person: who they are now, what they were before, their accounts and cases. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconUserMinus, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { useOperation } from '../../bridge/queries.ts';
import { CaseStatusMark } from '../../ui/case-status.tsx';
import { closeByEscape } from '../../ui/close-by-escape.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Figure } from '../../ui/mono.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { Thread } from '../../ui/thread.tsx';
import { AccountDialog } from './account.tsx';
import './roster.css';

type Person = OutputOf<'roster.get'>;

interface PersonPanelProps {
  readonly id: string;
  readonly proofOf: (accountId: string) => ReactNode;
  readonly onClose: () => void;
}

/** The person's page as a panel beside the list. */
export function PersonPanel({ id, proofOf, onClose }: PersonPanelProps): ReactNode {
  const { t } = useTranslation();
  const [asOf, setAsOf] = useState<string | null>(null);
  const person = useOperation('roster.get', { id, ...(asOf !== null && { asOf }) }, { keep: true });
  return (
    <aside
      className="n-side n-person"
      aria-label={person.data?.employee.name ?? t('roster.title')}
      onKeyDown={closeByEscape(onClose)}
    >
      <ActionIcon className="n-person-close" onClick={onClose} aria-label={t('roster.person.closed')}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
      <Answer of={person} rows={12}>
        {(value) => (
          <Filled person={value} asOf={asOf} arrived={!person.isPlaceholderData} onAsOf={setAsOf} proofOf={proofOf} />
        )}
      </Answer>
    </aside>
  );
}

interface FilledProps {
  readonly person: Person;
  /** The day whose state is shown; null for now. */
  readonly asOf: string | null;
  /** False while that day's state is on its way. */
  readonly arrived: boolean;
  readonly onAsOf: (day: string | null) => void;
  readonly proofOf: (accountId: string) => ReactNode;
}

function Filled({ person, asOf, arrived, onAsOf, proofOf }: FilledProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const { employee } = person;
  return (
    <>
      <h2 className="n-person-name">{employee.name}</h2>
      <p className="n-quiet">{[employee.position, employee.unit].filter((part) => part !== null).join(' · ')}</p>
      {employee.goneSince !== null && (
        <div>
          <Mark tone="waiting" icon={IconUserMinus}>
            {t('roster.goneSince', { when: format.date(employee.goneSince) })}
          </Mark>
        </div>
      )}
      <Button
        variant="default"
        size="xs"
        mt={8}
        onClick={() => void navigate({ to: '/kasus', search: { baru: true, pegawai: employee.id } })}
      >
        {t('roster.person.newCase')}
      </Button>
      <AsOf known={person.known} asOf={asOf} arrived={arrived} onAsOf={onAsOf} />
      <div className="n-person-facts">
        <PersonFacts employee={employee} />
      </div>
      <Cases rows={person.cases} />
      <Accounts employeeId={employee.id} accounts={person.accounts} proofOf={proofOf} />
      <History rows={person.history} />
    </>
  );
}

/** The day whose state is shown. */
function AsOf({
  known,
  asOf,
  arrived,
  onAsOf,
}: Omit<FilledProps, 'person' | 'proofOf'> & { known: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-person-as-of">
      <TextInput
        type="date"
        size="xs"
        label={t('roster.person.asOf')}
        value={asOf ?? ''}
        onChange={(event) => onAsOf(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      {asOf !== null && (
        <Button variant="subtle" color="gray" size="xs" onClick={() => onAsOf(null)}>
          {t('roster.person.asOfNow')}
        </Button>
      )}
      <div role="status" className="n-person-as-of-said">
        {asOf !== null && arrived && known && (
          <Mark tone="info">{t('roster.person.asOfShown', { day: format.calendar(asOf) })}</Mark>
        )}
        {asOf !== null && arrived && !known && (
          <Notice tone="waiting">{t('roster.person.asOfUnknown', { day: format.calendar(asOf) })}</Notice>
        )}
      </div>
    </div>
  );
}

function PersonFacts({ employee }: { employee: Person['employee'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      rows={[
        [t('names.field.nip'), <Figure key="nip">{employee.nip}</Figure>],
        [t('names.field.nik'), <Figure key="nik">{employee.nik}</Figure>],
        [t('names.field.status'), employee.status === null ? null : t(`names.employment.${employee.status}`)],
        [t('names.field.rank'), [employee.rank, employee.grade].filter((part) => part !== null).join(', ')],
        [t('names.field.positionType'), employee.positionType],
        [t('names.field.agency'), employee.agency],
        [t('names.field.sex'), employee.sex === null ? null : t(`roster.person.sex.${employee.sex}`)],
        [t('names.field.birthDate'), employee.birthDate === null ? null : format.calendar(employee.birthDate)],
        [t('names.field.workEmail'), employee.workEmail],
        [t('names.field.workPhone'), employee.workPhone],
      ]}
    />
  );
}

function Cases({ rows }: { rows: Person['cases'] }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section title={t('roster.person.cases')}>
      {rows.length === 0 && <p className="n-quiet">{t('roster.person.noCases')}</p>}
      <ul className="n-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="n-row n-row-flat"
              onClick={() => void navigate({ to: '/kasus/$id', params: { id: row.id } })}
            >
              <div className="n-row-text">
                <div className="n-clip">{row.title}</div>
                <div className="n-meta n-mono">{row.number}</div>
              </div>
              <CaseStatusMark status={row.status} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface AccountsProps extends Pick<FilledProps, 'proofOf'> {
  readonly employeeId: string;
  readonly accounts: Person['accounts'];
}

function Accounts({ employeeId, accounts, proofOf }: AccountsProps): ReactNode {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Person['accounts'][number] | 'new' | null>(null);
  return (
    <Section
      title={t('roster.person.accounts')}
      actions={
        <ActionIcon onClick={() => setEditing('new')} aria-label={t('roster.person.addAccount')}>
          <IconPlus size={18} stroke={1.6} />
        </ActionIcon>
      }
    >
      {accounts.length === 0 && <p className="n-quiet">{t('roster.person.noAccounts')}</p>}
      <ul className="n-rows">
        {accounts.map((account) => (
          <li key={account.id}>
            <button type="button" className="n-row n-row-flat" onClick={() => setEditing(account)}>
              <div className="n-row-text">
                <div className="n-clip">
                  {account.platform} · {account.handle}
                </div>
                <div className="n-meta n-clip">{account.url}</div>
              </div>
              <Mark
                tone={
                  account.confidence === 'terkonfirmasi' ? 'done' : account.confidence === 'kuat' ? 'info' : 'waiting'
                }
              >
                {t(`names.confidence.${account.confidence}`)}
              </Mark>
            </button>
            <Proof account={account} proofOf={proofOf} />
          </li>
        ))}
      </ul>
      {editing !== null && (
        <AccountDialog
          employeeId={employeeId}
          account={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

/** The reasons, asked for once they are opened. */
function Proof({
  account,
  proofOf,
}: { account: Person['accounts'][number] } & Pick<FilledProps, 'proofOf'>): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <details className="n-account-proof" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary aria-label={`${t('proof.open')}: ${account.platform} ${account.handle}`}>{t('proof.open')}</summary>
      {opened && proofOf(account.id)}
    </details>
  );
}

function History({ rows }: { rows: Person['history'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('roster.person.history')}>
      <Thread
        label={t('roster.person.history')}
        knots={rows.map((row) => ({
          key: row.validFrom + row.source,
          title: row.position ?? '—',
          detail: [row.unit, row.grade, row.status].filter((part) => part !== null).join(' · '),
          meta: `${format.brief(row.validFrom)} – ${row.validTo === null ? t('roster.person.now') : format.brief(row.validTo)} · ${t('roster.person.source', { source: row.source })}`,
        }))}
      />
    </Section>
  );
}
