/** Whose data is held: a list with its counts, saved as a workbook or as a page to print, and encrypted on demand. */
import { Button, Group, PasswordInput } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonsPage, PersonsSource } from '#shared/contract/handover.ts';
import { PERSON_ROLE_WORDS, PERSON_ROLES, personDataText } from '#shared/domain/handover/held-persons.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Empty, Problem } from '../../ui/states.tsx';

/** Shown here; the file has all. */
const SHOWN = 50;

/** The list of one source. */
export function PersonsOf({
  source,
  title,
  children,
}: {
  source: PersonsSource;
  title: string;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const persons = useOperation('handover.persons', { source, limit: SHOWN });
  return (
    <Section title={title}>
      {children}
      <Answer of={persons} rows={4}>
        {(page) =>
          page.total === 0 ? (
            <div className="n-card">
              <Empty icon={IconUsersGroup} title={t('handover.persons.none')}>
                {t('handover.persons.noneText')}
              </Empty>
            </div>
          ) : (
            <>
              <Counts page={page} />
              <Save source={source} />
              <Table page={page} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}

function Counts({ page }: { page: PersonsPage }): ReactNode {
  const language = useLanguage();
  const format = useFormat();
  return (
    <div className="n-marks n-persons-counts">
      {PERSON_ROLES.filter((role) => (page.counts[role] ?? 0) > 0).map((role) => (
        <Mark key={role} tone={role === 'terlapor' ? 'waiting' : 'info'} plain>
          {PERSON_ROLE_WORDS[role][language]}: {format.number(page.counts[role] ?? 0)}
        </Mark>
      ))}
    </div>
  );
}

function Save({ source }: { source: PersonsSource }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [passphrase, setPassphrase] = useState('');
  const { busy, error, run } = useAction();
  const save = (how: 'xlsx' | 'html'): void =>
    void run(async () => {
      const { saved, name, rows } = await call('handover.savePersons', { source, format: how, passphrase });
      if (saved) notify.done(t('handover.persons.saved', { name, n: format.number(rows) }));
    });
  return (
    <>
      <Group gap="sm" align="flex-end" className="n-persons-save">
        <PasswordInput
          label={t('handover.persons.passphrase')}
          description={t('handover.persons.passphraseHelp')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
        />
        <Button onClick={() => save('xlsx')} disabled={busy}>
          {t('handover.persons.xlsx')}
        </Button>
        <Button variant="default" onClick={() => save('html')} disabled={busy}>
          {t('handover.persons.html')}
        </Button>
      </Group>
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Table({ page }: { page: PersonsPage }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const left = page.total - page.rows.length;
  return (
    <>
      <table className="n-persons">
        <thead>
          <tr>
            <th>{t('handover.persons.column.role')}</th>
            <th>{t('handover.persons.column.name')}</th>
            <th>{t('handover.persons.column.identity')}</th>
            <th>{t('handover.persons.column.data')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, index) => (
            <tr key={index}>
              <td>{PERSON_ROLE_WORDS[row.role][language]}</td>
              <td>
                {row.name === '' ? row.contact : row.name}
                {row.unit !== null && <div className="n-meta">{row.unit}</div>}
              </td>
              <td>
                <Figure>{row.identity}</Figure>
              </td>
              <td className="n-meta">{personDataText(row.data, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="n-meta">
        {left > 0
          ? t('handover.persons.more', { n: format.number(left) })
          : t('handover.persons.total', { n: format.number(page.total) })}
      </p>
    </>
  );
}
