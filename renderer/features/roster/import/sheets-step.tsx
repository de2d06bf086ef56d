/** The second step: which sheets, which columns, which day, and what absence from the file means. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { Mark } from '../../../ui/marks.tsx';
import { problemOf, withChoice } from './choices.ts';
import { isOpening, ReadingStep } from './reading.tsx';
import { RosterTerms, isFuture } from './roster-terms.tsx';
import { SheetDetail } from './sheet-detail.tsx';
import { SheetList } from './sheet-list.tsx';
import { StepFooter, StepHeading } from './step-frame.tsx';
import { Trouble } from './trouble.tsx';
import { type ImportWork, isReady, passwordOf } from './use-import.ts';

/** Lembar & kolom. */
export function SheetsStep({ work }: { work: ImportWork }): ReactNode {
  const { matter, choices, busy } = work;
  const first = choices.sheets.find(({ taken }) => taken) ?? choices.sheets[0];
  const [shown, setShown] = useState(first?.name ?? '');
  if (matter === null) return null;
  if (isOpening(work)) return <ReadingStep work={work} />;
  if (busy === 'plan') return <Planning work={work} />;
  const sheet = matter.sheets.find(({ name }) => name === shown);
  const choice = choices.sheets.find(({ name }) => name === shown);
  return (
    <>
      <div className="n-import-split">
        <div className="n-import-aside">
          <Title />
          <SheetList matter={matter} work={work} shown={shown} onShow={setShown} />
          <RosterTerms choices={choices} onChange={work.choose} />
        </div>
        <div className="n-import-main">
          {work.error !== null && <Trouble work={work} />}
          {sheet !== undefined && choice !== undefined && (
            <SheetDetail
              key={shown}
              file={{ token: matter.file.token, ...passwordOf(matter) }}
              sheet={sheet}
              choice={choice}
              choices={choices.sheets}
              busy={busy !== null}
              onChange={(changed) => work.choose({ ...choices, sheets: withChoice(choices.sheets, changed) })}
              onHeader={(row) => void work.moveHeader(choice, row)}
            />
          )}
        </div>
      </div>
      <Footer work={work} />
    </>
  );
}

function Title(): ReactNode {
  const { t } = useTranslation();
  return <StepHeading step="sheets">{t('roster.wizard.sheets.heading')}</StepHeading>;
}

function Planning({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-import-body">
      <div className="n-import-column">
        <StepHeading step="sheets">{t('roster.wizard.sheets.heading')}</StepHeading>
        <JobProgress label={t('roster.wizard.sheets.planning')} state={work.job} />
        <p className="n-meta">{t('roster.wizard.review.nothingWritten')}</p>
      </div>
    </div>
  );
}

function Footer({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  const { choices, busy } = work;
  const problem = useProblem(work);
  const go = (): void => {
    if (work.planIsCurrent) work.go('review');
    else void work.check();
  };
  return (
    <StepFooter
      onBack={() => work.go('file')}
      next={{
        label: t('roster.wizard.sheets.next'),
        onPress: go,
        disabled: !isReady(choices) || isFuture(choices.asOf),
        busy: busy === 'inspect',
      }}
    >
      <span role="status">{problem !== null && <Mark tone="waiting">{problem}</Mark>}</span>
    </StepFooter>
  );
}

/** The first thing that keeps this step from being left. */
function useProblem({ choices }: ImportWork): string | null {
  const { t } = useTranslation();
  const taken = choices.sheets.filter((choice) => choice.taken);
  if (taken.length === 0) return t('roster.wizard.sheets.problem.nothing');
  for (const choice of taken) {
    const problem = problemOf(choice);
    if (problem !== null) return t(`roster.wizard.sheets.problem.${problem}`, { name: choice.name });
  }
  return isFuture(choices.asOf) ? t('roster.wizard.sheets.asOfFuture') : null;
}
