/** Taking a package in: which file or folder, from whom, under which passphrase; what was refused is said and can be tried again. */
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { receivedPackage } from '#shared/contract/handover.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';

/** The dialog; `onDone` gets the package's id. */
export function ReceiveDialog({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [receivedFrom, setReceivedFrom] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run, clear } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null || receivedFrom.trim() === '') return;
    void run(async () => {
      const input = { file: file.token, receivedFrom, passphrase };
      const taken = await runJob('handover.receive', input, receivedPackage, setJob);
      notify.done(t('handover.dialog.done', { number: taken.caseNumber, n: format.number(taken.files) }));
      onClose();
      onDone(taken.id);
    });
  };
  const choose = ([chosen]: readonly ChosenFile[]): void => {
    clear();
    if (chosen !== undefined) setFile(chosen);
  };
  const chooseFolder = (): void =>
    void call('app.chooseFiles', { purpose: 'package-folder', multiple: false }).then(
      ({ files }) => choose(files),
      notify.failed,
    );
  // A folder has no size of its own.
  const sizeOf = ({ bytes }: ChosenFile): string =>
    bytes === 0 ? t('handover.dialog.folderChosen') : format.bytes(bytes);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('handover.dialog.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('handover.dialog.text')}
          </Text>
          <div className="n-package-file">
            <DropField
              title={file === null ? t('handover.dialog.drop') : file.name}
              text={file === null ? t('handover.dialog.dropText') : sizeOf(file)}
              purpose="package"
              onFiles={choose}
            />
            <Button variant="default" size="compact-sm" onClick={chooseFolder}>
              {t('handover.dialog.folder')}
            </Button>
          </div>
          <TextInput
            label={t('handover.dialog.from')}
            description={t('handover.dialog.fromHelp')}
            value={receivedFrom}
            onChange={(event) => setReceivedFrom(event.currentTarget.value)}
            required
          />
          <PasswordInput
            label={t('handover.dialog.passphrase')}
            description={t('handover.dialog.passphraseHelp')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="off"
          />
          {busy && <JobProgress label={t('names.job.package-receive')} state={job} />}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={file === null || receivedFrom.trim() === ''}
          label={t('handover.dialog.submit')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
