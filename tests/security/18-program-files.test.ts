/** Checklist 18: `app://` reaches the built pages and nothing beside them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appHandler } from '../../electron/main/protocols/app-protocol.ts';
import { programFile, programFileType } from '../../electron/main/protocols/program-files.ts';
import { PRIVILEGED_SCHEMES } from '../../electron/main/protocols/schemes.ts';

const noView = {
  isUnlocked: () => false,
  info: () => Promise.reject(new Error('locked')),
  read: () => Promise.reject(new Error('locked')),
};
let base = '';
let root = '';
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'netra-pages-'));
  root = path.join(base, 'renderer');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await mkdir(path.join(base, 'renderer-secret'));
  await writeFile(path.join(root, 'index.html'), '<p>page</p>');
  await writeFile(path.join(root, 'assets', 'a.mjs'), 'export {};');
  await writeFile(path.join(root, '.hidden'), 'secret');
  await writeFile(path.join(base, 'secret.txt'), 'secret');
  await writeFile(path.join(base, 'renderer-secret', 'x'), 'secret');
});
afterAll(() => rm(base, { recursive: true }));

const climbing = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/assets/../../secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/../renderer-secret/x',
  '//secret.txt',
  '/./index.html',
  '/.hidden',
  '/assets/',
  '/C:/Windows/win.ini',
  '/index.html::$DATA',
  '/index.html%00.js',
  '/%',
  '/%25%32%65%25%32%65/secret.txt',
  '/%E0%A4%A',
  'index.html',
];

describe('files of the program', () => {
  it.each(climbing)('finds nothing at %j', (pathname) => expect(programFile(root, pathname)).toBeNull());

  it('finds its pages', () => {
    expect(programFile(root, '/')).toBe(path.join(root, 'index.html'));
    expect(programFile(root, '/assets/a.mjs')).toBe(path.join(root, 'assets', 'a.mjs'));
    expect(programFile(root, '/assets/a%20b.png')).toBe(path.join(root, 'assets', 'a b.png'));
  });

  it.each([
    ['a.mjs', 'text/javascript; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.wasm', 'application/wasm'],
    ['a.woff2', 'font/woff2'],
    ['a.html', 'text/html; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.exe', 'application/octet-stream'],
    ['a', 'application/octet-stream'],
  ])('says what %s is: %s', (file, type) => expect(programFileType(file)).toBe(type));

  it('are served with nosniff, from our origin, to readers only', async () => {
    const handler = appHandler({ root, read: readFile }, noView);
    const script = await handler(new Request('app://netra/assets/a.mjs'));
    expect(script.status).toBe(200);
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await handler(new Request('app://netra/none.js'))).status).toBe(404);
    expect((await handler(new Request('app://other/index.html'))).status).toBe(404);
    expect((await handler(new Request('app://netra/index.html', { method: 'POST' }))).status).toBe(405);
    for (const pathname of climbing.filter((one) => one.startsWith('/'))) {
      const response = await handler(new Request(`app://netra${pathname}`));
      expect(await response.text(), pathname).not.toContain('secret');
    }
  });

  it('come over schemes that pass no policy by', () => {
    for (const { scheme, privileges } of PRIVILEGED_SCHEMES) {
      expect(['app', 'evidence']).toContain(scheme);
      expect(privileges).toMatchObject({ standard: true, secure: true });
      expect(privileges).not.toHaveProperty('bypassCSP');
      expect(privileges).not.toHaveProperty('allowServiceWorkers');
      expect(privileges).not.toHaveProperty('corsEnabled');
    }
  });
});
