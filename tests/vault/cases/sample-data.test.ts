import { expect, it } from 'vitest';
import { createTestVault } from '../../support/test-vault.ts';

it('fills a practice vault with people, a letterhead, cases and second-hand pictures, all of it whole', async () => {
  const vault = await createTestVault({ sampleData: true });
  try {
    const { service } = vault;
    expect((await service.call('roster.list', {})).total).toBe(60);
    expect((await service.call('settings.get', {})).letterhead.government).toBe('PEMERINTAH KOTA CONTOH');
    expect((await service.call('cases.list', {})).rows.map((row) => [row.evidenceCount, row.allegationCodes])).toEqual([
      [0, []],
      [1, ['KE-5']],
      [1, ['D-6']],
    ]);
    const evidence = (await service.call('evidence.list', {})).rows;
    expect(evidence.every((row) => row.secondHand && row.thumbnail !== null && row.postedBetween !== null)).toBe(true);
    expect(await vault.job(await service.call('vault.verify', {}))).toMatchObject({ ok: true });
  } finally {
    await vault.dispose();
  }
});
