/**
 * kill -9 of the whole app, or of the captured page alone, at seeded places of a capture and of an import, a sample of the campaign in tests/long; and a
 * second program at the same vault.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AppKills, seededPlaces, seededRecordingPlaces, startAppKills } from '../support/kill/app-kills.ts';
import { valueOf } from '../support/kill/app-session.ts';

let kills: AppKills;
beforeAll(async () => {
  kills = await startAppKills();
});
afterAll(() => kills.end());

describe('kill -9 of the app', () => {
  it.each(seededPlaces(2, 20_261_122))('during a capture, at %o', async (place) => {
    expect(await kills.duringCapture(place)).toEqual([]);
  });

  it.each(seededPlaces(2, 20_261_124))('of the captured page alone, at %o', async (place) => {
    expect(await kills.pageDuringCapture(place)).toEqual([]);
  });

  it.each(seededRecordingPlaces(1, 20_261_125))('during a scroll recording, at %o', async (place) => {
    expect(await kills.duringRecording(place)).toEqual([]);
  });

  it.each(seededRecordingPlaces(1, 20_261_126))('of the page alone during a recording, at %o', async (place) => {
    expect(await kills.pageDuringRecording(place)).toEqual([]);
  });

  it.each(seededPlaces(2, 20_261_123))('during an import, at %o', async (place) => {
    expect(await kills.duringImport(place)).toEqual([]);
  });
});

describe('another program at the same vault', () => {
  it('is refused by name while the app has it open, and the app while another has it', async () => {
    const { page, vault } = await kills.running();
    const passphraseFile = kills.passphraseFile();
    const refused = await command('vault', 'verify', vault, '--passphrase-file', passphraseFile, '--json');
    expect(refused).toMatchObject({ code: 1, answer: { ok: false, error: { code: 'VAULT_IN_USE' } } });
    await valueOf(page, 'vault.lock', {});
    const verified = await command('vault', 'verify', vault, '--passphrase-file', passphraseFile, '--json');
    expect(verified).toMatchObject({ code: 0, answer: { ok: true, custody: { ok: true } } });
    const holder = await kills.holdElsewhere();
    await expect(kills.open(page)).rejects.toThrow('VAULT_IN_USE');
    await holder.kill();
    await kills.open(page);
  });

  it('notices an older copy that was put back', async () => {
    const { page, vault } = await kills.running();
    await valueOf(page, 'vault.lock', {});
    const copy = mkdtempSync(path.join(tmpdir(), 'netra-lama-'));
    cpSync(vault, copy, { recursive: true });
    await kills.open(page);
    await valueOf(page, 'cases.create', { title: 'Sesudah salinan' });
    await valueOf(page, 'vault.lock', {});
    rmSync(vault, { recursive: true });
    cpSync(copy, vault, { recursive: true });
    rmSync(copy, { recursive: true });
    const status = z.object({ rollback: z.object({ kind: z.string() }).nullable() });
    expect(status.parse(await kills.open(page)).rollback).toMatchObject({ kind: 'older' });
  });
});

/** Runs the command line; the answer is its exit code and its JSON. */
function command(...words: string[]): Promise<{ code: number | null; answer: unknown }> {
  const child = spawn(process.execPath, [path.resolve('electron/cli/index.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, answer: JSON.parse(Buffer.concat(parts).toString('utf8')) })),
  );
}
