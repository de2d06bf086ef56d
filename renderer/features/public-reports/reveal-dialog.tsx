/** Asks what an identity is looked at for, before it is shown. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { PurposeDialog } from './purpose-dialog.tsx';

interface RevealDialogProps {
  readonly id: string;
  readonly onShown: (revealed: OutputOf<'publicReports.revealReporter'>) => void;
  readonly onClose: () => void;
}

export function RevealDialog({ id, onShown, onClose }: RevealDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <PurposeDialog
      title={t('publicReports.reporter.showTitle')}
      text={t('publicReports.reporter.showText')}
      label={t('publicReports.reporter.show')}
      submit={async (asked) => onShown(await call('publicReports.revealReporter', { id, ...asked }))}
      onClose={onClose}
    />
  );
}
