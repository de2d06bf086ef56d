/** What is doubtful about a reading or a draft, in sentences; the same thing many times is said once with its number. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/marks.tsx';

/** Names of one kind that are said; the others are counted. */
const SAID = 5;
const SERIOUS: readonly IntakeWarning['code'][] = [
  'DATE_ORDER_MIXED',
  'MEDIA_DAMAGED',
  'PART_BROKEN',
  'SENDER_IN_TEXT',
];

/** Nothing when there is nothing to say. */
export function Warnings({ of: warnings }: { of: readonly IntakeWarning[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (warnings.length === 0) return null;
  const kinds = [...new Set(warnings.map(({ code }) => code))];
  const tone = kinds.some((code) => SERIOUS.includes(code)) ? 'waiting' : 'info';
  return (
    <Notice tone={tone}>
      <ul className="n-intake-warnings">
        {kinds.map((code) => {
          const same = warnings.filter((one) => one.code === code);
          const params = same[0]?.params ?? {};
          const names = same.flatMap((one) => (one.params['name'] === undefined ? [] : [String(one.params['name'])]));
          const rest = names.length - SAID;
          const more = rest > 0 ? ` ${t('reportIntake.warningMore', { n: format.number(rest) })}` : '';
          const count = Number(params['count'] ?? same.length);
          const values = { ...params, n: format.number(count), names: names.slice(0, SAID).join(', ') + more };
          return <li key={code}>{t(`reportIntake.warning.${code}`, values)}</li>;
        })}
      </ul>
    </Notice>
  );
}
