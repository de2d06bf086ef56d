import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromVault } from '#shared/contract/vault-protocol.ts';
import { NEW_VAULT, newPlace, newService, open, PASSPHRASE } from './support.ts';
import type { Place } from './support.ts';

type Answer = Extract<FromVault, { type: 'answer' }>;

/** The vault program as a host sees it: requests paired with answers, events collected. */
class Program {
  readonly events: FromVault[] = [];
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #ready: Promise<void>;
  readonly gone: Promise<number | null>;
  #next = 1;

  constructor() {
    this.#child = fork(path.resolve('electron/vault/index.ts'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.gone = new Promise((resolve) => this.#child.once('exit', (code) => resolve(code)));
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: FromVault) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'answer') this.#waiting.get(message.id)?.(message);
        else this.events.push(message);
      });
    });
  }

  async ask(op: string, input: unknown): Promise<Answer['result']> {
    await this.#ready;
    const id = this.#next++;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#child.send({ type: 'request', id, op, input });
    return (await answer).result;
  }

  async value<Value>(op: string, input: unknown): Promise<Value> {
    const result = await this.ask(op, input);
    if (!result.ok) throw new Error(`${op}: ${result.error.code} ${JSON.stringify(this.events)}`);
    return result.value as Value;
  }

  async end(how: 'disconnect' | 'SIGKILL'): Promise<number | null> {
    if (how === 'disconnect') this.#child.disconnect();
    else this.#child.kill('SIGKILL');
    return await this.gone;
  }

  configure(place: Place): Promise<unknown> {
    return this.value('configure', {
      profileDirectory: place.profile,
      resourcesDirectory: path.resolve('resources'),
      appVersion: '0.1.0-test',
      onlyPractice: false,
      workers: { how: 'fork', entries: {}, execPath: null },
    });
  }
}

let place: Place;
let programs: Program[];
beforeEach(() => {
  place = newPlace();
  programs = [];
});
afterEach(() => place.remove());

async function started(): Promise<Program> {
  const program = new Program();
  programs.push(program);
  await program.configure(place);
  return program;
}

describe('vault program', () => {
  it('answers requests, tells events, and closes the vault when the host goes', async () => {
    const program = await started();
    expect(await program.ask('status', {})).toMatchObject({ ok: true, value: { state: 'none' } });
    await program.value('create', { ...NEW_VAULT, directory: place.vault });
    expect(await program.value('call', { name: 'home.summary', input: {} })).toMatchObject({ openCases: 0 });
    expect(await program.ask('call', { name: 'vault.listUsers', input: { extra: 1 } })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    expect(await program.ask('call', { name: 'app.info', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    expect(await program.ask('formatDisk', {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(program.events.some((event) => event.type === 'event' && event.event === 'status')).toBe(true);
    expect(await program.end('disconnect')).toBe(0);
    expect(existsSync(path.join(place.vault, 'vault-1.db-wal'))).toBe(false);
    const service = newService(place);
    await open(service, place);
    const { rows } = await service.call('custody.list', { action: 'vault.locked' });
    expect(rows[0]?.facts).toEqual({ reason: 'quit' });
    await service.lock('button');
  });

  it('takes pasted bytes and gives views in ranges, until the lock', async () => {
    const program = await started();
    await program.value('create', { ...NEW_VAULT, directory: place.vault });
    const { token } = await program.value<{ token: string }>('registerBytes', {
      name: 'tempel.png',
      bytes: Buffer.from('abc'),
    });
    expect(token).toMatch(/^file_/);
    expect(await program.ask('readView', { handle: `view_${'0'.repeat(32)}`, offset: 0, length: 10 })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(await program.ask('registerFiles', { paths: [path.join(place.root, 'tidak ada')] })).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_FOUND' },
    });
    await program.value('lock', { reason: 'button' });
    expect(await program.ask('call', { name: 'home.summary', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'VAULT_LOCKED' },
    });
    await program.end('disconnect');
  });

  it('keeps every acknowledged write over kill -9, at any moment, and opens at once', async () => {
    const first = await started();
    await first.value('create', { ...NEW_VAULT, directory: place.vault });
    const acknowledged: string[] = [];
    let killed = first;
    for (let round = 0; round < 4; round += 1) {
      const writing = (async () => {
        for (let index = 0; index < 200; index += 1) {
          const result = await killed.ask('call', {
            name: 'cases.create',
            input: { title: `Kasus ${round}-${index}` },
          });
          if (!result.ok) throw new Error(result.error.code);
          acknowledged.push((result.value as { id: string }).id);
          if (index === 3 + round * 7) void killed.end('SIGKILL');
        }
      })();
      await Promise.race([writing, killed.gone]);
      killed = await started();
      await killed.value('open', { directory: place.vault, passphrase: PASSPHRASE });
      const list = await killed.value<{ rows: { id: string }[] }>('call', {
        name: 'cases.list',
        input: { limit: 1000 },
      });
      const kept = new Set(list.rows.map((row) => row.id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(20);
    await killed.end('disconnect');
    expect(readdirSync(place.vault)).not.toContain('vault-1.db-wal');
    const service = newService(place);
    const status = await open(service, place);
    expect(status.rollback).toBeNull();
    await service.lock('button');
  });
});
