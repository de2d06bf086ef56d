/** Perbuatan: the acts of a case, each with its capture sheet and what is still to be captured. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '#shared/contract/acts.ts';
import type { Respondent } from '#shared/contract/cases.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { ActForm, type ProposalOf } from './act-form.tsx';
import './acts.css';
import { Sheet } from './sheet.tsx';

interface CaseActsProps {
  readonly sectionId: string;
  readonly caseId: string;
  /** Which allegation an act may fall under: another feature's part, put in by the routes. */
  readonly proposalOf?: ProposalOf;
}

export function CaseActs({ sectionId, caseId, proposalOf }: CaseActsProps): ReactNode {
  const { t } = useTranslation();
  const acts = useOperation('cases.acts', { caseId });
  const file = useOperation('cases.get', { id: caseId });
  const [editing, setEditing] = useState<Act | 'new' | null>(null);
  const respondents = file.data?.respondents ?? [];
  return (
    <Section
      id={sectionId}
      title={t('acts.title')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setEditing('new')}
        >
          {t('acts.add')}
        </Button>
      }
    >
      <div className="n-card">
        <Answer of={acts} rows={3}>
          {({ acts: all }) => (
            <>
              {all.length === 0 && <p className="n-plain-row n-quiet">{t('acts.none')}</p>}
              <ul className="n-rows">
                {all.map((act) => (
                  <li key={act.id}>
                    <ActRow
                      caseId={caseId}
                      act={act}
                      respondents={respondents}
                      proposalOf={proposalOf}
                      onEdit={() => setEditing(act)}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answer>
      </div>
      {editing !== null && (
        <ActForm
          caseId={caseId}
          act={editing === 'new' ? null : editing}
          day={file.data?.case.actDate ?? null}
          respondents={respondents}
          proposalOf={proposalOf}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

interface ActRowProps {
  readonly caseId: string;
  readonly act: Act;
  readonly respondents: readonly Respondent[];
  readonly proposalOf: ProposalOf | undefined;
  readonly onEdit: () => void;
}

function ActRow({ caseId, act, respondents, proposalOf, onEdit }: ActRowProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const sheet = actSheet(act.type);
  const what = sheet.words[language];
  const who = respondents.find(({ id }) => id === act.respondentId);
  const name = who?.person?.name ?? who?.accountText ?? t('acts.unknown');
  const off = act.withdrawnAt !== null;
  const lacking = sheet.items.filter(({ code }) => act.missing.includes(code));
  const facts = [
    t('acts.by', { name }),
    act.day === null ? '' : format.calendar(act.day),
    act.dateText,
    act.address,
  ].filter((part) => part !== '');
  return (
    <div className="n-act" data-off={off || undefined}>
      <div className="n-act-head">
        <div>
          <b>{what}</b>
          <div className="n-meta">{facts.join(' · ')}</div>
          {act.note !== '' && <div className="n-act-note">{act.note}</div>}
          {off && <div className="n-meta">{t('acts.withdrawn', { reason: act.withdrawReason ?? '' })}</div>}
        </div>
        {!off && (
          <div className="n-act-tools">
            <Button variant="subtle" size="compact-sm" aria-label={`${t('acts.edit')}: ${what}`} onClick={onEdit}>
              {t('acts.edit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`${t('acts.withdraw')}: ${what}`}
              onClick={() => setAsking(true)}
            >
              {t('acts.withdraw')}
            </Button>
          </div>
        )}
      </div>
      {!off && (
        <>
          <Mark tone={lacking.length === 0 ? 'done' : 'waiting'}>
            {lacking.length === 0
              ? t('acts.complete')
              : t('acts.missing', { items: lacking.map(({ words }) => words[language]).join(', ') })}
          </Mark>
          {proposalOf?.({ actId: act.id, day: act.day, type: act.type })}
          <Sheet caseId={caseId} act={act} />
        </>
      )}
      {asking && (
        <ReasonDialog
          title={t('acts.withdraw')}
          text={t('acts.withdrawText', { what })}
          submitLabel={t('acts.withdraw')}
          danger
          submit={(reason) => call('cases.withdrawAct', { caseId, actId: act.id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
