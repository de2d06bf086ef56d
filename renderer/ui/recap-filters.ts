/** What a list came from, beside its filters: a number of the recap, or a period; pressing it takes the filter off. */
import { useTranslation } from 'react-i18next';
import type { HoaxCell, RecapCell, ReportCell } from '#shared/contract/recap-cell.ts';
import { columnWords, periodWords, rowWords } from '#shared/domain/recap/words.ts';
import { useLanguage } from '../i18n/language.ts';
import type { FilterChoice } from './tools.tsx';

/** A cell of the recap as a filter in words: "November 2026 · Dinas Contoh · Disiplin"; none where there is no cell. */
export function useCountedFilter(): (
  cell: RecapCell | ReportCell | HoaxCell | undefined,
  clear: () => void,
) => FilterChoice[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return (cell, clear) => {
    if (cell === undefined) return [];
    const { table, row, column, ...period } = cell;
    const words = [
      periodWords(period, language),
      ...(row === null ? [] : [rowWords(table, row, language)]),
      ...(column === null ? [] : [columnWords(table, column, language)]),
    ];
    return [only(t('recap.title'), words.join(' · '), clear)];
  };
}

/** A period as a filter; none where there is none. */
export function usePeriodFilter(): (
  from: string | undefined,
  to: string | undefined,
  clear: () => void,
) => FilterChoice[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return (from, to, clear) =>
    from === undefined || to === undefined ? [] : [only(t('recap.period'), periodWords({ from, to }, language), clear)];
}

function only(label: string, words: string, clear: () => void): FilterChoice {
  return { label, options: [{ value: 'only', label: words }], value: 'only', onChange: clear };
}
