/** What a start is asked to do, what its children know, what happens when it fails. */
import { describe, expect, it } from 'vitest';
import { fromSecondStart, launchOptions, toFirstStart } from '../../../electron/main/platform/launch-options.ts';
import { createFatalHandler } from '../../../electron/main/platform/fatal-errors.ts';
import { createClockWatch } from '../../../electron/main/platform/clock-watch.ts';
import { menuTemplate } from '../../../electron/main/platform/menu-template.ts';
import { readPicture } from '../../../electron/main/platform/clipboard.ts';
import { wordsOf } from '../../../electron/main/platform/words.ts';
import { childEnvironment } from '../../../electron/main/vault-host/environment.ts';
import { rememberingLog, settled } from '../../support/main-fakes.ts';

const start = { environment: { NETRA_VAULT_NODE: '/n/node' }, workingDirectory: '/w', packaged: false };

describe('launch options', () => {
  it.each([
    [['netra', '--vault', 'a'], '/w/a'],
    [['netra', '--vault=/b c'], '/b c'],
    [['netra', '--vault', 'a', '--vault', 'b'], '/w/b'],
    [['netra', '--vault'], null],
    [['netra', '--vault='], null],
    [['netra'], null],
    [['netra', '--vaults', 'a'], null],
  ])('%j means the vault %s', (argv, expected) => {
    expect(launchOptions({ ...start, argv }).vaultDirectory).toBe(expected);
  });

  it('hear the developer in development alone', () => {
    const argv = ['netra', '--capture-job=job.json', '--vault', 'a'];
    expect(launchOptions({ ...start, argv })).toEqual({
      vaultDirectory: '/w/a',
      captureJob: '/w/job.json',
      vaultNode: '/n/node',
    });
    expect(launchOptions({ ...start, argv, packaged: true })).toEqual({
      vaultDirectory: '/w/a',
      captureJob: null,
      vaultNode: null,
    });
  });
});

describe('a second start', () => {
  it('tells the first which vault, and nothing else is believed', () => {
    const options = launchOptions({ ...start, argv: ['netra', '--vault', 'a'] });
    expect(fromSecondStart(toFirstStart(options))).toBe('/w/a');
    expect(fromSecondStart(toFirstStart({ ...options, vaultDirectory: null }))).toBeNull();
    for (const sent of [undefined, null, 'x', {}, { vaultDirectory: 3 }, { vaultDirectory: 'relative' }, ['/a']]) {
      expect(fromSecondStart(sent)).toBeNull();
    }
  });
});

describe('the environment of children', () => {
  it('is an allow-list', () => {
    const given = {
      PATH: '/bin',
      Temp: 't',
      TZ: 'Asia/Jakarta',
      NODE_OPTIONS: '-r x',
      SECRET: 's',
      LD_PRELOAD: 'l',
      HOME: undefined,
    };
    expect(childEnvironment(given)).toEqual({ PATH: '/bin', Temp: 't', TZ: 'Asia/Jakarta' });
  });
});

describe('a fatal error', () => {
  function setUp(lock: () => Promise<void>) {
    const said: string[] = [];
    const log = rememberingLog();
    const handle = createFatalHandler({
      log,
      lockVault: () => (said.push('lock'), lock()),
      tell: () => said.push('tell'),
      exit: (code) => said.push(`exit ${code}`),
    });
    return { handle, said, log };
  }

  it('is written down, the vault locked, the person told, the program ended', async () => {
    const { handle, said, log } = setUp(() => Promise.resolve());
    handle('uncaughtException', new Error('x'));
    await settled();
    expect(said).toEqual(['lock', 'tell', 'exit 1']);
    expect(log.entries).toHaveLength(1);
  });

  it('ends the program when locking fails too', async () => {
    const { handle, said } = setUp(() => Promise.reject(new Error('y')));
    handle('unhandledRejection', 'x');
    await settled();
    expect(said).toEqual(['lock', 'tell', 'exit 1']);
  });

  it('does not wait a second time', () => {
    const { handle, said } = setUp(() => new Promise(() => undefined));
    handle('uncaughtException', new Error('x'));
    handle('uncaughtException', new Error('again'));
    expect(said).toEqual(['lock', 'exit 1']);
  });
});

describe('the clock', () => {
  it('is unchecked until it is set, and again after sleep', () => {
    let wall = 1_000_000;
    let counting = 0;
    const watch = createClockWatch(
      () => wall,
      () => counting,
    );
    wall += 61_000;
    counting += 60_000;
    expect(watch.state().state).toBe('unchecked');
    wall -= 3_600_000;
    expect(watch.state()).toMatchObject({ state: 'moved', offsetSeconds: -3_599 });
    watch.startAgain();
    expect(watch.state().state).toBe('unchecked');
  });
});

describe('the menu', () => {
  it('sends commands, locks and quits, in both languages, with no accelerator twice', () => {
    for (const language of ['id', 'en'] as const) {
      const said: string[] = [];
      const template = menuTemplate(
        wordsOf(language),
        { command: (command) => said.push(command), lock: () => said.push('lock'), quit: () => said.push('quit') },
        'linux',
      );
      const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      for (const item of items) {
        expect(item.type === 'separator' || (item.label ?? '') !== '').toBe(true);
        (item.click as (() => void) | undefined)?.();
      }
      expect(said.sort()).toEqual(['capture', 'lock', 'new-case', 'quit', 'settings', 'shortcuts']);
      const accelerators = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
      expect(new Set(accelerators).size).toBe(accelerators.length);
      expect(accelerators).toContain('CmdOrCtrl+L');
    }
  });
});

describe('a picture in the clipboard', () => {
  const png = new Uint8Array([137, 80, 78, 71]);
  const buffers = (buffer: Uint8Array, image: Uint8Array | null) => ({
    readBuffer: () => buffer,
    readImage: () => ({ isEmpty: () => image === null, toPNG: () => image ?? new Uint8Array() }),
  });

  it('is taken as it was put there, or as the bitmap', async () => {
    expect(await readPicture(buffers(png, null))).toEqual(png);
    expect(await readPicture(buffers(new Uint8Array(), png))).toEqual(png);
    expect(await readPicture(buffers(new Uint8Array(), null))).toBeNull();
  });

  it('is found among the items of a current runtime', async () => {
    const item = (types: string[]) => ({ types, getType: async () => new Blob([png]) });
    expect(await readPicture({ read: async () => [item(['text/plain']), item(['image/png'])] })).toEqual(png);
    expect(await readPicture({ read: async () => [item(['text/plain'])] })).toBeNull();
    expect(await readPicture({ read: async () => [] })).toBeNull();
  });
});
