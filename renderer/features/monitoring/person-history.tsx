/** The extract for one person: everything that monitoring did about them, nothing found included. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { PersonLine } from '#shared/contract/monitoring.ts';
import { planWords } from '#shared/domain/monitoring/plan-words.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { closeByEscape } from '../../ui/close-by-escape.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { PrintTables } from '../../ui/print-list.tsx';
import { Answer } from '../../ui/states.tsx';
import { Thread } from '../../ui/thread.tsx';
import { OutcomeMark } from './round-marks.tsx';

export function PersonHistory({ employeeId, onClose }: { employeeId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const history = useOperation('monitoring.person', { employeeId });
  return (
    <aside className="n-side n-mon-person" aria-label={t('monitoring.person.title')} onKeyDown={closeByEscape(onClose)}>
      <ActionIcon className="n-mon-close" onClick={onClose} aria-label={t('monitoring.person.close')}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
      <Answer of={history}>{(value) => <Filled history={value} />}</Answer>
    </aside>
  );
}

function Filled({ history }: { history: OutputOf<'monitoring.person'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const words = useLineWords();
  const { employee, rows, total } = history;
  return (
    <>
      <h2>{employee.name}</h2>
      <p className="n-quiet">{employee.unit}</p>
      <p className="n-meta">{t('monitoring.person.text')}</p>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            void navigate({
              to: '/pemantauan',
              search: { cakupan: true, orang: employee.id, mulai: true, pegawai: employee.id },
            })
          }
        >
          {t('monitoring.person.round')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => void navigate({ to: '/pegawai', search: { pilih: employee.id } })}
        >
          {t('monitoring.person.page')}
        </Button>
      </Group>
      <Group gap="xs">
        <PrintTables
          title={`${t('monitoring.person.title')}: ${employee.name}`}
          load={async (limit) => {
            const found = await call('monitoring.person', { employeeId: employee.id, limit });
            return [{ headings: words.headings, rows: found.rows.map(words.cells), total: found.total }];
          }}
          disabled={total === 0}
        />
        <ExportList
          selection={{ list: 'monitoring-person', employeeId: employee.id }}
          disabled={total === 0}
          look="quiet"
        />
      </Group>
      {total === 0 ? (
        <p className="n-quiet">{t('monitoring.person.none')}</p>
      ) : (
        <Thread
          label={t('monitoring.person.title')}
          knots={rows.map((line, index) => ({
            key: index,
            title: line.look === null ? words.title(line) : <OutcomeMark outcome={line.look.outcome} />,
            detail: words.detail(line),
            meta: `${format.brief(line.at)}${line.look === null ? '' : ` · ${line.look.by}`}`,
          }))}
        />
      )}
      {total > rows.length && <p className="n-meta">{t('monitoring.person.more', { n: total - rows.length })}</p>}
    </>
  );
}

function useLineWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const roundOf = ({ round }: PersonLine): string => (round === null ? '' : `${round.number} ${round.title}`);
  const undone = ({ look }: PersonLine): string =>
    look === null || look.undoneAt === null ? '' : t('monitoring.person.undone', { when: format.brief(look.undoneAt) });
  const title = (line: PersonLine): string =>
    line.kind === 'planned' ? t('monitoring.person.planned', { round: roundOf(line) }) : t('monitoring.person.outside');
  const detail = (line: PersonLine): string =>
    (line.plan === null
      ? [
          line.kind === 'look' ? roundOf(line) : '',
          line.account,
          (line.look?.evidence ?? line.evidence)?.number ?? '',
          line.look?.note ?? '',
          undone(line),
        ]
      : [
          line.account === '' ? t('monitoring.item.no-account') : line.account,
          planWords(line.plan, language, format.calendar).join('; '),
        ]
    )
      .filter((part) => part !== '')
      .join(' · ');
  const cells = (line: PersonLine): string[] => [
    format.brief(line.at),
    roundOf(line),
    line.account,
    line.look === null ? t(`monitoring.person.kind.${line.kind}`) : t(`monitoring.outcome.${line.look.outcome}`),
    [
      line.plan === null ? (line.look?.note ?? '') : planWords(line.plan, language, format.calendar).join('; '),
      undone(line),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ];
  const headings = (['at', 'round', 'account', 'outcome', 'note'] as const).map((key) => t(`monitoring.column.${key}`));
  return { title, detail, cells, headings };
}
