/** Any PDF, from here or from elsewhere: a verdict in plain words, with everything it stands on. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import { registerDrop } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { DropField, useWindowDrop } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { VerdictView } from './verdict-view.tsx';
import './verification.css';

/** Dokumen → Periksa dokumen. */
export function VerifyPage(): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [verdict, setVerdict] = useState<ReportVerdict | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const check = ([chosen]: readonly ChosenFile[]): void => {
    if (chosen === undefined || busy) return;
    setFile(chosen);
    setVerdict(null);
    setJob(null);
    void run(async () => setVerdict(await runJob('reports.verify', { file: chosen.token }, reportVerdict, setJob)));
  };
  useWindowDrop(check);
  usePastedFile(check);
  const another = (): void => {
    setVerdict(null);
    setFile(null);
  };
  return (
    <Page
      title={t('verification.title')}
      detail={file === null ? undefined : <FileLine file={file} verdict={verdict} />}
      actions={verdict !== null && <Actions another={another} />}
    >
      <div className="n-narrow">
        {error !== null && (
          <div className="n-verify-problem">
            <Problem error={error} />
          </div>
        )}
        {busy && <JobProgress label={t('verification.checking')} state={job} />}
        {!busy && verdict === null && (
          <DropField title={t('verification.drop')} text={t('verification.dropText')} purpose="pdf" onFiles={check} />
        )}
        {!busy && verdict !== null && <VerdictView verdict={verdict} />}
      </div>
    </Page>
  );
}

function Actions({ another }: { another: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-verdict-actions">
      <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        {t('verification.print')}
      </Button>
      <Button variant="default" onClick={another}>
        {t('verification.another')}
      </Button>
    </div>
  );
}

function FileLine({ file, verdict }: { file: ChosenFile; verdict: ReportVerdict | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (verdict === null) return file.name;
  return `${file.name} · ${t('verification.checkedAt', { time: format.instant(verdict.judgedAt) })}`;
}

/** A file that was copied in the file manager and is pasted here; a page names no path, so it goes the way of a drop. */
function usePastedFile(onFiles: (files: readonly ChosenFile[]) => void): void {
  const notify = useNotify();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      registerDrop(files.slice(0, 1)).then(onFiles, notify.failed);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  });
}
