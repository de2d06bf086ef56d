/** Lines of accounts whose NIP a spreadsheet has damaged: offered to whom they may belong, never given by themselves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { BUDI, type Cells, personOf, rosterFile, rowsOf, SARI, workbook } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
  await vault.importRoster(await rosterFile(vault, [BUDI, SARI]));
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const HEADINGS: Cells = ['NAMA', 'NIP', 'UNIT KERJA', 'PLATFORM', 'NAMA AKUN'];
const DAMAGED = '1,99001E+17';
const accounts = (...rows: Cells[]): Promise<string> =>
  workbook({ Akun: [HEADINGS, ...rows] }).then((bytes) => vault.file('akun.xlsx', bytes));
const handles = async (who: string): Promise<string[]> =>
  (await call('roster.get', { id: (await personOf(vault, who)).id })).accounts.map(({ handle }) => handle);

describe('a line of accounts with a damaged NIP', () => {
  it('is offered by what survived, with its reason, and written only when it is accepted', async () => {
    const file = await accounts(
      [BUDI.name, DAMAGED, 'Bidang Satu', 'Instagram', '@budi.satu'],
      ['', '', '', 'TikTok', '@budi.dua'],
      ['Entah Siapa', '1,97001E+17', 'Bidang Tiga', 'Instagram', '@entah'],
    );
    const plan = await vault.planRoster(file);
    expect(plan).toMatchObject({ accounts: 0, counts: { proposed: 2, refused: 1, changed: 0, gone: 0 } });
    const rows = await rowsOf(vault, plan);
    expect(rows[0]).toMatchObject({
      kind: 'proposed',
      name: BUDI.name,
      identity: DAMAGED,
      accounts: [{ platform: 'Instagram', handle: 'budi.satu', note: '' }],
      fields: [],
      findings: [{ code: 'NIP_SCIENTIFIC_TEXT', column: 'B' }],
      proposal: { nip: BUDI.nip, evidence: ['DIGITS', 'NAME', 'UNIT'] },
    });
    const before = await personOf(vault, 'budi');
    const accepted = rows.filter(({ kind }) => kind === 'proposed').map(({ id }) => id);
    const done = { planId: plan.planId, acceptedRows: accepted };
    expect(await vault.job(await call('roster.apply', done))).toMatchObject({ accounts: 2, updated: 0, rejected: 1 });
    expect((await handles('budi')).sort()).toEqual(['budi.dua', 'budi.satu']);
    expect(await personOf(vault, 'budi')).toEqual(before);
    const [latest] = (await call('roster.imports', {})).imports;
    await call('roster.undo', { importId: latest?.id ?? '' });
    expect(await handles('budi')).toEqual([]);
  });

  it('gives nothing that is on record already, nor what is somebody else’s', async () => {
    await vault.job(
      await call('roster.apply', {
        planId: (
          await vault.planRoster(
            await accounts(
              [BUDI.name, String(BUDI.nip), '', 'Instagram', '@budi.satu'],
              [SARI.name, String(SARI.nip), '', 'Instagram', '@sari'],
            ),
          )
        ).planId,
      }),
    );
    const plan = await vault.planRoster(
      await accounts(
        [BUDI.name, DAMAGED, 'Bidang Satu', 'Instagram', '@budi.satu'],
        [BUDI.name, DAMAGED, 'Bidang Satu', 'Instagram', '@sari'],
        [BUDI.name, DAMAGED, 'Bidang Satu', 'Instagram', '@budi.baru'],
        [BUDI.name, DAMAGED, 'Bidang Satu', 'Instagram', '@budi.baru'],
      ),
    );
    const rows = await rowsOf(vault, plan);
    expect(rows.map(({ kind, findings }) => [kind, findings.map(({ code }) => code)])).toEqual([
      ['refused', ['NIP_SCIENTIFIC_TEXT']],
      ['refused', ['NIP_SCIENTIFIC_TEXT', 'ACCOUNT_OF_ANOTHER']],
      ['proposed', ['NIP_SCIENTIFIC_TEXT']],
      ['refused', ['NIP_SCIENTIFIC_TEXT']],
    ]);
  });
});
