/** What must be known before anything else: the runtime's limits, a rolled-back vault, a missing backup. One band at a time. */
import { Button, CloseButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconAlertTriangle, IconFlask, IconKey, IconDeviceUsb, IconDatabaseExport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useOperation } from '../bridge/queries.ts';
import { type Format, useFormat } from '../ui/format.ts';
import type { Icon, Tone } from '../ui/marks.tsx';

interface BandMatter {
  readonly key: string;
  readonly tone: Tone;
  readonly icon: Icon;
  readonly words: string;
  readonly action?: { readonly label: string; readonly section: 'brankas' | 'akun' };
  readonly mayClose: boolean;
}

/** Shown always while the app runs on the development runtime or without a sandbox. */
export function LimitBand(): ReactNode {
  const { t } = useTranslation();
  const { data } = useOperation('app.info', {});
  if (data === undefined || data.runtimeLimit === null) return null;
  return (
    <div className="n-band" data-tone="waiting" role="status">
      <IconFlask size={15} stroke={1.8} />
      {t(`shell.limit.${data.runtimeLimit}`)}
    </div>
  );
}

/** The most pressing thing about the open vault. */
export function VaultBand({ status }: { status: VaultStatus }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const matter = useMatters(status, format).find(({ key }) => !closed.includes(key));
  if (matter === undefined) return null;
  const { icon: Drawn, action } = matter;
  return (
    <div className="n-band" data-tone={matter.tone} role="status">
      <Drawn size={15} stroke={1.8} />
      <span>{matter.words}</span>
      {action !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void navigate({ to: '/pengaturan/$section', params: { section: action.section } })}
        >
          {action.label}
        </Button>
      )}
      {matter.mayClose && (
        <CloseButton
          size="sm"
          ml="auto"
          aria-label={t('common.close')}
          onClick={() => setClosed([...closed, matter.key])}
        />
      )}
    </div>
  );
}

function useMatters(status: VaultStatus, format: Format): BandMatter[] {
  const { t } = useTranslation();
  const matters: BandMatter[] = [];
  if (status.rollback !== null) {
    const { kind, seen, found } = status.rollback;
    matters.push({
      key: 'rollback',
      tone: 'problem',
      icon: IconAlertTriangle,
      words: t(`shell.rollback.${kind}`, { seen: seen.sequence, found: found.sequence }),
      mayClose: true,
    });
  }
  if (status.place !== 'fixed') {
    matters.push({
      key: 'place',
      tone: status.place === 'removable' ? 'waiting' : 'problem',
      icon: IconDeviceUsb,
      words: t(`shell.place.${status.place}`),
      mayClose: true,
    });
  }
  if (!status.recoveryConfirmed && !status.practice) {
    matters.push({
      key: 'recovery',
      tone: 'waiting',
      icon: IconKey,
      words: t('shell.recoveryOpen'),
      // A new code lets its holder in as any user: it is the managers' to make.
      ...(status.user?.role === 'pengelola' && { action: { label: t('shell.recoveryNew'), section: 'akun' } as const }),
      mayClose: true,
    });
  }
  if (status.backupDue && !status.practice) {
    const words =
      status.lastBackupAt === null
        ? t('shell.backupNever')
        : t('shell.backupDue', { when: format.brief(status.lastBackupAt) });
    matters.push({
      key: 'backup',
      tone: 'waiting',
      icon: IconDatabaseExport,
      words,
      action: { label: t('shell.backupNow'), section: 'brankas' },
      mayClose: true,
    });
  }
  return matters;
}
