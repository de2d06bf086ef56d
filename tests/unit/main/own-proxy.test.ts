import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasOwnProxy, noteProxy } from '../../../electron/main/platform/own-proxy.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-proxy-'));
  file = path.join(folder, 'netra', 'own-proxy');
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['PROXY 127.0.0.1:3128', 'DIRECT; PROXY localhost:80', 'SOCKS5 [::1]:1080; DIRECT', 'HTTPS LOCALHOST.:443'])(
  'remembers a proxy of this machine: %s',
  (answer) => {
    expect(hasOwnProxy(file)).toBe(false);
    noteProxy(file, answer);
    noteProxy(file, answer);
    expect(hasOwnProxy(file)).toBe(true);
  },
);

it('forgets it when the office has another, not when an address goes straight on', () => {
  noteProxy(file, 'PROXY 127.0.0.1:3128');
  noteProxy(file, 'DIRECT');
  noteProxy(file, '');
  expect(hasOwnProxy(file)).toBe(true);
  noteProxy(file, 'PROXY proksi.kantor.example:3128; DIRECT');
  expect(hasOwnProxy(file)).toBe(false);
  noteProxy(file, 'PROXY 127.0.0.1.kantor.example:3128');
  expect(hasOwnProxy(file)).toBe(false);
});
