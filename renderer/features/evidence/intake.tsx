/** Files from elsewhere: asked where they come from, stored whole, told what was known already. */
import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import { type IntakeResult, intakeResult } from '#shared/contract/evidence.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, runJob } from '../../bridge/jobs.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';
import { CaseSelect } from './filed.tsx';

/** The dialog for files that were dropped, chosen or pasted, or for a part of the screen (`region`). */
export function IntakeDialog({
  files,
  region,
  caseId,
  onClose,
}: {
  files: readonly ChosenFile[];
  region: ScreenRegion | null;
  caseId: string | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [target, setTarget] = useState(caseId);
  const [result, setResult] = useState<IntakeResult | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { busy, error, run } = useAction();
  const { register, handleSubmit } = useForm({
    defaultValues: {
      obtainedFrom: '',
      obtainedAtText: '',
      address: '',
      postedAtText: '',
      note: '',
      shownProgram: '',
      shownSubject: '',
      cameraPhoto: false,
    },
  });
  const submit = handleSubmit((values) =>
    run(async () =>
      setResult(
        await runJob(
          'evidence.addFiles',
          { ...values, caseId: target, files: files.map(({ token }) => token) },
          intakeResult,
          setJob,
        ),
      ),
    ),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(region === null ? 'evidence.intake.title' : 'evidence.region.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {result !== null && <IntakeOutcome result={result} onClose={onClose} />}
      {result === null && busy && <JobProgress label={t('evidence.intake.saving')} state={job} />}
      {result === null && !busy && (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            {region === null ? <FileNames files={files} /> : <RegionTaken region={region} />}
            <CaseSelect label={t('evidence.intake.case')} value={target} onChange={setTarget} clearable />
            {region === null ? (
              <>
                <Group grow>
                  <TextInput label={t('evidence.intake.obtainedFrom')} data-autofocus {...register('obtainedFrom')} />
                  <TextInput label={t('evidence.intake.obtainedAt')} {...register('obtainedAtText')} />
                </Group>
                <TextInput label={t('evidence.intake.address')} {...register('address')} />
                <Checkbox
                  label={t('evidence.intake.cameraPhoto')}
                  description={t('evidence.intake.cameraPhotoHint')}
                  {...register('cameraPhoto')}
                />
              </>
            ) : (
              <>
                <TextInput
                  label={t('evidence.origin.shownProgram')}
                  description={t('evidence.region.programHint')}
                  required
                  data-autofocus
                  {...register('shownProgram')}
                />
                <TextInput
                  label={t('evidence.origin.shownSubject')}
                  description={t('evidence.region.subjectHint')}
                  {...register('shownSubject')}
                />
              </>
            )}
            <TextInput
              label={t('evidence.intake.postedAt')}
              description={t('evidence.intake.postedAtHint')}
              {...register('postedAtText')}
            />
            <Textarea label={t('evidence.intake.note')} autosize {...register('note')} />
            {error !== null && <Problem error={error} />}
          </Stack>
          <DialogButtons busy={busy} label={t('evidence.intake.submit')} onClose={onClose} />
        </form>
      )}
    </Modal>
  );
}

function FileNames({ files }: { files: readonly ChosenFile[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="waiting">
      {t('evidence.intake.text', { n: files.length })}
      <div className="n-meta">
        {files
          .slice(0, 5)
          .map(({ name, bytes }) => `${name} (${format.bytes(bytes)})`)
          .join(', ')}
        {files.length > 5 && ` +${files.length - 5}`}
      </div>
    </Notice>
  );
}

function RegionTaken({ region }: { region: ScreenRegion }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { width, height } = region.rectangle;
  return (
    <Notice tone="info">
      {t('evidence.region.text', { size: `${width} × ${height}`, at: format.instant(region.takenAt) })}
    </Notice>
  );
}

function IntakeOutcome({ result, onClose }: { result: IntakeResult; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords();
  return (
    <Stack gap="xs">
      <Notice tone={result.added.length > 0 ? 'done' : 'info'}>
        {t('evidence.intake.added', { n: result.added.length })}
      </Notice>
      {result.duplicates.map((file) => (
        <Notice key={file.id + file.name} tone="info">
          {t('evidence.intake.duplicate', { name: file.name })}
        </Notice>
      ))}
      {result.refused.map((file) => (
        <Notice key={file.name} tone="problem">
          {t('evidence.intake.refused', { name: file.name })} {words(new AppError(errorCode(file.code)))}
        </Notice>
      ))}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
