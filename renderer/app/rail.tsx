/** The left rail: where one can go, in words. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../bridge/preferences.ts';
import { useOperation } from '../bridge/queries.ts';
import { useRunningQueues } from '../features/capture-queue/queue-jobs.tsx';
import { useFormat } from '../ui/format.ts';
import { Seal } from '../ui/seal.tsx';
import { PLACES, placeOf } from './places.ts';

/** The rail; collapsed it keeps the icons and their tooltips. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [preferences, change] = usePreferences();
  const tray = useOperation('evidence.trayCount', {});
  const here = useRouterState({ select: (state) => placeOf(state.location.pathname).key });
  const queued = useRunningQueues().reduce((sum, { total, finished }) => sum + total - finished, 0);
  const collapsed = preferences.sidebarCollapsed;
  const toggleWords = collapsed ? t('shell.rail.expand') : t('shell.rail.collapse');
  return (
    <nav className="n-rail" data-collapsed={collapsed || undefined} aria-label={t('shell.rail.label')}>
      <div className="n-rail-brand">
        <Seal size={28} tone="info" />
        <span>Netra</span>
      </div>
      {PLACES.map(({ key, to, icon: Drawn, digit }) => (
        <Tooltip
          key={key}
          label={`${t(`shell.rail.${key}`)}  ${digit.replace('alt+', 'Alt ')}`}
          position="right"
          disabled={!collapsed}
        >
          <Link
            to={to}
            className="n-rail-item"
            data-active={here === key || undefined}
            {...(collapsed && { 'aria-label': t(`shell.rail.${key}`) })}
          >
            <Drawn size={19} stroke={1.6} />
            <span>{t(`shell.rail.${key}`)}</span>
            {key === 'queue' && queued > 0 && <em>{format.number(queued)}</em>}
            {key === 'evidence' && (tray.data?.count ?? 0) > 0 && <em>{format.number(tray.data?.count ?? 0)}</em>}
          </Link>
        </Tooltip>
      ))}
      <div className="n-rail-foot">
        <Tooltip label={toggleWords} position="right">
          <ActionIcon onClick={() => change({ sidebarCollapsed: !collapsed })} aria-label={toggleWords}>
            {collapsed ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
            )}
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}
