/** The start of the app by the command line, with programs that stand in for the app: what they say reaches the user. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureByWindow } from '../../../electron/cli/capture-by-window.ts';
import type { CaptureResult } from '../../../electron/cli/app-answers.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-cli-capture-'));
  said = [];
  // Each run makes its own folder for the job there.
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Captures one address by a program that is given as source. */
async function captureWith(source: string): Promise<CaptureResult[]> {
  const program = path.join(folder, 'app.mjs');
  writeFileSync(program, source);
  vi.stubEnv('NETRA_LAUNCH', JSON.stringify({ executable: process.execPath, args: [program], env: { GIVEN: 'ya' } }));
  return await captureByWindow({
    kind: 'addresses',
    vaultDirectory: '/tidak-ada',
    userName: '',
    caseNumber: null,
    addresses: ['http://127.0.0.1/'],
    reload: false,
    passphrase: 'kopi tubruk pagi',
    say: (line) => said.push(line),
  });
}

const RESULT = `const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
const result = (more) => say({ type: 'result', result: { id: null, outcome: 'captured', requestedUrl: 'x', ...more } });`;
const onLinux = process.platform === 'linux';
const hasXvfb = (process.env['PATH'] ?? '').split(':').some((place) => existsSync(path.join(place, 'Xvfb')));

describe('a capture by the command line', () => {
  it('gives the app its job, its environment and the passphrase, and returns what it answers', async () => {
    vi.stubEnv('DISPLAY', ':7');
    const results = await captureWith(`${RESULT}
      import { text } from 'node:stream/consumers';
      import { readFileSync } from 'node:fs';
      const file = process.argv.find((word) => word.startsWith('--capture-job=')).slice(14);
      const job = JSON.parse(readFileSync(file, 'utf8'));
      process.stderr.write('noise of the app\\n');
      process.stdout.write('not an answer\\n');
      result({ typed: await text(process.stdin), job, display: process.env.DISPLAY, given: process.env.GIVEN });
      say({ type: 'done' });`);
    expect(results).toMatchObject([
      { typed: 'kopi tubruk pagi\n', job: { addresses: ['http://127.0.0.1/'] }, display: ':7', given: 'ya' },
    ]);
    expect(JSON.stringify(results[0]?.['job'])).not.toContain('kopi');
    expect(said).toEqual([]);
    expect(readdirSync(folder)).toEqual(['app.mjs']);
  });

  it.runIf(onLinux && hasXvfb)(
    'starts the app on a virtual display where there is none, and takes it away',
    async () => {
      vi.stubEnv('DISPLAY', '');
      vi.stubEnv('WAYLAND_DISPLAY', '');
      const [result] = await captureWith(`${RESULT}
      import { existsSync } from 'node:fs';
      const socket = '/tmp/.X11-unix/X' + process.env.DISPLAY.slice(1);
      result({ display: process.env.DISPLAY, alive: existsSync(socket) });
      say({ type: 'done' });`);
      expect(result?.['display']).toMatch(/^:\d+$/);
      expect(result?.['alive']).toBe(true);
      await vi.waitFor(() => expect(existsSync(`/tmp/.X11-unix/X${String(result?.['display']).slice(1)}`)).toBe(false));
    },
  );

  it('passes on the reason why the app refused, and not its noise', async () => {
    vi.stubEnv('DISPLAY', ':7');
    const refused = captureWith(`${RESULT}
      process.stderr.write('noise of the app\\n');
      say({ type: 'error', code: 'NOT_ALLOWED_IN_THIS_RUNTIME', params: { limit: 'development-runtime' } });
      process.exitCode = 1;`);
    await expect(refused).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_THIS_RUNTIME',
      params: { limit: 'development-runtime' },
    });
    expect(said).toEqual([]);
  });

  it('tells the last words of an app that ended without an answer', async () => {
    vi.stubEnv('DISPLAY', ':7');
    const closed = captureWith(`
      for (let line = 1; line <= 30; line++) process.stderr.write('line ' + line + '\\n');
      process.stderr.write('Missing X server or $DISPLAY\\n');
      process.exitCode = 1;`);
    await expect(closed).rejects.toMatchObject({ code: 'CAPTURE_WINDOW_CLOSED' });
    expect(said).toHaveLength(12);
    expect(said.at(-1)).toBe('Missing X server or $DISPLAY');
    expect(readdirSync(folder)).toEqual(['app.mjs']);
  });

  it('tells why the app could not be started at all', async () => {
    vi.stubEnv('DISPLAY', ':7');
    vi.stubEnv('NETRA_LAUNCH', JSON.stringify({ executable: path.join(folder, 'gone'), args: [], env: {} }));
    const started = captureByWindow({
      kind: 'addresses',
      vaultDirectory: folder,
      userName: '',
      caseNumber: null,
      addresses: ['http://127.0.0.1/'],
      reload: false,
      passphrase: 'x',
      say: (line) => said.push(line),
    });
    await expect(started).rejects.toMatchObject({ code: 'CAPTURE_WINDOW_CLOSED' });
    expect(said.join('\n')).toContain('ENOENT');
  });
});
