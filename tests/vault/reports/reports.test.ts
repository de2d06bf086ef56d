import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssuedReport, ReportVerdict } from '../../../shared/contract/reports.ts';
import { exportReceipt } from '../../../electron/vault/exports/exports.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let caseId: string;
beforeAll(async () => {
  vault = await createTestVault();
  const person = await call('roster.addPerson', {
    name: 'Budi Contoh, S.E.',
    nip: '199001012015031001',
    position: 'Analis',
    unit: 'Dinas X',
  });
  caseId = (
    await call('cases.create', {
      title: 'Unggahan',
      employeeId: person.id,
      reason: 'Foto profil sama',
      actDate: '2024-10-21',
      narrative: 'Akun mengunggah ajakan & dukungan <terbuka>.',
    })
  ).id;
  await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

function picture(): Buffer {
  const png = new PNG({ width: 600, height: 2_400 });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([index % 251, (index >> 8) % 251, 90, 255], index);
  return PNG.sync.write(png);
}

async function issue(kind: 'lengkap' | 'disamarkan'): Promise<{ report: IssuedReport; bytes: Uint8Array }> {
  const report = (await vault.job(
    await call('reports.issue', { caseId, kind, signature: { method: 'seal' } }),
  )) as IssuedReport;
  const { handle, bytes } = await call('reports.view', { id: report.id });
  const source = vault.service.views.find(handle);
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < bytes; offset += 1_000_000) parts.push(await source.read(offset, 1_000_000));
  return { report, bytes: Buffer.concat(parts) };
}

async function verify(bytes: Uint8Array): Promise<ReportVerdict> {
  return (await vault.job(
    await call('reports.verify', { file: await vault.file('laporan.pdf', bytes) }),
  )) as ReportVerdict;
}

describe('report', () => {
  it('is refused without any evidence, by the case’s number', async () => {
    const { id, number } = await call('cases.create', {});
    await expect(
      call('reports.issue', { caseId: id, kind: 'lengkap', signature: { method: 'seal' } }).then((job) =>
        vault.job(job),
      ),
    ).rejects.toMatchObject({ code: 'REPORT_NO_EVIDENCE', params: { case: number } });
  });

  it('is issued with the seal, kept, valid in its vault and names its attachments', async () => {
    const original = picture();
    const intake = (await vault.job(
      await call('evidence.addFiles', { caseId, files: [await vault.file('tangkapan.png', original)] }),
    )) as { added: { sha256: string }[] };
    const { report, bytes } = await issue('lengkap');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(report.sha256);
    expect(report).toMatchObject({ draft: true, sealed: true, kind: 'lengkap' });
    const verdict = await verify(bytes);
    expect(verdict).toMatchObject({ verdict: 'valid', reasons: [], issuedHere: true, custodyHead: { ancestor: true } });
    // Said of the seal wherever it is shown: it is no certified signature.
    expect(verdict.signatures).toMatchObject([{ seal: true }]);
    expect(verdict.attachments).toEqual([
      { name: 'B-0001-tangkapan.png', sha256: intake.added[0]?.sha256, inVault: true, differs: false },
    ]);
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    expect(await verify(changed)).toMatchObject({ verdict: 'invalid', issuedHere: false });
  });

  it('says nothing of the evidence but its hash when masked', async () => {
    const { bytes, report } = await issue('disamarkan');
    const verdict = await verify(bytes);
    expect(verdict).toMatchObject({ verdict: 'valid', attachments: [] });
    expect(Buffer.from(bytes).includes(picture().subarray(0, 64))).toBe(false);
    expect(report.pages).toBeGreaterThan(0);
  });

  it('is a draft while nothing is alleged', async () => {
    const { id } = await call('cases.create', {});
    await vault.job(
      await call('evidence.addFiles', { caseId: id, files: [await vault.file('lain.txt', 'bukti lain')] }),
    );
    const preview = (await vault.job(await call('reports.preview', { caseId: id, kind: 'lengkap' }))) as {
      draftReasons: string[];
    };
    expect(preview.draftReasons).toEqual(['NO_ALLEGATION']);
  });

  it('is a draft while a legal row is unverified, and final after', async () => {
    const row = (await call('cases.legalReferences', {})).rows.find((one) => one.code === 'D-6');
    if (!row) throw new Error('no D-6');
    await call('cases.saveLegalReference', {
      ...row,
      verification: 'diverifikasi',
      verifiedBy: 'Bagian Hukum',
      verifiedAt: '2026-11-20',
      sourceUrl: 'https://jdih.example/skb',
    });
    expect((await issue('lengkap')).report.draft).toBe(false);
  });

  it('has a receipt beside it that names the seal and the log, and says nothing of cases', async () => {
    const file = `${vault.folder}/tanda-terima.pdf`;
    const written = await exportReceipt({ path: file }, vault.service.context());
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(written.sha256);
    expect(bytes.subarray(0, 8).toString('latin1')).toMatch(/^%PDF-1\.7/);
    const [last] = (await call('custody.list', { limit: 1 })).rows;
    expect(last).toMatchObject({ action: 'vault.receipt-exported' });
  });

  it('is previewed without a signature', async () => {
    const preview = (await vault.job(await call('reports.preview', { caseId, kind: 'lengkap' }))) as {
      handle: string;
      pages: number;
      bytes: number;
    };
    const head = await vault.service.views.find(preview.handle).read(0, 8);
    expect(Buffer.from(head).toString('latin1')).toMatch(/^%PDF-1\.7/);
    expect((await call('reports.list', { caseId })).rows).toHaveLength(3);
  });
});
