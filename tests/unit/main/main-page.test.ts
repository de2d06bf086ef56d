import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: vi.fn(), screen: {}, session: {}, app: {} }));
const { loadMainPage } = await import('../../../electron/main/windows/main-window.ts');

it('loads the page once when it comes', async () => {
  const loadURL = vi.fn(() => Promise.resolve());
  await loadMainPage({ loadURL }, 1_000);
  expect(loadURL).toHaveBeenCalledExactlyOnceWith('app://netra/index.html');
});

it('loads it a second time when nothing came of the first', async () => {
  vi.useFakeTimers();
  const loadURL = vi
    .fn<() => Promise<void>>()
    .mockReturnValueOnce(new Promise(() => undefined))
    .mockResolvedValueOnce();
  const loaded = loadMainPage({ loadURL }, 1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  await loaded;
  expect(loadURL).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('says a failure at once, without a second try', async () => {
  const loadURL = vi.fn(() => Promise.reject(new Error('ERR_FAILED')));
  await expect(loadMainPage({ loadURL }, 1_000)).rejects.toThrow('ERR_FAILED');
  expect(loadURL).toHaveBeenCalledOnce();
});
