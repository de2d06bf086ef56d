/** Where am I, the one box, the jobs, the lock, and whether this is only practice. */
import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../bridge/queries.ts';
import { Mark } from '../ui/marks.tsx';
import { openBox } from './box-store.ts';
import { JobsTray } from './jobs-tray.tsx';
import { placeOf } from './places.ts';
import { useShellCommands } from './shortcuts.tsx';

/** The bar above every screen. */
export function TopBar(): ReactNode {
  const { t } = useTranslation();
  const { lock } = useShellCommands();
  const { data: status } = useOperation('vault.status', {});
  const here = useRouterState({ select: (state) => placeOf(state.location.pathname).key });
  return (
    <header className="n-bar">
      <div className="n-bar-where n-clip">
        <span className="n-quiet">{status?.name}</span>
        <span className="n-bar-slash">/</span>
        {t(`shell.rail.${here}`)}
        {status?.practice === true && (
          <Tooltip label={t('shell.practiceHelp')} openDelay={0}>
            <span>
              <Mark tone="waiting">{t('shell.practice')}</Mark>
            </span>
          </Tooltip>
        )}
      </div>
      <button type="button" className="n-bar-box" onClick={openBox}>
        <IconSearch size={16} stroke={1.8} />
        <span>{t('shell.box.open')}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <div className="n-bar-end">
        <JobsTray />
        <Tooltip label={t('shell.lock')}>
          <ActionIcon onClick={lock} aria-label={t('shell.lock')}>
            <IconLock size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
