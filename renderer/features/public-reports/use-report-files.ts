/** Takes files into a report and says what became of them. */
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { intakeResult } from '#shared/contract/evidence.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useNotify } from '../../ui/notify.tsx';

/** Waits for the job; throws what stopped it. `asSource`: messages that name their sender. */
export function useReportFiles(): (id: string, files: readonly ChosenFile[], asSource?: boolean) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  return async (id, files, asSource = false) => {
    const tokens = files.map(({ token }) => token);
    const { added, duplicates, refused } = await runJob(
      'publicReports.addFiles',
      { id, files: tokens, asSource },
      intakeResult,
    );
    const said = [
      ...(added.length > 0 ? [t('publicReports.file.added', { n: added.length })] : []),
      ...(duplicates.length > 0 ? [t('publicReports.file.known', { n: duplicates.length })] : []),
      ...(refused.length > 0 ? [t('publicReports.file.refused', { n: refused.length })] : []),
    ];
    notify.done(said.join(' '));
  };
}
