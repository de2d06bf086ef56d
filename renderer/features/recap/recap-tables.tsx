/** The recap's numbers: lists as bars, tables as tables, months as lines; each leads to the list of what it counts. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recap, RecapTable } from '#shared/contract/recap.ts';
import { type Period, monthPeriod } from '#shared/domain/recap/periods.ts';
import { RECAP_TABLE_SPECS, type RecapSeries } from '#shared/domain/recap/tables.ts';
import {
  columnWords,
  LEFT_OUT,
  MONTH_WORDS,
  monthWords,
  periodWords,
  rowWords,
  SERIES_WORDS,
  STAFF_WORDS,
  TABLE_WORDS,
  TOTAL_WORDS,
} from '#shared/domain/recap/words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { BarChart, TrendLine } from '../../ui/charts.tsx';
import { useFormat } from '../../ui/format.ts';
import { useGoToList } from '../../ui/go-to-list.ts';
import { cellGoal, seriesGoal } from '../../ui/list-goals.ts';
import { Section } from '../../ui/page.tsx';

/** Tables with more columns take the whole width. */
const WIDE = 5;

export function RecapTables({ recap }: { recap: Recap }): ReactNode {
  const language = useLanguage();
  return (
    <>
      <Summary recap={recap} />
      <div className="n-recap-parts">
        {recap.tables.map((table) => (
          <div key={table.key} data-wide={table.columns.length > WIDE || undefined}>
            <Section title={TABLE_WORDS[table.key].title[language]}>
              <p className="n-meta n-recap-counts">{TABLE_WORDS[table.key].counts[language]}</p>
              <OneTable table={table} recap={recap} />
            </Section>
          </div>
        ))}
      </div>
      <Trend trend={recap.trend} audience={recap.audience} />
    </>
  );
}

function Summary({ recap }: { recap: Recap }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const opener = useSeriesOpener(recap.audience);
  return (
    <Section title={t('recap.summary')}>
      <div className="n-card n-recap-scroll">
        <table className="n-recap-table">
          <thead>
            <tr>
              <th scope="col">{t('recap.what')}</th>
              <th scope="col">{periodWords(recap.period, language)}</th>
              <th scope="col">{periodWords(recap.before, language)}</th>
              <th scope="col">{t('recap.trend')}</th>
            </tr>
          </thead>
          <tbody>
            {recap.summary.map(({ key, count, before }) => {
              const { name, counts } = SERIES_WORDS[key];
              return (
                <tr key={key}>
                  <th scope="row">
                    {name[language]} <span className="n-meta">{counts[language]}</span>
                  </th>
                  <NumberCell count={count} onOpen={opener(key, recap.period)} />
                  <NumberCell count={before} onOpen={opener(key, recap.before)} />
                  <td>
                    <TrendLine
                      label={`${t('recap.trend')}: ${name[language]}`}
                      counts={recap.trend.series.find((one) => one.key === key)?.counts ?? []}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function OneTable({ table, recap }: { table: RecapTable; recap: Recap }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const opener = useOpener(table, recap);
  if (table.rows.length === 0) return <p className="n-meta">{t('recap.nothing')}</p>;
  if (table.columns.length > 1) return <Crossed table={table} opener={opener} />;
  const items = table.rows.map((row, index) => ({
    key: row.key,
    words: row.label ?? rowWords(table.key, row.key, language),
    count: table.cells[index]?.[0] ?? null,
    onOpen: opener(row.key, null),
  }));
  const total = { key: 'total', words: TOTAL_WORDS[language], count: table.total, onOpen: opener(null, null) };
  return (
    <div className="n-card n-recap-list">
      <BarChart
        label={TABLE_WORDS[table.key].title[language]}
        of={Math.max(1, ...items.map(({ count }) => count ?? 0))}
        items={items}
      />
      <BarChart label={TOTAL_WORDS[language]} of={Infinity} items={[total]} />
    </div>
  );
}

type Opener = (row: string | null, column: string | null) => (() => void) | undefined;

/** Every number leads to what it counts; in the public version nothing leads anywhere. */
function useOpener({ key, columns }: RecapTable, { period, audience }: Recap): Opener {
  const goTo = useGoToList();
  if (audience === 'public') return () => undefined;
  return (row, column) => () => goTo(cellGoal(key, period, row, columns.length === 1 ? null : column));
}

/** The same for a number of a series. */
function useSeriesOpener(audience: Recap['audience']): (key: RecapSeries, period: Period) => (() => void) | undefined {
  const goTo = useGoToList();
  return (key, period) => (audience === 'public' ? undefined : () => goTo(seriesGoal(key, period)));
}

function Crossed({ table, opener }: { table: RecapTable; opener: Opener }): ReactNode {
  const language = useLanguage();
  const { key, columns, rows, cells, rowTotals, columnTotals, total } = table;
  const totalWords = RECAP_TABLE_SPECS[key].knownRowTotals ? STAFF_WORDS : TOTAL_WORDS;
  return (
    <div className="n-card n-recap-scroll">
      <table className="n-recap-table">
        <thead>
          <tr>
            <th scope="col">{TABLE_WORDS[key].rows[language]}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnWords(key, column, language)}
              </th>
            ))}
            <th scope="col">{totalWords[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key}>
              <th scope="row">{row.label ?? rowWords(key, row.key, language)}</th>
              {columns.map((column, at) => (
                <NumberCell key={column} count={cells[index]?.[at] ?? null} onOpen={opener(row.key, column)} />
              ))}
              <NumberCell count={rowTotals[index] ?? null} onOpen={opener(row.key, null)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{TOTAL_WORDS[language]}</th>
            {columns.map((column, at) => (
              <NumberCell key={column} count={columnTotals[at] ?? null} onOpen={opener(null, column)} />
            ))}
            <NumberCell count={total} onOpen={opener(null, null)} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function NumberCell({ count, onOpen }: { count: number | null; onOpen: (() => void) | undefined }): ReactNode {
  const shown = useShown();
  if (onOpen === undefined || count === null || count === 0)
    return <td data-none={count === 0 || undefined}>{shown(count)}</td>;
  return (
    <td>
      <button type="button" className="n-recap-open" onClick={onOpen}>
        {shown(count)}
      </button>
    </td>
  );
}

function Trend({ trend: { months, series }, audience }: Pick<Recap, 'trend' | 'audience'>): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const opener = useSeriesOpener(audience);
  return (
    <Section title={t('recap.trend')}>
      <div className="n-card n-recap-scroll">
        <table className="n-recap-table">
          <thead>
            <tr>
              <th scope="col">{MONTH_WORDS[language]}</th>
              {series.map(({ key }) => (
                <th key={key} scope="col">
                  {SERIES_WORDS[key].name[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month, index) => (
              <tr key={month}>
                <th scope="row">{monthWords(month, language)}</th>
                {series.map(({ key, counts }) => (
                  <NumberCell key={key} count={counts[index] ?? null} onOpen={opener(key, monthPeriod(month))} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function useShown(): (count: number | null) => string {
  const format = useFormat();
  return (count) => (count === null ? LEFT_OUT : format.number(count));
}
