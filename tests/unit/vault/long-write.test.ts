/** A long write whose commit fails says so itself, whoever brought the commit about; nothing of it stays. */
import { describe, expect, it } from 'vitest';
import { createLongWrites } from '../../../electron/vault/session/long-write.ts';

function scene(fails: string | null) {
  const said: string[] = [];
  const connection = {
    inTransaction: false,
    exec(sql: string) {
      said.push(sql);
      if (sql === fails) throw new Error('the disk is full');
      connection.inTransaction = sql.startsWith('BEGIN');
    },
  };
  const writes = createLongWrites(connection as never, () => false);
  const run = () =>
    writes.run(
      () => 'nilai',
      () => undefined,
      new AbortController().signal,
    );
  return { said, writes, run };
}

describe('a long write', () => {
  it('commits after the moment in which a cancel is heard', async () => {
    const { said, run } = scene(null);
    expect(await run()).toBe('nilai');
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  it('fails when its commit fails', async () => {
    const { said, run } = scene('COMMIT');
    await expect(run()).rejects.toThrow('the disk is full');
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']);
  });

  it('fails itself, and not the other write, when the commit that the other brought about fails', async () => {
    const { said, writes, run } = scene('COMMIT');
    const running = run();
    const ended = expect(running).rejects.toThrow('the disk is full');
    expect(() => writes.settle()).not.toThrow();
    await ended;
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']);
  });
});
