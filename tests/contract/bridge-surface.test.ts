/** What a page of the main window finds at window.netra: nothing more, and no channel in sight. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EVENT_CHANNEL, EVENTS, MAIN_WINDOW_OPERATIONS, OPERATION_CHANNEL } from '#shared/contract/channels.ts';

type Listener = (event: unknown, name: unknown, payload: unknown) => void;
const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, unknown>>(),
  invoked: [] as unknown[][],
  listeners: new Set<Listener>(),
  channels: [] as string[],
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: Record<string, unknown>) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: (...values: unknown[]) => {
      electron.invoked.push(values);
      return Promise.resolve({ ok: true, value: {} });
    },
    on: (channel: string, listener: Listener) => {
      electron.channels.push(channel);
      electron.listeners.add(listener);
    },
    off: (_channel: string, listener: Listener) => electron.listeners.delete(listener),
  },
  webUtils: { getPathForFile: (file: File) => (file.name === 'no-path' ? '' : `/chosen/${file.name}`) },
}));
await import('../../electron/preload/main-window.ts');

interface Surface {
  operations: Record<string, (...values: unknown[]) => unknown>;
  events: Record<string, (listener: (...values: unknown[]) => void) => () => void>;
  registerDrop: (files: unknown[]) => unknown;
}
const surface = electron.exposed.get('netra') as unknown as Surface;

beforeEach(() => {
  electron.invoked.length = 0;
});

describe('the bridge of the main window', () => {
  it('is one name with three parts', () => {
    expect([...electron.exposed.keys()]).toEqual(['netra']);
    expect(Object.keys(surface).sort()).toEqual(['events', 'operations', 'registerDrop']);
    const withoutPaths = MAIN_WINDOW_OPERATIONS.filter((name) => name !== 'app.registerDroppedFiles');
    expect(Object.keys(surface.operations)).toEqual(withoutPaths);
    expect(Object.keys(surface.events)).toEqual([...EVENTS]);
  });

  it('closes over the name: whatever a page passes, it is the input', async () => {
    await surface.operations['cases.list']?.('vault.lock', { name: 'vault.lock' });
    expect(electron.invoked).toEqual([[OPERATION_CHANNEL, 'cases.list', 'vault.lock']]);
  });

  it('gives listeners data only, of their own event only, and a way to stop', () => {
    const heard: unknown[][] = [];
    const stop = surface.events['data.changed']?.((...values) => heard.push(values));
    expect(electron.channels.at(-1)).toBe(EVENT_CHANNEL);
    const secretEvent = { sender: 'ipcRenderer' };
    for (const listener of electron.listeners) {
      listener(secretEvent, 'data.changed', { features: ['cases'] });
      listener(secretEvent, 'job.changed', {});
    }
    expect(heard).toEqual([[{ features: ['cases'] }]]);
    stop?.();
    expect(electron.listeners.size).toBe(0);
  });

  it('registers dropped files by the paths of real File objects only', async () => {
    await surface.registerDrop([new File([], 'a.png'), new File([], 'no-path'), { name: 'forged', path: '/etc/x' }, 3]);
    expect(electron.invoked).toEqual([[OPERATION_CHANNEL, 'app.registerDroppedFiles', { paths: ['/chosen/a.png'] }]]);
  });
});
