/** A job that this screen waits for: words, count, and the way to stop it. */
import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import { jobPhaseWords } from '#shared/domain/text/job-phases.ts';
import { call } from '../bridge/call.ts';
import { useLanguage } from '../i18n/language.ts';
import { useFormat } from './format.ts';

/** What a job is doing, and how far it came. */
export function JobPhase({ state: { phase, done, total } }: { state: JobState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const reached =
    total === null ? format.number(done) : `${format.number(done)} ${t('common.of')} ${format.number(total)}`;
  const parts = [jobPhaseWords(useLanguage(), phase), total === null && done === 0 ? '' : reached];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The progress of one job; before its first word only the label. */
export function JobProgress({ label, state }: { label: string; state: JobState | null }): ReactNode {
  const { t } = useTranslation();
  const total = state?.total ?? null;
  const percent = state === null || total === null || total === 0 ? 100 : (100 * state.done) / total;
  return (
    <div className="n-card" style={{ padding: 16 }} role="status">
      <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 8 }}>
        <span style={{ flex: 1 }}>{label}</span>
        {state !== null && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => void call('app.cancelJob', { jobId: state.jobId }).catch(() => undefined)}
          >
            {t('shell.jobs.cancel')}
          </Button>
        )}
      </div>
      <Progress value={percent} size={4} animated={total === null} aria-label={label} />
      <div className="n-meta" style={{ marginTop: 6 }}>
        {state !== null && <JobPhase state={state} />}
      </div>
    </div>
  );
}
