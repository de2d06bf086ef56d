/**
 * What both bridges are made of. Checklist 20: a page gets named functions; there is no channel and no operation name that it
 * could choose, and no listener ever sees Electron's event object.
 */
import { ipcRenderer, type IpcRendererEvent } from 'electron';
import { EVENT_CHANNEL, EVENTS, OPERATION_CHANNEL } from '#shared/contract/channels.ts';

/** One function per operation, its name closed over. */
export function operationFunctions<Name extends string>(
  names: readonly Name[],
): Record<Name, (input: unknown) => Promise<unknown>> {
  return mapNames(
    names,
    (name) =>
      (input: unknown): Promise<unknown> =>
        ipcRenderer.invoke(OPERATION_CHANNEL, name, input),
  );
}

/** One subscription per event; each returns the way to stop. */
export function eventSubscriptions(): Record<
  (typeof EVENTS)[number],
  (listener: (payload: unknown) => void) => () => void
> {
  return mapNames(EVENTS, (name) => (listener: (payload: unknown) => void) => {
    const receive = (_event: IpcRendererEvent, sent: unknown, payload: unknown): void => {
      if (sent === name) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return (): void => {
      ipcRenderer.off(EVENT_CHANNEL, receive);
    };
  });
}

function mapNames<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  const entries = names.map((name) => [name, make(name)] as const);
  return Object.fromEntries(entries) as Record<Name, Value>;
}
