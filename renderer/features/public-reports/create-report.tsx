/** A new report: what is reported, who reported, and what was handed in. */
import { Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { ContentFields, contentForVault, type ContentValues, NO_CONTENT } from './content-fields.tsx';
import { cleanReporter, NO_REPORTER, ReporterFields } from './reporter-fields.tsx';
import { useReportFiles } from './use-report-files.ts';

const HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const;

/** The dialog; `onCreated` gets the new report's id. */
export function CreateReport({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [content, setContent] = useState<ContentValues>(NO_CONTENT);
  const [anonymous, setAnonymous] = useState(false);
  const [reporter, setReporter] = useState(NO_REPORTER);
  const [received, setReceived] = useState({ day: '', time: '' });
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [made, setMade] = useState<string | null>(null);
  const take = useReportFiles();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      // A report that is registered stays so when its files fail: only these are tried again.
      const id = made ?? (await register());
      setMade(id);
      if (files.length > 0) await take(id, files);
      onCreated(id);
    });
  };
  const register = async (): Promise<string> => {
    const receivedAt = received.day === '' ? null : instantOf(received.day, received.time || '12:00', format.zone);
    const answer = await call('publicReports.create', {
      ...contentForVault(content),
      receivedAt,
      reporter: anonymous ? null : cleanReporter(reporter),
    });
    notify.done(t('publicReports.create.created', { number: answer.number }));
    return answer.id;
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publicReports.create.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <ContentFields value={content} onChange={setContent} />
          <Group grow>
            <TextInput
              type="date"
              label={t('publicReports.content.receivedDay')}
              value={received.day}
              onChange={(event) => setReceived({ ...received, day: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t('publicReports.content.receivedTime')}
              value={received.time}
              onChange={(event) => setReceived({ ...received, time: event.currentTarget.value })}
            />
          </Group>
          <div className="n-card n-report-card-text">
            <Stack gap="sm">
              <Switch
                label={t('publicReports.create.anonymous')}
                checked={anonymous}
                onChange={(event) => setAnonymous(event.currentTarget.checked)}
              />
              {!anonymous && (
                <>
                  <p className="n-meta">{t('publicReports.reporter.apart')}</p>
                  <ReporterFields value={reporter} onChange={setReporter} />
                </>
              )}
            </Stack>
          </div>
          <DropField
            title={t('publicReports.create.drop')}
            text={t('publicReports.create.dropText')}
            purpose="evidence"
            multiple
            onFiles={(chosen) => setFiles([...files, ...chosen])}
          />
          {files.length > 0 && (
            <Notice tone="info">
              {t('publicReports.files', { n: files.length })}
              <div className="n-meta">
                {files.map(({ name, bytes }) => `${name} (${format.bytes(bytes)})`).join(', ')}
              </div>
            </Notice>
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={content.subject.trim() === ''}
          label={t('publicReports.create.submit')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}

/** A day and a time on the office's clock as an instant. */
function instantOf(day: string, time: string, zone: keyof typeof HOURS): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - HOURS[zone] * 3_600_000).toISOString();
}
