/** A report that a vault really issued, changed by somebody with byte tools: never valid, whatever was changed. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssuedReport, ReportVerdict } from '../../../shared/contract/reports.ts';
import { certificateToPem } from '../../../electron/vault/signing/seal-certificate.ts';
import { appendUpdate, numbersOf, sourceOf } from '../../support/signature/raw-update.ts';
import { verifyBytes } from '../../support/signature/sample-report.ts';
import { createRandom } from '../../support/signature/seeded-random.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const FLIPS = 200;
const SEED = Number(process.env['NETRA_SEED'] ?? 20_261_122);

let vault: TestVault;
let report: Buffer;
let anchor: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  const { id: caseId } = await call('cases.create', { title: 'Unggahan', narrative: 'Uraian kejadian.' });
  await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
  const files = [await vault.file('tangkapan.png', picture()), await vault.file('catatan.txt', 'teks '.repeat(300))];
  await vault.job(await call('evidence.addFiles', { caseId, files }));
  const signature = { method: 'seal' } as const;
  const issued = (await vault.job(await call('reports.issue', { caseId, kind: 'lengkap', signature }))) as IssuedReport;
  const { handle, bytes } = await call('reports.view', { id: issued.id });
  report = Buffer.from(await vault.service.views.find(handle).read(0, bytes));
  expect(createHash('sha256').update(report).digest('hex')).toBe(issued.sha256);
  anchor = certificateToPem(vault.service.context().seal.certificateDer);
});
afterAll(() => vault.dispose());

function picture(): Buffer {
  const png = new PNG({ width: 240, height: 700 });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([index % 251, (index >> 8) % 251, 90, 255], index);
  return PNG.sync.write(png);
}

/** The verdict of the vault itself, by its own worker process. */
async function verdictOf(bytes: Buffer): Promise<ReportVerdict> {
  const file = await vault.file('laporan.pdf', bytes);
  return (await vault.job(await call('reports.verify', { file }))) as ReportVerdict;
}

describe('a report issued by a vault', () => {
  it('is valid as it was issued, in the vault and for the verifier alone', async () => {
    expect(await verdictOf(report)).toMatchObject({ verdict: 'valid', issuedHere: true });
    expect(await verifyBytes(report, [anchor], new Date())).toMatchObject({ verdict: 'valid', reasons: [] });
    expect(await verifyBytes(report, [], new Date())).toMatchObject({
      verdict: 'indeterminate',
      reasons: ['SIGNER_NOT_TRUSTED'],
    });
  });

  it(`is invalid after each of ${FLIPS} seeded single-byte flips over its signed ranges`, async () => {
    const random = createRandom(SEED);
    const start = report.lastIndexOf('/Contents <') + '/Contents '.length;
    const hole = { start, length: report.indexOf('>', start) + 1 - start };
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const draw = Math.floor(random() * (report.length - hole.length));
      const at = draw < hole.start ? draw : draw + hole.length;
      const changed = Buffer.from(report);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const { verdict } = await verifyBytes(changed, [anchor], new Date());
      expect({ seed: SEED, at, verdict }).toEqual({ seed: SEED, at, verdict: 'invalid' });
    }
  });

  it('is invalid with a page swapped by an appended update, for each of its pages', async () => {
    const pages = await numbersOf(report, /\/Type \/Page\b/);
    expect(pages.length).toBeGreaterThan(2);
    const size = Math.max(...(await numbersOf(report, /^/))) + 1;
    const content = { number: size, source: '<</Length 26>>\nstream\nBT (isi palsu) Tj ET      \nendstream' };
    for (const page of pages) {
      const source = (await sourceOf(report, page)).replace(/\/Contents \d+ 0 R/, `/Contents ${size} 0 R`);
      expect(source).toContain(`/Contents ${size} 0 R`);
      const changed = await appendUpdate(report, [{ number: page, source }, content]);
      expect(await verifyBytes(changed, [anchor], new Date())).toMatchObject({
        verdict: 'invalid',
        reasons: ['CHANGED_AFTER_SIGNING'],
      });
    }
    const [first = 0] = pages;
    const source = (await sourceOf(report, first)).replace(/\/Contents \d+ 0 R/, `/Contents ${size} 0 R`);
    const swapped = await appendUpdate(report, [{ number: first, source }, content]);
    expect(await verdictOf(swapped)).toMatchObject({ verdict: 'invalid', issuedHere: false });
  });

  it('is invalid with an attachment replaced by an appended update', async () => {
    const [file = 0] = await numbersOf(report, /\/Type \/EmbeddedFile\b/);
    const source = '<</Type /EmbeddedFile /Length 5>>\nstream\npalsu\nendstream';
    const changed = await appendUpdate(report, [{ number: file, source }]);
    expect(await verifyBytes(changed, [anchor], new Date())).toMatchObject({
      verdict: 'invalid',
      reasons: ['CHANGED_AFTER_SIGNING'],
    });
  });
});
