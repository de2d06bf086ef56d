/** Two vaults: one that hands a package over and one that takes it in. */
import path from 'node:path';
import type { CasePackaged, PackageOptions } from '../../../shared/contract/case-package.ts';
import { casePackaged } from '../../../shared/contract/case-package.ts';
import { type ReceivedPackage, receivedPackage } from '../../../shared/contract/handover.ts';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import type { UseCaseContext } from '../../../electron/vault/kernel.ts';
import type { TestVault } from '../../support/test-vault.ts';
import type { PackageBench } from '../exports/support.ts';

export const PACKAGE_PASSPHRASE = 'gunung biru tinggi sekali 88';

/** Makes a package as one file. */
export async function packedFile(
  { vault, caseId, out }: PackageBench,
  name: string,
  options: Partial<PackageOptions> = {},
  context: UseCaseContext = vault.service.context(),
): Promise<CasePackaged> {
  const form = options.form ?? 'zip';
  const started = await startCasePackage(caseId, { file: path.join(out, name) }, context, { ...options, form });
  return casePackaged.parse(await vault.job(started));
}

/** Takes a file in; throws what it was refused with. */
export async function receive(to: TestVault, file: string, passphrase = ''): Promise<ReceivedPackage> {
  const { token } = await to.service.files.addPath(file);
  const started = await to.service.call('handover.receive', {
    file: token,
    passphrase,
    receivedFrom: 'Budi dari Inspektorat',
  });
  return receivedPackage.parse(await to.job(started));
}
