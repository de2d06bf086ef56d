/** A backup put into a new folder. */
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';
import { FolderField } from './folder-field.tsx';
import { DoorFrame } from './frame.tsx';

/** Restores, says what was restored, and offers to open it. */
export function RestoreVault({
  onBack,
  onRestored,
}: {
  onBack: () => void;
  onRestored: (directory: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [source, setSource] = useState('');
  const [target, setTarget] = useState('');
  const [result, setResult] = useState<OutputOf<'vault.restore'> | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => setResult(await call('vault.restore', { source, directory: target })));
  };
  return (
    <DoorFrame title={t('vault.restore.title')} text={t('vault.restore.text')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <FolderField label={t('vault.restore.source')} purpose="restore-source" value={source} onChange={setSource} />
          <FolderField label={t('vault.restore.target')} purpose="restore-target" value={target} onChange={setTarget} />
          {error !== null && <Problem error={error} />}
          {result !== null && (
            <Notice tone="done">
              {t('vault.restore.done', { items: format.number(result.items), size: format.bytes(result.bytes) })}
            </Notice>
          )}
        </Stack>
        <Group mt="lg" gap="xs">
          {result === null ? (
            <Button type="submit" disabled={busy || source === '' || target === ''}>
              {busy ? t('vault.restore.running') : t('vault.restore.submit')}
            </Button>
          ) : (
            <Button onClick={() => onRestored(result.directory)}>{t('vault.restore.open')}</Button>
          )}
          <Button variant="subtle" color="gray" onClick={onBack} disabled={busy}>
            {t('common.back')}
          </Button>
        </Group>
      </form>
    </DoorFrame>
  );
}
