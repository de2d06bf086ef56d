/** A small share of the season, made twice: nothing of it may hang on the machine, the hour or chance. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultVerification } from '#shared/contract/vault.ts';
import { type MadeSeason, makeSeason } from '../../../scripts/season/make-season.ts';
import { seasonFacts } from '../../../scripts/season/season-facts.ts';
import { jobValue } from '../../../electron/cli/with-vault.ts';
import { forkSpawner } from '../../../electron/vault/workers/fork-spawner.ts';
import { homeFigures } from '../../support/behind-goal.ts';
import { CHEAP_KDF, workerEntries } from '../../support/test-vault.ts';

const SCALE = 0.02;

let folder: string;
let seasons: MadeSeason[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-season-test-'));
  const make = (name: string): Promise<MadeSeason> =>
    makeSeason({
      directory: path.join(folder, name),
      profileDirectory: path.join(folder, `${name}-profile`),
      workers: forkSpawner({ entries: workerEntries, execPath: null }),
      scale: SCALE,
      kdfProfile: CHEAP_KDF,
    });
  seasons = await Promise.all([make('one'), make('other')]);
}, 120_000);
afterAll(async () => {
  for (const { service } of seasons) await service.lock('quit');
  rmSync(folder, { recursive: true, force: true });
});

/** What is in a vault, in the order in which it came, without the ids that chance gave. */
const CONTENT = [
  'SELECT name, nip, nik, status, position, unit, agency FROM employees ORDER BY name',
  'SELECT number, title, status, source, opened_at, act_date, narrative FROM cases ORDER BY number',
  'SELECT sequence, origin, title, address, captured_at, main_sha256 FROM evidence ORDER BY sequence',
  'SELECT number, subject, state, received_at FROM public_reports ORDER BY number',
  'SELECT claim, state, first_seen FROM hoaxes ORDER BY claim',
  'SELECT topic, day, state FROM outreach_sessions ORDER BY day, topic',
  'SELECT sequence, at, action FROM custody ORDER BY sequence',
] as const;

function contentOf({ service }: MadeSeason): unknown[] {
  return CONTENT.map((sql) => service.context().database.all(sql));
}

describe('the season', () => {
  it('is the same for the same seed', () => {
    const [one, other] = seasons.map(contentOf);
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).toContain('case.opened');
  });

  it('has behind every number of the first page as many rows as the number says', async () => {
    const [season] = seasons;
    if (season === undefined) throw new Error('no season');
    const { service } = season;
    // Withdrawn evidence is in the list and in no number.
    const { rows } = await service.call('evidence.list', { limit: 1 });
    await service.call('evidence.withdraw', { id: rows[0]?.id ?? '', reason: 'terambil dua kali' });
    const figures = await homeFigures((name, input) => service.call(name, input));
    expect(figures.filter(({ shown, behind }) => shown !== behind)).toEqual([]);
    expect(figures.filter(({ shown }) => shown > 0).length).toBeGreaterThan(12);
    expect(figures.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['work deadlines', 'openCases', 'looks this month', 'reached']),
    );
  });

  it('holds something of everything, made by the use cases alone', async () => {
    const [season] = seasons;
    if (season === undefined) throw new Error('no season');
    const facts = seasonFacts(season.service.context().database);
    // Of so few people in a round it may be that nobody's account is known.
    const nothing = Object.keys(facts).filter((what) => facts[what] === 0 && what !== 'looks in rounds');
    expect(nothing).toEqual([]);
    expect(facts['people of the roster']).toBe(40);
    const found = (await jobValue(season.service, await season.service.call('vault.verify', {}))) as VaultVerification;
    expect(found).toMatchObject({ ok: true, damaged: [], missing: [] });
  });
});
