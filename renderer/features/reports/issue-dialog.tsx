/** The seal, a certificate from a file or a kept key; then the document is issued and kept. */
import { Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import { issuedDocument } from '#shared/contract/documents.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { runJob } from '../../bridge/jobs.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Seal } from '../../ui/seal.tsx';
import { Problem } from '../../ui/states.tsx';
import { useSignerChoice } from './signer-choice.tsx';

/** The dialog; `onIssued` follows when the document is in the vault. */
export function IssueDialog({
  options,
  draft,
  onClose,
  onIssued,
}: {
  options: Omit<CallOf<'documents.issue'>, 'signature'>;
  draft: boolean;
  onClose: () => void;
  onIssued: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { choice, fields } = useSignerChoice('seal');
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (choice === null) return;
    void run(async () => {
      await runJob('documents.issue', { ...options, signature: choice }, issuedDocument, setJob);
      notify.done(t('reports.issue.done'));
      onIssued();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reports.issue.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {busy ? (
        <JobProgress label={t('reports.issue.issuing')} state={job} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            {fields}
            {choice?.method === 'seal' && <Seal size={44} />}
            {error !== null && <Problem error={error} />}
          </Stack>
          <DialogButtons
            busy={busy}
            disabled={choice === null}
            label={draft ? t('reports.issue.draftSubmit') : t('reports.issue.submit')}
            onClose={onClose}
          />
        </form>
      )}
    </Modal>
  );
}
