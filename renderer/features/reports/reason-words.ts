/** Plain words for the reasons of a verdict. */
import { useTranslation } from 'react-i18next';
import { REASON_VERDICTS, type VerdictReason } from '#shared/domain/signature/verdict.ts';

/** Says a reason; one that this version does not know is shown as it is, so that it can be quoted. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => (isKnown(reason) ? t(`reports.reason.${reason}`) : reason);
}

function isKnown(reason: string): reason is VerdictReason {
  return Object.hasOwn(REASON_VERDICTS, reason);
}
