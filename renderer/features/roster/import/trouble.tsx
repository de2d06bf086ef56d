/** What went wrong on a step, what is safe, and the way on. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/errors/app-error.ts';
import { Notice } from '../../../ui/marks.tsx';
import { Problem } from '../../../ui/states.tsx';
import type { ImportWork } from './use-import.ts';

/** Codes after which the check must be made again. */
const OUTDATED = ['ROSTER_PLAN_STALE', 'ROSTER_PLAN_UNKNOWN'];

/** The error of the last attempt. What the user stopped is no error. */
export function Trouble({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  const { error } = work;
  const code = error instanceof AppError ? error.code : null;
  if (code === 'CANCELLED') return <Notice tone="info">{t('roster.wizard.cancelled')}</Notice>;
  if (code === null || !OUTDATED.includes(code)) return <Problem error={error} />;
  return (
    <div className="n-import-trouble">
      <Problem error={error} />
      <Button leftSection={<IconRefresh size={16} />} onClick={() => void work.check()}>
        {t('roster.wizard.review.again')}
      </Button>
    </div>
  );
}
