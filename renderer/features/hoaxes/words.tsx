/** What states, verdicts, kinds and follow-ups of hoaxes are called, and their marks. */
import {
  IconCircleCheck,
  IconListCheck,
  IconPencil,
  IconPlayerStop,
  IconRosetteDiscountCheck,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxKindInfo, HoaxRow } from '#shared/contract/hoaxes.ts';
import type { HoaxKind } from '#shared/domain/hoaxes/kinds.ts';
import type { HoaxState, HoaxVerdict } from '#shared/domain/hoaxes/states.ts';
import { HOAX_STATE_WORDS, HOAX_VERDICT_WORDS } from '#shared/domain/hoaxes/words.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { type Icon, Mark, type Tone } from '../../ui/marks.tsx';

const STATES: Readonly<Record<HoaxState, { tone: Tone; icon: Icon }>> = {
  dicatat: { tone: 'info', icon: IconPencil },
  diperiksa: { tone: 'waiting', icon: IconSearch },
  disimpulkan: { tone: 'sealed', icon: IconRosetteDiscountCheck },
  ditindaklanjuti: { tone: 'info', icon: IconListCheck },
  selesai: { tone: 'done', icon: IconCircleCheck },
  dihentikan: { tone: 'quiet', icon: IconPlayerStop },
};
const VERDICTS: Readonly<Record<HoaxVerdict, Tone>> = {
  hoaks: 'problem',
  bukan_hoaks: 'done',
  belum_terbukti: 'waiting',
};

export function HoaxStateMark({ state }: { state: HoaxState }): ReactNode {
  const language = useLanguage();
  return (
    <Mark tone={STATES[state].tone} icon={STATES[state].icon}>
      {HOAX_STATE_WORDS[state][language]}
    </Mark>
  );
}

export function VerdictMark({ verdict }: { verdict: HoaxVerdict }): ReactNode {
  const language = useLanguage();
  return <Mark tone={VERDICTS[verdict]}>{HOAX_VERDICT_WORDS[verdict][language]}</Mark>;
}

/** The kinds with their words, and how one is called. */
export function useKinds(): { kinds: readonly HoaxKindInfo[]; nameOf: (kind: HoaxKind | null) => string } {
  const language = useLanguage();
  const references = useOperation('hoaxes.references', {});
  const kinds = references.data?.kinds ?? [];
  return {
    kinds,
    nameOf: (kind) => (kind === null ? '' : (kinds.find(({ code }) => code === kind)?.name[language] ?? kind)),
  };
}

/** "3 hari", "hari yang sama"; null while nothing was told. */
export function useAnswerWords(): (row: Pick<HoaxRow, 'answerDays'>) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ answerDays }) => {
    if (answerDays === null) return null;
    if (answerDays === 0) return t('hoaxes.sameDay');
    return answerDays === 1 ? t('hoaxes.oneDay') : t('hoaxes.days', { n: format.number(answerDays) });
  };
}
