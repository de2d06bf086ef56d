/** The open vault: backup and verification with their results. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import { backupResult, type VaultVerification, vaultVerification } from '#shared/contract/vault.ts';
import { call } from '../../bridge/call.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Notice } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { VerificationNotice } from '../../ui/verification.tsx';

/** Pengaturan → Brankas. */
export function VaultSettings(): ReactNode {
  return (
    <>
      <Backup />
      <Verify />
    </>
  );
}

function Backup(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: status } = useOperation('vault.status', {});
  const [job, setJob] = useState<JobState | null>(null);
  const [result, setResult] = useState<z.infer<typeof backupResult> | null>(null);
  const { busy, error, run } = useAction();
  const start = (): void =>
    void run(async () => {
      const { directory } = await call('app.chooseDirectory', { purpose: 'backup' });
      if (directory === null) return;
      setResult(null);
      setResult(await runJob('vault.backup', { directory }, backupResult, setJob));
    });
  const last = status?.lastBackupAt ?? null;
  return (
    <Section title={t('vault.backup.title')}>
      <p className="n-quiet">{t('vault.backup.text')}</p>
      <Group gap="md" mb="sm">
        <Button onClick={start} disabled={busy}>
          {t('vault.backup.now')} …
        </Button>
        <span className="n-meta">
          {t('vault.backup.last')}: {last === null ? t('vault.backup.never') : format.instant(last)}
        </span>
      </Group>
      {busy && job !== null && <JobProgress label={t('names.job.vault-backup')} state={job} />}
      {error !== null && <Problem error={error} />}
      {result !== null && (
        <Notice tone="done">
          {t('vault.backup.done', { items: format.number(result.items), size: format.bytes(result.bytes) })}
        </Notice>
      )}
    </Section>
  );
}

function Verify(): ReactNode {
  const { t } = useTranslation();
  const [job, setJob] = useState<JobState | null>(null);
  const [result, setResult] = useState<VaultVerification | null>(null);
  const { busy, error, run } = useAction();
  const start = (): void =>
    void run(async () => {
      setResult(null);
      setResult(await runJob('vault.verify', {}, vaultVerification, setJob));
    });
  return (
    <Section title={t('vault.verify.title')}>
      <p className="n-quiet">{t('vault.verify.text')}</p>
      <Group mb="sm">
        <Button variant="default" onClick={start} disabled={busy}>
          {t('vault.verify.now')}
        </Button>
      </Group>
      {busy && <JobProgress label={t('names.job.vault-verify')} state={job} />}
      {error !== null && <Problem error={error} />}
      {result !== null && <VerificationNotice result={result} />}
    </Section>
  );
}
