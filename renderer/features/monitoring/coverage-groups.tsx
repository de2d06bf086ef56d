/** Coverage by group: figures of all, how often people are looked at as bars, and each group with its range. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { CoverageBy, CoverageGroup } from '#shared/contract/monitoring.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import type { PersonsView } from './coverage-persons.tsx';

type Coverage = OutputOf<'monitoring.coverage'>;
interface GroupsProps {
  readonly coverage: Coverage;
  readonly by: CoverageBy;
  /** Shows the persons behind a figure. */
  readonly onPersons: (view: Partial<PersonsView>) => void;
}

export function CoverageGroups({ coverage: { total, groups, outcomes }, by, onPersons }: GroupsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = [
    ['checked', total.checked, 'checked'],
    ['never', total.never, 'never'],
    ['overdue', total.overdue, 'overdue'],
    ['without', total.withoutAccount, 'no-account'],
  ] as const;
  return (
    <>
      <div className="n-mon-figures">
        <span>
          <b>{format.number(total.persons)}</b> {t('monitoring.coverage.persons')}
        </span>
        {figures.map(([words, count, which]) => (
          <button key={words} type="button" onClick={() => onPersons({ which })}>
            <b>{format.number(count)}</b> {t(`monitoring.coverage.${words}`)}
          </button>
        ))}
        <span>
          <b>{format.number(outcomes)}</b> {t('monitoring.coverage.outcomes')}
        </span>
      </div>
      <section className="n-mon-even" aria-label={t('monitoring.coverage.even')}>
        <div>
          <h2>{t('monitoring.coverage.even')}</h2>
          <p className="n-meta">{t('monitoring.coverage.evenText')}</p>
          <Bars bars={total.bars} />
        </div>
        <div>
          {total.standOut === 0 ? (
            <Notice tone="done">{t('monitoring.coverage.noStandOut')}</Notice>
          ) : (
            <Notice tone="info">
              {t('monitoring.coverage.standOutText', { n: format.number(total.standOut) })}
              <div>
                <Button
                  variant="default"
                  size="xs"
                  mt={8}
                  onClick={() => onPersons({ which: 'stands-out', sort: 'looks', descending: true })}
                >
                  {t('monitoring.coverage.show')}
                </Button>
              </div>
            </Notice>
          )}
          <p className="n-mon-range-words">
            {t('monitoring.coverage.rangeText', {
              least: total.least,
              median: format.number(total.median),
              most: total.most,
            })}
          </p>
        </div>
      </section>
      <GroupTable groups={groups} most={Math.max(1, total.most)} by={by} onPersons={onPersons} />
    </>
  );
}

/** One colour: height and number carry the meaning. */
function Bars({ bars }: { bars: readonly number[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const highest = Math.max(1, ...bars);
  return (
    <dl className="n-mon-bars" aria-label={t('monitoring.coverage.distribution')}>
      {bars.map((count, times) => (
        <div key={times}>
          <dt>
            {t(times === bars.length - 1 ? 'monitoring.coverage.timesMost' : 'monitoring.coverage.times', { n: times })}
          </dt>
          <dd>
            <i style={{ width: `${(100 * count) / highest}%` }} />
            {format.number(count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function GroupTable({
  groups,
  most,
  by,
  onPersons,
}: Omit<GroupsProps, 'coverage'> & { groups: readonly CoverageGroup[]; most: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="n-mon-table">
      <thead>
        <tr>
          <th scope="col">{t(`monitoring.coverage.groupBy.${by}`)}</th>
          <th scope="col">{t('monitoring.coverage.persons')}</th>
          <th scope="col">{t('monitoring.coverage.without')}</th>
          <th scope="col">{t('monitoring.coverage.checked')}</th>
          <th scope="col">{t('monitoring.coverage.never')}</th>
          <th scope="col">{t('monitoring.coverage.overdue')}</th>
          <th scope="col">{t('monitoring.coverage.median')}</th>
          <th scope="col">{t('monitoring.coverage.range')}</th>
          <th scope="col">{t('monitoring.coverage.standOut')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.name}>
            <th scope="row">
              <button type="button" onClick={() => onPersons({ [by]: group.name })}>
                {group.name === '' ? t('monitoring.coverage.unnamed') : group.name}
              </button>
            </th>
            <td>{format.number(group.persons)}</td>
            <td>{format.number(group.withoutAccount)}</td>
            <td>
              {format.number(group.checked)} <span className="n-meta">{share(group)}</span>
            </td>
            <td>{format.number(group.never)}</td>
            <td>{format.number(group.overdue)}</td>
            <td>{format.number(group.median)}</td>
            <td>
              <Range group={group} most={most} />
            </td>
            <td>{format.number(group.standOut)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of those who have an account. */
function share({ checked, withAccount }: CoverageGroup): string {
  return withAccount === 0 ? '' : `${Math.round((100 * checked) / withAccount)}%`;
}

/** From the least to the most looks, the median as a point; all groups on one scale. */
function Range({ group, most }: { group: CoverageGroup; most: number }): ReactNode {
  const at = (value: number): string => `${(100 * value) / most}%`;
  return (
    <span className="n-mon-range">
      <span>
        {group.least}–{group.most}
      </span>
      <span className="n-mon-range-line" aria-hidden>
        <i style={{ left: at(group.least), right: `calc(100% - ${at(group.most)})` }} />
        <b style={{ left: at(group.median) }} />
      </span>
    </span>
  );
}
