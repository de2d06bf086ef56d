/** What is doubtful about a reading or a draft. */
import type { ReactNode } from 'react';
import type { IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { intakeWarningLines } from '#shared/domain/public-reports/intake-warning-words.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { Notice } from '../../../ui/marks.tsx';

const SERIOUS: readonly IntakeWarning['code'][] = [
  'DATE_ORDER_MIXED',
  'MEDIA_DAMAGED',
  'PART_BROKEN',
  'SENDER_IN_TEXT',
];

/** Nothing when there is nothing to say. */
export function Warnings({ of: warnings }: { of: readonly IntakeWarning[] }): ReactNode {
  const language = useLanguage();
  if (warnings.length === 0) return null;
  const tone = warnings.some(({ code }) => SERIOUS.includes(code)) ? 'waiting' : 'info';
  return (
    <Notice tone={tone}>
      <ul className="n-intake-warnings">
        {intakeWarningLines(warnings, language).map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
