/** Two programs and one vault: the second is refused by name; after kill -9 of the first the vault opens at once. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIn } from '../../support/kill/workloads.ts';
import type { KillPlace } from '../../support/kill/workloads.ts';
import { VaultProgram } from '../../support/kill/vault-program.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';

let made: TestVault;
let place: KillPlace;

beforeAll(async () => {
  made = await createTestVault();
  await made.service.lock('button');
  place = { root: made.folder, vault: made.directory, profile: path.join(made.folder, 'profile') };
  writeFileSync(path.join(place.root, 'sandi'), `${PASSPHRASE}\n`);
});
afterAll(() => made.dispose());

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line over the vault, with a home of its own. */
async function netra(...words: string[]): Promise<Outcome> {
  const home = path.join(place.root, 'rumah');
  mkdirSync(home, { recursive: true });
  const child = spawn(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', path.resolve('electron/cli/index.ts'), ...words],
    { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, APPDATA: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}
const verify = (...more: string[]): Promise<Outcome> =>
  netra('vault', 'verify', place.vault, '--passphrase-file', path.join(place.root, 'sandi'), ...more);

describe('two programs and one vault', () => {
  it('the second is refused by name, in the words of the officer', async () => {
    const holder = new VaultProgram();
    await openIn(holder, place);
    const second = new VaultProgram();
    await expect(openIn(second, place)).rejects.toMatchObject({ code: 'VAULT_IN_USE' });
    await second.end();
    const json = await verify('--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, error: { code: 'VAULT_IN_USE' } });
    const words = await verify();
    expect(words).toMatchObject({ code: 1, stdout: '' });
    expect(words.stderr).toContain('[VAULT_IN_USE]');
    expect(words.stderr).toMatch(/sedang (dibuka|dipakai)|sudah (dibuka|terbuka)/);
    await holder.kill();
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('nothing is hurt by many who try at once: exactly one gets it', async () => {
    const programs = Array.from({ length: 4 }, () => new VaultProgram());
    const tries = await Promise.allSettled(programs.map((program) => openIn(program, place)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'VAULT_IN_USE' });
    await Promise.all(programs.map((program) => program.kill()));
    const after = new VaultProgram();
    await openIn(after, place);
    await after.end();
  });

  it('an older copy that was put back is noticed by the next program, and said once', async () => {
    expect(await verify()).toMatchObject({ code: 0 });
    const copy = path.join(place.root, 'salinan');
    cpSync(place.vault, copy, { recursive: true });
    expect((await verify()).stderr).not.toMatch(/lebih lama/);
    rmSync(place.vault, { recursive: true });
    cpSync(copy, place.vault, { recursive: true });
    const noticed = await verify();
    expect(noticed.stderr).toMatch(/lebih lama/);
    expect((await verify()).stderr).not.toMatch(/lebih lama/);
    const log = path.join(place.root, 'jejak.jsonl');
    const exported = await netra(
      'custody',
      'export',
      log,
      '--vault',
      place.vault,
      '--passphrase-file',
      path.join(place.root, 'sandi'),
    );
    expect(exported.code).toBe(0);
  });
});
