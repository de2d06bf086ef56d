/** A list of people from a file: read, matched, decided row by row, and nothing of it lost. */
import { Button, Group, Modal, PasswordInput, Select, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachColumns } from '#shared/contract/outreach.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { DropField } from '../../ui/drop.tsx';
import { Notice } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';
import { FileRows } from './file-rows.tsx';

type Preview = OutputOf<'outreach.previewFile'>;
type Request = CallOf<'outreach.previewFile'>;

interface FileDialogProps {
  readonly target: Request['target'];
  readonly onClose: () => void;
}

/** The dialog. */
export function FileDialog({ target, onClose }: FileDialogProps): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [request, setRequest] = useState<Request | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, error, run, clear } = useAction();
  const look = (wanted: Request): void =>
    void run(async () => {
      setPreview(null);
      setRequest(wanted);
      setPreview(await call('outreach.previewFile', wanted));
    });
  const start = (chosen: ChosenFile | null): void => {
    setFile(chosen);
    setPreview(null);
    clear();
    if (chosen !== null) look({ target, file: chosen.token });
  };
  const locked = error instanceof AppError && ['ROSTER_FILE_ENCRYPTED', 'ROSTER_PASSWORD_WRONG'].includes(error.code);
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('outreach.file.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        {file === null ? (
          <DropField
            title={t('outreach.file.drop')}
            text={t('outreach.file.dropText')}
            purpose="roster"
            onFiles={([chosen]) => start(chosen ?? null)}
          />
        ) : (
          <Group justify="space-between" wrap="nowrap">
            <span className="n-clip">{file.name}</span>
            <Button variant="default" size="xs" onClick={() => start(null)}>
              {t('outreach.file.another')}
            </Button>
          </Group>
        )}
        {locked && request !== null && (
          <Password busy={busy} onPassword={(password) => look({ ...request, password })} />
        )}
        {error !== null && <Problem error={error} />}
        {preview !== null && request !== null && (
          <Columns
            preview={preview}
            onSheet={(sheet) => {
              const { columns: _columns, ...rest } = request;
              look({ ...rest, sheet });
            }}
            onColumns={(columns) => look({ ...request, sheet: preview.sheet, columns })}
          />
        )}
        {preview?.truncated === true && <Notice tone="waiting">{t('outreach.file.truncated')}</Notice>}
        {preview !== null && file !== null && (
          <FileRows
            key={JSON.stringify(preview.columns)}
            target={target}
            fileName={file.name}
            rows={preview.rows}
            onClose={onClose}
          />
        )}
      </Stack>
    </Modal>
  );
}

function Password({ busy, onPassword }: { busy: boolean; onPassword: (password: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <Group align="end">
        <PasswordInput
          label={t('outreach.file.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          maxLength={255}
          w={280}
        />
        <Button type="submit" loading={busy} disabled={password === ''}>
          {t('common.open')}
        </Button>
      </Group>
    </form>
  );
}

interface ColumnsProps {
  readonly preview: Preview;
  readonly onSheet: (name: string) => void;
  readonly onColumns: (columns: OutreachColumns) => void;
}

const COLUMNS = ['name', 'nip', 'unit'] as const;

function Columns({ preview, onSheet, onColumns }: ColumnsProps): ReactNode {
  const { t } = useTranslation();
  const { columns, headings, names, sheet } = preview;
  const data = headings.map((heading, index) => ({ value: String(index), label: heading }));
  return (
    <Group grow align="start">
      {names.length > 1 && (
        <Select
          label={t('outreach.file.sheet')}
          data={names}
          value={sheet}
          onChange={(name) => name !== null && onSheet(name)}
          allowDeselect={false}
        />
      )}
      {COLUMNS.map((name) => {
        const value = columns[name];
        return (
          <Select
            key={name}
            label={t(`outreach.file.${name}`)}
            placeholder={t('outreach.file.noColumn')}
            data={data}
            value={value === null ? null : String(value)}
            onChange={(chosen) => onColumns({ ...columns, [name]: chosen === null ? null : Number(chosen) })}
            clearable
          />
        );
      })}
    </Group>
  );
}
