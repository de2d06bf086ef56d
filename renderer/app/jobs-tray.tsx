/** Work over a second: its words, its count, and the way to stop it, while the app stays usable. */
import { ActionIcon, Button, Indicator, Popover, Progress } from '@mantine/core';
import { IconStack2, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../bridge/call.ts';
import { clearEndedJobs, errorCode, useJobs } from '../bridge/jobs.ts';
import { QueueJobs, useRunningQueues } from '../features/capture-queue/queue-jobs.tsx';
import { useErrorWords } from '../i18n/errors.ts';
import { JobPhase } from '../ui/job-progress.tsx';
import { Mark, type Tone } from '../ui/marks.tsx';

const TONES: Readonly<Record<JobState['state'], Tone>> = {
  running: 'info',
  done: 'done',
  failed: 'problem',
  cancelled: 'quiet',
};

/** The tray's button and its list. */
export function JobsTray(): ReactNode {
  const { t } = useTranslation();
  const jobs = useJobs();
  const [opened, setOpened] = useState(false);
  const queues = useRunningQueues();
  const runningJobs = jobs.filter((job) => job.state === 'running').length;
  const running = runningJobs + queues.length;
  const label = running > 0 ? t('shell.jobs.open', { n: running }) : t('shell.jobs.title');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={344} shadow="md" trapFocus>
      <Indicator disabled={running === 0} processing size={8} offset={8} color="teal" zIndex={1}>
        <Popover.Target>
          <ActionIcon onClick={() => setOpened(!opened)} aria-label={label} aria-expanded={opened}>
            <IconStack2 size={18} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('shell.jobs.title')}>
        <div className="n-jobs-head">
          <b>{t('shell.jobs.title')}</b>
          {jobs.length > runningJobs && (
            <Button variant="subtle" size="compact-xs" onClick={clearEndedJobs}>
              {t('shell.jobs.clear')}
            </Button>
          )}
        </div>
        {jobs.length + queues.length === 0 && <p className="n-jobs-none">{t('shell.jobs.none')}</p>}
        <ul className="n-rows n-jobs">
          <QueueJobs queues={queues} />
          {jobs.map((job) => (
            <Job key={job.jobId} job={job} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Job({ job }: { job: JobState }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords();
  const percent = job.total === null || job.total === 0 ? 100 : (100 * job.done) / job.total;
  return (
    <li className="n-job">
      <div className="n-job-line">
        <div className="n-row-text">
          <div>{t(`names.job.${job.kind}`)}</div>
          <div className="n-meta n-clip">{job.label}</div>
        </div>
        {job.state === 'running' ? (
          <ActionIcon
            size={28}
            aria-label={`${t('shell.jobs.cancel')}: ${job.label}`}
            onClick={() => void call('app.cancelJob', { jobId: job.jobId }).catch(() => undefined)}
          >
            <IconX size={16} />
          </ActionIcon>
        ) : (
          <Mark tone={TONES[job.state]} plain>
            {t(`names.jobState.${job.state}`)}
          </Mark>
        )}
      </div>
      {job.state === 'running' && (
        <>
          <Progress value={percent} size={4} animated={job.total === null} aria-label={job.label} />
          <div className="n-meta">
            <JobPhase state={job} />
          </div>
        </>
      )}
      {job.error !== undefined && (
        <div className="n-meta">{words(new AppError(errorCode(job.error.code), job.error.params))}</div>
      )}
    </li>
  );
}
