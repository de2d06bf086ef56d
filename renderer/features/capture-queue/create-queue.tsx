/** A new queue: a list pasted or from a file, looked over, with where to and how. */
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressPreview } from '#shared/contract/capture-queue.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { DELAY_SECONDS, RETRIES } from '#shared/domain/capture/queue-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { Preview, SheetColumns } from './preview.tsx';

type FileSource = Extract<CallOf<'queue.preview'>['source'], { kind: 'file' }>;

/** What a second look may be planned for at once. */
export const LOOK_DAYS = [1, 3, 7, 14, 30] as const;

/** The dialog; `onMade` is given the new queue. */
export function CreateQueue({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'text' | 'file'>('text');
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [source, setSource] = useState<FileSource | null>(null);
  const [preview, setPreview] = useState<AddressPreview | null>(null);
  const { busy, error, run, clear } = useAction();
  const sheet = preview?.sheet ?? null;
  const look = (wanted: CallOf<'queue.preview'>['source']): void =>
    void run(async () => {
      setPreview(null);
      if (wanted.kind === 'file') setSource(wanted);
      setPreview(await call('queue.preview', { source: wanted }));
    });
  const start = (chosen: ChosenFile | null): void => {
    setFile(chosen);
    setPreview(null);
    clear();
    if (chosen !== null) look({ kind: 'file', file: chosen.token });
  };
  const locked = error instanceof AppError && ['ROSTER_FILE_ENCRYPTED', 'ROSTER_PASSWORD_WRONG'].includes(error.code);
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('captureQueue.make')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Segmented
          label={t('captureQueue.create.source')}
          data={(['text', 'file'] as const).map((value) => ({
            value,
            label: t(value === 'text' ? 'captureQueue.create.paste' : 'captureQueue.create.file'),
          }))}
          value={kind}
          onChange={(value) => {
            setKind(value);
            start(null);
          }}
        />
        {kind === 'text' && (
          <Textarea
            label={t('captureQueue.create.text')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setPreview(null);
            }}
            rows={6}
            spellCheck={false}
            data-autofocus
          />
        )}
        {kind === 'text' && preview === null && (
          <Group justify="flex-end">
            <Button loading={busy} disabled={text.trim() === ''} onClick={() => look({ kind: 'text', text })}>
              {t('captureQueue.create.check')}
            </Button>
          </Group>
        )}
        {kind === 'file' && file === null && (
          <DropField
            title={t('captureQueue.create.drop')}
            text={t('captureQueue.create.dropText')}
            purpose="roster"
            onFiles={([chosen]) => start(chosen ?? null)}
          />
        )}
        {kind === 'file' && file !== null && (
          <Group justify="space-between" wrap="nowrap">
            <span className="n-clip">{file.name}</span>
            <Button variant="default" size="xs" onClick={() => start(null)}>
              {t('captureQueue.create.another')}
            </Button>
          </Group>
        )}
        {locked && source !== null && <Password onPassword={(password) => look({ ...source, password })} busy={busy} />}
        {error !== null && <Problem error={error} />}
        {sheet !== null && source !== null && (
          <SheetColumns
            sheet={sheet}
            onSheet={(name) => look({ ...withoutColumns(source), sheet: name })}
            onColumns={(columns) => look({ ...source, sheet: sheet.name, columns })}
          />
        )}
        {preview !== null && <Preview preview={preview} />}
        {preview !== null && preview.items.length > 0 && (
          <Settings preview={preview} suggested={file?.name ?? ''} onClose={onClose} onMade={onMade} />
        )}
      </Stack>
    </Modal>
  );
}

function withoutColumns({ columns: _columns, ...source }: FileSource): FileSource {
  return source;
}

function Password({ onPassword, busy }: { onPassword: (password: string) => void; busy: boolean }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <form
      className="n-queue-password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <PasswordInput
        label={t('captureQueue.create.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        maxLength={255}
      />
      <Button type="submit" loading={busy} disabled={password === ''}>
        {t('captureQueue.create.openFile')}
      </Button>
    </form>
  );
}

interface SettingsProps {
  readonly preview: AddressPreview;
  /** The name that is offered for the queue. */
  readonly suggested: string;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

function Settings({ preview, suggested, onClose, onMade }: SettingsProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [title, setTitle] = useState(suggested.replace(/\.[^.]*$/, ''));
  const [caseId, setCaseId] = useState<string | null>(null);
  const [delaySeconds, setDelay] = useState<number | string>(DELAY_SECONDS.usual);
  const [retries, setRetries] = useState<number | string>(RETRIES.usual);
  const [reload, setReload] = useState(false);
  const [days, setDays] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { id } = await call('queue.create', {
        title: title.trim(),
        items: preview.items,
        caseId,
        delaySeconds: Number(delaySeconds),
        retries: Number(retries),
        reload,
        secondLookDays: days === null ? null : Number(days),
      });
      notify.done(t('captureQueue.create.made'));
      onMade(id);
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow align="start">
          <TextInput
            label={t('captureQueue.create.name')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
          />
          <CaseSelect value={caseId} onChange={setCaseId} />
        </Group>
        <Group grow align="start">
          <NumberInput
            label={t('captureQueue.create.delay')}
            description={t('captureQueue.create.delayHelp', { least: DELAY_SECONDS.least })}
            min={DELAY_SECONDS.least}
            max={DELAY_SECONDS.most}
            allowDecimal={false}
            clampBehavior="strict"
            value={delaySeconds}
            onChange={setDelay}
            required
          />
          <Stack gap="sm">
            <NumberInput
              label={t('captureQueue.create.retries')}
              min={0}
              max={RETRIES.most}
              allowDecimal={false}
              clampBehavior="strict"
              value={retries}
              onChange={setRetries}
              required
            />
            <Select
              label={t('captureQueue.create.look')}
              placeholder={t('captureQueue.create.noLook')}
              data={LOOK_DAYS.map((n) => ({ value: String(n), label: t('captureQueue.create.days', { n }) }))}
              value={days}
              onChange={setDays}
              clearable
            />
          </Stack>
        </Group>
        <Checkbox
          label={t('captureQueue.create.reload')}
          checked={reload}
          onChange={(event) => setReload(event.currentTarget.checked)}
        />
        {error !== null && <Problem error={error} />}
      </Stack>
      <DialogButtons
        busy={busy}
        disabled={title.trim() === '' || delaySeconds === '' || retries === ''}
        label={t('captureQueue.create.submit')}
        onClose={onClose}
      />
    </form>
  );
}

function CaseSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('cases.list', { limit: 500 });
  const data = (list.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <Select
      label={t('captureQueue.create.target')}
      description={t('captureQueue.create.targetHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('captureQueue.create.searchCase')}
      searchable
      clearable
      limit={50}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}
