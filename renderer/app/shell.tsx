/** The frame of every screen behind the door: rail, top bar, bands, the screen itself. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOperation } from '../bridge/queries.ts';
import { VaultBand } from './bands.tsx';
import { CommandBox } from './command-box.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Rail } from './rail.tsx';
import { ShortcutSheet, useShellShortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** Root of all routes. */
export function Shell(): ReactNode {
  const status = useOperation('vault.status', {});
  const address = useRouterState({ select: (state) => state.location.pathname });
  const sheet = useShellShortcuts();
  return (
    <div className="n-shell">
      <Rail />
      <div className="n-shell-main">
        <TopBar />
        {status.data !== undefined && <VaultBand status={status.data} />}
        <main className="n-shell-screen">
          <ErrorBoundary resetKey={address}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <CommandBox />
      <ShortcutSheet opened={sheet.opened} onClose={sheet.close} />
    </div>
  );
}
