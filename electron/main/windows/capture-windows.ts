/** The capture windows that are open. */
import type { BrowserWindow } from 'electron';
import type { SendEvent } from '../ipc/channel.ts';
import { captureHandlers } from '../ipc/handlers/capture-handlers.ts';
import type { MainHandlers } from '../ipc/router.ts';
import type { LocalLog } from '../platform/local-log.ts';
import type { ProgramPaths } from '../platform/paths.ts';
import type { RuntimeLimit } from '../security/runtime-limit.ts';
import type { VaultSession } from '../vault-host/vault-session.ts';
import type { WindowRegistry } from './window-registry.ts';
import { AppError } from '#shared/errors/app-error.ts';

export interface CaptureWindows {
  readonly handlers: Pick<MainHandlers, Extract<keyof MainHandlers, `capture.${string}`>>;
  hasFocus(): boolean;
  closeAll(): void;
}

export function createCaptureWindows(_parts: {
  readonly windows: WindowRegistry<BrowserWindow>;
  readonly vault: VaultSession;
  readonly send: SendEvent;
  readonly limit: RuntimeLimit;
  readonly paths: ProgramPaths;
  readonly log: LocalLog;
}): CaptureWindows {
  return {
    handlers: captureHandlers({
      open: () => Promise.reject(new AppError('CAPTURE_WINDOW_CLOSED')),
      controlOf: () => undefined,
      labelOf: async () => '',
      onFault: () => undefined,
    }),
    hasFocus: () => false,
    closeAll: () => undefined,
  };
}
