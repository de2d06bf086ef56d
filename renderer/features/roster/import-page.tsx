/** The import: file, columns, preview, result. Nothing is written before the preview is agreed. */
import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { type RosterImportResult, rosterImportResult, type RosterSheet } from '#shared/contract/roster.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { Page } from '../../ui/page.tsx';
import { Bones, Problem } from '../../ui/states.tsx';
import { ColumnsStep } from './import-columns.tsx';
import { fromProposal, type SheetPlan, toMapping } from './import-plan.ts';
import { ImportOutcome } from './import-outcome.tsx';
import './roster.css';

type Step = 'file' | 'columns' | 'preview' | 'result';

interface Matter {
  readonly file: ChosenFile;
  readonly sheets: readonly RosterSheet[];
}

/** Pegawai → Impor. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('file');
  const [matter, setMatter] = useState<Matter | null>(null);
  const [plans, setPlans] = useState<readonly SheetPlan[]>([]);
  const [result, setResult] = useState<RosterImportResult | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run, clear } = useAction();
  const read = (file: ChosenFile): Promise<void> =>
    run(async () => {
      const { sheets } = await call('roster.inspect', { file: file.token });
      setMatter({ file, sheets });
      setPlans(sheets.map(fromProposal));
      setStep('columns');
    });
  const importWith = (dryRun: boolean): Promise<void> =>
    run(async () => {
      if (matter === null) return;
      setJob(null);
      const sheets = plans.filter(({ taken }) => taken).map(toMapping);
      setResult(await runJob('roster.import', { file: matter.file.token, sheets, dryRun }, rosterImportResult, setJob));
      setStep(dryRun ? 'preview' : 'result');
    });
  const restart = (): void => {
    clear();
    setStep('file');
    setMatter(null);
    setResult(null);
  };
  return (
    <Page title={t('roster.wizard.title')} detail={matter?.file.name}>
      <div className="n-wizard">
        <Steps now={step} />
        {error !== null && <Problem error={error} />}
        {step === 'file' &&
          (busy ? (
            <Waiting words={t('roster.wizard.reading')} />
          ) : (
            <DropField
              title={t('roster.wizard.drop')}
              text={t('roster.wizard.dropText')}
              purpose="roster"
              onFiles={([file]) => file !== undefined && void read(file)}
            />
          ))}
        {step === 'columns' &&
          matter !== null &&
          (busy ? (
            <JobProgress label={t('roster.wizard.previewing')} state={job} />
          ) : (
            <ColumnsStep
              sheets={matter.sheets}
              plans={plans}
              onChange={setPlans}
              onNext={() => void importWith(true)}
              onBack={restart}
            />
          ))}
        {step === 'preview' &&
          result !== null &&
          (busy ? (
            <JobProgress label={t('roster.wizard.committing')} state={job} />
          ) : (
            <Preview result={result} onBack={() => setStep('columns')} onCommit={() => void importWith(false)} />
          ))}
        {step === 'result' && result !== null && <Done result={result} onAgain={restart} />}
      </div>
    </Page>
  );
}

function Steps({ now }: { now: Step }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className="n-wizard-steps">
      {(['file', 'columns', 'preview', 'result'] as const).map((step) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          {t(`roster.wizard.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Waiting({ words }: { words: string }): ReactNode {
  return (
    <div role="status">
      <p className="n-quiet">{words}</p>
      <Bones rows={6} />
    </div>
  );
}

function Preview({
  result,
  onBack,
  onCommit,
}: {
  result: RosterImportResult;
  onBack: () => void;
  onCommit: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = result.added + result.updated;
  return (
    <>
      <Group gap="xs">
        <Button onClick={onCommit} disabled={changes === 0}>
          {changes === 0 ? t('roster.wizard.nothing') : t('roster.wizard.commit', { n: format.number(changes) })}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('roster.wizard.again')}
        </Button>
      </Group>
      <ImportOutcome result={result} />
    </>
  );
}

function Done({ result, onAgain }: { result: RosterImportResult; onAgain: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Notice tone="done">{t('roster.wizard.done')}</Notice>
      <Group gap="xs">
        <Button onClick={() => void navigate({ to: '/pegawai' })}>{t('roster.wizard.toDirectory')}</Button>
        <Button variant="subtle" color="gray" onClick={onAgain}>
          {t('roster.wizard.another')}
        </Button>
      </Group>
      <ImportOutcome result={result} />
    </>
  );
}
