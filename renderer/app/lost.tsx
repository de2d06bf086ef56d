/** An address that is none of ours. */
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/states.tsx';

/** Says so and leads home. */
export function LostPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Empty
      icon={IconMapOff}
      title={t('shell.lost.title')}
      action={<Button onClick={() => void navigate({ to: '/' })}>{t('shell.lost.home')}</Button>}
    >
      {t('shell.lost.text')}
    </Empty>
  );
}
