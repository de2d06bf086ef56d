/** Records who reported, or changes it. */
import { Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reporter } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { Below, DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { cleanReporter, NO_REPORTER, ReporterFields } from './reporter-fields.tsx';

interface ReporterDialogProps {
  readonly id: string;
  /** What was shown on purpose; null for a report that is anonymous yet. */
  readonly known: Reporter | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function ReporterDialog({ id, known, onSaved, onClose }: ReporterDialogProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [reporter, setReporter] = useState(known ?? NO_REPORTER);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('publicReports.setReporter', { id, reporter: cleanReporter(reporter) });
      notify.done(t('publicReports.reporter.saved'));
      onSaved();
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={t(known === null ? 'publicReports.reporter.add' : 'publicReports.reporter.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <ReporterFields value={reporter} onChange={setReporter} />
        {error !== null && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
