/** The month at a glance: against the one before, and where things stand; every number leads to what is behind it. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { PUBLIC_REPORT_STATES } from '#shared/domain/public-reports/states.ts';
import { periodWords, rowWords, SERIES_WORDS } from '#shared/domain/recap/words.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { BarChart, TimeChart } from '../../ui/charts.tsx';
import { useFormat } from '../../ui/format.ts';
import { useGoToList } from '../../ui/go-to-list.ts';
import { seriesGoal } from '../../ui/list-goals.ts';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { coverageGoal, reportStateGoal, stageGoal, weekGoal } from './goals.ts';

type Glance = OutputOf<'home.glance'>;

export function MonthAtAGlance({
  stages,
}: {
  stages: readonly { readonly status: string; readonly count: number }[];
}): ReactNode {
  const { t } = useTranslation();
  const glance = useOperation('home.glance', {});
  return (
    <Section
      title={t('home.month')}
      actions={
        <Anchor component={Link} to="/rekap" size="sm">
          {t('home.recap')}
        </Anchor>
      }
    >
      <Answer of={glance}>
        {(value) => (
          <div className="n-glance">
            <Figures glance={value} />
            <Weeks weeks={value.evidenceWeeks} />
            <Stages counts={stages} />
            <Coverage glance={value} />
            <Reports counts={value.reportsByState} />
          </div>
        )}
      </Answer>
    </Section>
  );
}

function Figures({ glance }: { glance: Glance }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const goTo = useGoToList();
  return (
    <div className="n-card n-glance-part">
      <p className="n-meta">
        {t('home.monthText', {
          period: periodWords(glance.period, language),
          before: periodWords(glance.before, language),
        })}
      </p>
      <table className="n-glance-figures">
        <thead>
          <tr>
            <th scope="col">{t('home.thing')}</th>
            <th scope="col">{t('home.now')}</th>
            <th scope="col">{t('home.before')}</th>
          </tr>
        </thead>
        <tbody>
          {glance.figures.map(({ key, count, before }) => {
            const { name } = SERIES_WORDS[key];
            return (
              <tr key={key}>
                <th scope="row">{name[language]}</th>
                <td>
                  <button
                    type="button"
                    className="n-glance-open"
                    aria-label={`${name[language]}: ${format.number(count)}`}
                    onClick={() => goTo(seriesGoal(key, glance.period))}
                  >
                    {format.number(count)}
                  </button>
                </td>
                <td>
                  <button
                    type="button"
                    className="n-glance-open n-quiet"
                    aria-label={`${name[language]}, ${t('home.before')}: ${format.number(before)}`}
                    onClick={() => goTo(seriesGoal(key, glance.before))}
                  >
                    {format.number(before)}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="n-card n-glance-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Stages({ counts }: { counts: readonly { readonly status: string; readonly count: number }[] }): ReactNode {
  const { t } = useTranslation();
  const goTo = useGoToList();
  const items = CASE_STATUSES.map((status) => ({
    key: status,
    words: t(`names.caseStatus.${status}`),
    count: counts.find((entry) => entry.status === status)?.count ?? 0,
    onOpen: () => goTo(stageGoal(status)),
  })).filter(({ count }) => count > 0);
  return (
    <Part title={t('home.stages')}>
      {items.length === 0 ? (
        <p className="n-meta">{t('home.noCases')}</p>
      ) : (
        <BarChart label={t('home.stages')} items={items} />
      )}
    </Part>
  );
}

function Weeks({ weeks }: { weeks: Glance['evidenceWeeks'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const goTo = useGoToList();
  const day = (one: string): string => format.brief(`${one}T05:00:00.000Z`).replace(/ \d{4},.*$/, '');
  return (
    <Part title={t('home.weeks')}>
      <TimeChart
        label={t('home.weeks')}
        every={4}
        items={weeks.map(({ from, to, count }) => ({
          key: from,
          words: day(from),
          count,
          onOpen: count === 0 ? undefined : () => goTo(weekGoal({ from, to, count })),
        }))}
      />
    </Part>
  );
}

function Reports({ counts }: { counts: Glance['reportsByState'] }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const goTo = useGoToList();
  const items = PUBLIC_REPORT_STATES.map((state) => ({
    key: state,
    words: rowWords('reportsByTopic', state, language),
    count: counts.find((entry) => entry.state === state)?.count ?? 0,
    onOpen: () => goTo(reportStateGoal(state)),
  })).filter(({ count }) => count > 0);
  return (
    <Part title={t('home.reportStates')}>
      {items.length === 0 ? (
        <p className="n-meta">{t('home.noReports')}</p>
      ) : (
        <BarChart label={t('home.reportStates')} items={items} />
      )}
    </Part>
  );
}

function Coverage({ glance }: { glance: Glance }): ReactNode {
  const { coverage } = glance;
  const { t } = useTranslation();
  const format = useFormat();
  const goTo = useGoToList();
  const title = t('home.coverage', { day: format.calendar(coverage.from) });
  return (
    <Part title={title}>
      <BarChart
        label={title}
        of={coverage.people}
        items={[
          {
            key: 'checked',
            words: t('home.checked'),
            count: coverage.checked,
            onOpen: () => goTo(coverageGoal('checked', glance)),
          },
          {
            key: 'reached',
            words: t('home.reached'),
            count: coverage.reached,
            onOpen: () => goTo(coverageGoal('reached', glance)),
          },
        ]}
      />
      <p className="n-meta">{t('home.ofStaff', { n: format.number(coverage.people) })}</p>
    </Part>
  );
}
