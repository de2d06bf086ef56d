/** The third step: everything that would happen, group by group; what is left out, what is accepted; and only then writing. */
import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterPlan } from '#shared/contract/roster-import.ts';
import { call } from '../../../bridge/call.ts';
import { useAction } from '../../../ui/dialogs.tsx';
import { useFormat } from '../../../ui/format.ts';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { Mark } from '../../../ui/marks.tsx';
import { useNotify } from '../../../ui/notify.tsx';
import { useApplyWords } from './apply-words.ts';
import { accountsIn, type Decisions, effects } from './decisions.ts';
import { FileNotes } from './file-notes.tsx';
import { GroupPanel } from './group-panel.tsx';
import { firstGroup, type Group, GroupTabs, tabId } from './group-tabs.tsx';
import { ReadingStep } from './reading.tsx';
import { StepFooter, StepHeading } from './step-frame.tsx';
import { Trouble } from './trouble.tsx';
import type { ImportWork } from './use-import.ts';
import './import.css';
import './review.css';

/** Pemeriksaan. */
export function ReviewStep({ work }: { work: ImportWork }): ReactNode {
  const { plan, matter, busy } = work;
  const [group, setGroup] = useState<Group>(() => (plan === null ? 'notes' : firstGroup(plan)));
  if (plan === null || matter === null) return null;
  if (busy === 'inspect') return <ReadingStep work={work} />;
  if (busy !== null) return <Working work={work} />;
  return (
    <>
      <div className="n-import-split n-import-review">
        <div className="n-import-aside">
          <Title plan={plan} decisions={work.decisions} />
          <GroupTabs plan={plan} decisions={work.decisions} now={group} onChange={setGroup} />
          <Corrections plan={plan} />
        </div>
        <div className="n-import-main n-import-panel" role="tabpanel" aria-labelledby={tabId(group)}>
          {work.error !== null && <Trouble work={work} />}
          {group === 'notes' ? (
            <FileNotes plan={plan} />
          ) : (
            <GroupPanel
              key={`${plan.planId}-${group}`}
              plan={plan}
              group={group}
              decisions={work.decisions}
              onDecide={work.decide}
            />
          )}
        </div>
      </div>
      <Footer work={work} plan={plan} />
    </>
  );
}

function Title({ plan, decisions }: { plan: RosterPlan; decisions: Decisions }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { accounts } = effects(plan, decisions);
  return (
    <div>
      <StepHeading step="review">{t('roster.wizard.review.heading')}</StepHeading>
      <Mark tone="info" plain>
        {t('roster.wizard.review.nothingWritten')}
      </Mark>
      <p className="n-meta">
        {t('roster.wizard.review.read', {
          n: format.number(plan.read),
          day: format.calendar(plan.asOf),
        })}
      </p>
      {accountsIn(plan) > 0 && (
        <p className="n-meta">{t('roster.wizard.review.accountsRead', { n: format.number(accounts) })}</p>
      )}
    </div>
  );
}

function Working({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  const applying = work.busy === 'apply';
  return (
    <div className="n-import-body">
      <div className="n-import-column">
        <StepHeading step="review">{t('roster.wizard.review.heading')}</StepHeading>
        <JobProgress
          label={t(applying ? 'roster.wizard.review.applying' : 'roster.wizard.sheets.planning')}
          state={work.job}
        />
        <p className="n-meta">
          {t(applying ? 'roster.wizard.review.applyingText' : 'roster.wizard.review.nothingWritten')}
        </p>
      </div>
    </div>
  );
}

function Footer({ work, plan }: { work: ImportWork; plan: RosterPlan }): ReactNode {
  const { t } = useTranslation();
  const words = useApplyWords()(plan, work.decisions);
  return (
    <StepFooter
      onBack={() => work.go('sheets')}
      next={{
        label: words ?? t('roster.wizard.review.apply.nothing'),
        onPress: () => void work.apply(),
        disabled: words === null,
      }}
    >
      <span className="n-hidden" role="status">
        {words}
      </span>
    </StepFooter>
  );
}

/** The button that saves what was refused, proposed or doubtful. Nothing when there is no such row. */
export function Corrections({ plan }: { plan: RosterPlan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { busy, run } = useAction();
  if (plan.counts.refused + plan.counts.proposed + plan.counts.conflict + plan.doubtful === 0) return null;
  const save = (): Promise<void> =>
    run(async () => {
      try {
        const fileName = plan.file.name;
        const { saved, name, rows } = await call('roster.saveCorrections', { planId: plan.planId, fileName });
        if (saved) notify.done(t('roster.wizard.review.correctionsSaved', { name, n: format.number(rows) }));
      } catch (error) {
        notify.failed(error);
      }
    });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconFileDownload size={15} />}
      loading={busy}
      title={t('roster.wizard.review.correctionsText')}
      onClick={() => void save()}
    >
      {t('roster.wizard.review.corrections')}
    </Button>
  );
}
