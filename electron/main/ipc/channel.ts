/** The only importer of ipcMain: puts the router on its one channel, and sends events to the windows they are meant for. */
import { ipcMain } from 'electron';
import { EVENT_CHANNEL, OPERATION_CHANNEL } from '#shared/contract/channels.ts';
import { type EventName, type EventPayload, eventPayloads } from '#shared/contract/events.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import type { Router } from './router.ts';

/** Which windows hear which event. */
export const EVENT_WINDOWS: { readonly [Name in EventName]: readonly WindowRole[] } = {
  'vault.changed': ['main', 'capture-toolbar'],
  'job.changed': ['main'],
  'data.changed': ['main', 'capture-toolbar'],
  'capture.changed': ['capture-toolbar'],
  'menu.command': ['main'],
};

/** Listens to pages; returns the way to stop. */
export function listenToPages(router: Router): () => void {
  ipcMain.handle(OPERATION_CHANNEL, (event, name: unknown, input: unknown) => router(event, name, input));
  return () => ipcMain.removeHandler(OPERATION_CHANNEL);
}

/** `to`: only the window whose page has this id; missing, every window that may hear it. */
export type SendEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>, to?: number) => void;

/** Sends events to the windows of the right role; a payload that does not fit the contract is a fault of ours and throws. */
export function createEventSender(windows: WindowRegistry): SendEvent {
  return (name, payload, to) => {
    const parsed = eventPayloads[name].parse(payload);
    for (const role of EVENT_WINDOWS[name]) {
      for (const { webContents } of windows.windowsOf(role))
        if (to === undefined || webContents.id === to) webContents.send(EVENT_CHANNEL, name, parsed);
    }
  };
}
