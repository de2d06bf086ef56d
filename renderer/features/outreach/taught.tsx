/** On the page of a case: whether and when its respondents were taught and what they signed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaughtPerson } from '#shared/contract/outreach-coverage.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';

/** Sessions that are named; the rest is counted. */
const NAMED = 2;

/** A line a person; nothing while no person of the roster is linked. */
export function TaughtLines({ caseId }: { caseId: string }): ReactNode {
  const taught = useOperation('outreach.taughtOfCase', { caseId });
  const rows = taught.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="n-taught">
      {rows.map((row) => (
        <li key={row.employeeId} className="n-meta">
          {rows.length > 1 && <b>{row.name}. </b>}
          <Line of={row} />
        </li>
      ))}
    </ul>
  );
}

function Line({ of: { sessions, pledges } }: { of: TaughtPerson }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const named = sessions.slice(0, NAMED).map(({ topic, day }) => `${topic} (${format.calendar(day)})`);
  const more = sessions.length - named.length;
  const [latest] = pledges;
  return (
    <>
      {named.length === 0
        ? t('outreach.taught.none')
        : `${t('outreach.taught.line')} ${named.join(', ')}${more > 0 ? ` ${t('outreach.taught.earlier', { n: more })}` : ''}`}
      {'. '}
      {latest === undefined
        ? t('outreach.taught.unsigned')
        : `${t('outreach.taught.signed')} ${latest.kindLabel} (${format.calendar(latest.signedOn)})`}
      {'.'}
    </>
  );
}
