import type { TestVault } from '../../support/test-vault.ts';
import { runTool, writeTemporary } from '../../unit/report/tools.ts';

/** Issues a report of the case and reads its words back, white space folded; needs pdftotext. */
export async function issuedText(vault: TestVault, caseId: string, kind: 'lengkap' | 'disamarkan'): Promise<string> {
  const { service } = vault;
  const job = await service.call('reports.issue', { caseId, kind, signature: { method: 'seal' } });
  const { id } = (await vault.job(job)) as { id: string };
  const { handle, bytes } = await service.call('reports.view', { id });
  const file = writeTemporary('laporan.pdf', await service.views.find(handle).read(0, bytes));
  return runTool('pdftotext', ['-layout', file, '-']).text.replaceAll(/\s+/g, ' ');
}
