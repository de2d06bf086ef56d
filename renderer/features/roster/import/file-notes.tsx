/** What is to be said about the file rather than a row: lines passed over, columns not taken, doubts about a sheet. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterPlan } from '#shared/contract/roster-import.ts';
import { DROPPED_KINDS } from '#shared/domain/roster/row-codes.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { useFormat } from '../../../ui/format.ts';
import { Hash } from '../../../ui/mono.tsx';
import { Facts } from '../../../ui/page.tsx';

/** Catatan berkas. */
export function FileNotes({ plan }: { plan: RosterPlan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const dropped = DROPPED_KINDS.filter((kind) => plan.dropped[kind] > 0);
  return (
    <div className="n-import-notes">
      <section>
        <h3>{plan.file.name}</h3>
        <p className="n-meta">
          {format.bytes(plan.file.bytes)} · SHA-256 <Hash value={plan.file.sha256} />
        </p>
      </section>
      {plan.notices.length > 0 && <Notices plan={plan} />}
      <section>
        <h3>{t('roster.wizard.review.notes.notTaken')}</h3>
        <p className="n-meta">{t('roster.wizard.sheets.leftText')}</p>
        <p>{plan.notTaken.length === 0 ? t('roster.wizard.review.notes.none') : `${plan.notTaken.join(', ')}.`}</p>
      </section>
      <section>
        <h3>{t('roster.wizard.review.notes.dropped')}</h3>
        {dropped.length === 0 ? (
          <p>{t('roster.wizard.review.notes.none')}</p>
        ) : (
          <>
            <p className="n-meta">{t('roster.wizard.review.notes.droppedText')}</p>
            <Facts
              rows={dropped.map((kind) => [
                t(`roster.wizard.review.notes.droppedKinds.${kind}`),
                format.number(plan.dropped[kind]),
              ])}
            />
          </>
        )}
      </section>
    </div>
  );
}

function Notices({ plan }: { plan: RosterPlan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <section>
      <h3>{t('roster.wizard.review.notes.notices')}</h3>
      <ul className="n-import-findings">
        {plan.notices.map(({ sheet, code, params }) => (
          <li key={`${sheet}-${code}`}>
            {rowSentence(language, code)}
            <div className="n-meta">
              {[
                sheet === '' ? null : t('roster.wizard.review.notes.sheet', { name: sheet }),
                typeof params['count'] === 'number'
                  ? t('roster.wizard.review.notes.people', { n: format.number(params['count']) })
                  : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
