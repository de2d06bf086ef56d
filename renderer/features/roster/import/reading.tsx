/** The wait for the first look into a file: what is being done, and the way to stop it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../ui/job-progress.tsx';
import type { ImportWork } from './use-import.ts';

/** Whether a file is being opened; a look at one sheet's other headings is not meant. */
export function isOpening({ busy, job }: ImportWork): boolean {
  return busy === 'inspect' && job !== null;
}

/** The progress with its Cancel; what was there before stays. */
export function Reading({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  return <JobProgress label={t('roster.wizard.file.reading')} state={work.job} />;
}

/** The same in place of a whole step, for a file that was dropped on a later one. */
export function ReadingStep({ work }: { work: ImportWork }): ReactNode {
  return (
    <div className="n-import-body">
      <div className="n-import-column">
        <Reading work={work} />
      </div>
    </div>
  );
}
