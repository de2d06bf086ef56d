/** What writing will do, in one sentence for the button: "Tambahkan 12, ubah 3, tandai 2 tidak lagi tercantum". */
import { useTranslation } from 'react-i18next';
import type { RosterPlan } from '#shared/contract/roster-import.ts';
import { useFormat } from '../../../ui/format.ts';
import { type Decisions, effects } from './decisions.ts';

const PARTS = [
  ['added', 'add'],
  ['changed', 'change'],
  ['moved', 'move'],
  ['returned', 'return'],
  ['proposed', 'accept'],
  ['gone', 'gone'],
  ['accounts', 'accounts'],
] as const;

/** The sentence; null when nothing would be written. */
export function useApplyWords(): (plan: RosterPlan, decisions: Decisions) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (plan, decisions) => {
    const figures = effects(plan, decisions);
    const parts = PARTS.flatMap(([kind, words]) =>
      figures[kind] === 0 ? [] : [t(`roster.wizard.review.apply.${words}`, { n: format.number(figures[kind]) })],
    );
    const sentence = parts.join(', ');
    return sentence === '' ? null : sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
}
