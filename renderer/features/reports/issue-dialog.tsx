/** The seal or the signatory's own certificate; then the document is issued and kept. */
import { Button, Modal, PasswordInput, Radio, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { issuedDocument } from '#shared/contract/documents.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Seal } from '../../ui/seal.tsx';
import { Problem } from '../../ui/states.tsx';

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
  const [method, setMethod] = useState<'seal' | 'p12'>('seal');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'p12' }).then(
      ({ files }) => files[0] !== undefined && setFile(files[0]),
      notify.failed,
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const signature =
      method === 'seal'
        ? ({ method: 'seal' } as const)
        : file === null
          ? null
          : ({ method: 'p12', file: file.token, passphrase } as const);
    if (signature === null) return;
    void run(async () => {
      await runJob('documents.issue', { ...options, signature }, issuedDocument, setJob);
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
            <Radio.Group
              aria-label={t('reports.issue.method')}
              value={method}
              onChange={(value) => setMethod(value === 'p12' ? 'p12' : 'seal')}
            >
              <Stack gap="sm">
                <Radio
                  value="seal"
                  label={t('reports.issue.seal')}
                  description={t('reports.issue.sealText')}
                  data-autofocus
                />
                <Radio value="p12" label={t('reports.issue.p12')} description={t('reports.issue.p12Text')} />
              </Stack>
            </Radio.Group>
            {method === 'seal' && <Seal size={44} />}
            {method === 'p12' && (
              <>
                <Button variant="default" onClick={choose}>
                  {file?.name ?? t('reports.issue.chooseP12')}
                </Button>
                <PasswordInput
                  label={t('reports.issue.passphrase')}
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.currentTarget.value)}
                  autoComplete="off"
                />
              </>
            )}
            {error !== null && <Problem error={error} />}
          </Stack>
          <DialogButtons
            busy={busy}
            disabled={method === 'p12' && file === null}
            label={draft ? t('reports.issue.draftSubmit') : t('reports.issue.submit')}
            onClose={onClose}
          />
        </form>
      )}
    </Modal>
  );
}
