/** A vault with one case that can be issued, asked through the reach that its own settings give. */
import { PNG } from 'pngjs';
import type { IssuedReport } from '../../../shared/contract/reports.ts';
import {
  type DocumentSignatures,
  documentSignatures,
  type SignatureChoice,
} from '../../../shared/contract/signatures.ts';
import type { Certification } from '../../../shared/domain/issuing/office-kinds.ts';
import { askOutside } from '../../../electron/outside/ask.ts';
import { hostsOf } from '../../../electron/outside/reach.ts';
import { openDocument } from '../../../electron/vault/signatures/document-versions.ts';
import type { TestAuthority } from '../../support/authority/index.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

export interface SigningVault extends TestVault {
  readonly caseId: string;
  issue(signature: SignatureChoice | { method: 'seal' }, certification?: Certification): Promise<IssuedReport>;
  status(reportId: string): Promise<DocumentSignatures>;
  /** The bytes of the newest version. */
  bytes(reportId: string): Promise<Buffer>;
  /** A registered PKCS#12 file and its passphrase as a choice. */
  p12(bytes: Uint8Array, passphrase: string): Promise<SignatureChoice>;
  /** Lets signatures ask the authority, and trusts its root. */
  connect(authority: TestAuthority): Promise<void>;
}

export async function createSigningVault(): Promise<SigningVault> {
  const vault: TestVault = await createTestVault({
    outside: (question) => {
      const { signatureServices } = vault.service.context().settings();
      return askOutside(question, { hosts: hostsOf(signatureServices), allowLoopback: true });
    },
  });
  const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
  await call('settings.set', {
    signatory: { prefix: '', position: 'Inspektur', name: 'Dewi Contoh, S.H.', rank: '', nip: '' },
  });
  const { id: caseId } = await call('cases.create', { title: 'Unggahan' });
  await vault.job(await call('evidence.addFiles', { files: [await vault.file('foto.png', picture())], caseId }));
  return {
    ...vault,
    caseId,
    issue: async (signature, certification = 'certify-signatures') => {
      const { office } = await call('documents.office', {});
      const kind = { ...office.kinds.laporan_inspektorat, certification };
      await call('documents.setOffice', { ...office, kinds: { ...office.kinds, laporan_inspektorat: kind } });
      return (await vault.job(await call('reports.issue', { caseId, kind: 'lengkap', signature }))) as IssuedReport;
    },
    status: async (reportId) => {
      const { rows } = await call('signatures.list', { reportId });
      return documentSignatures.parse(rows[0]);
    },
    bytes: async (reportId) => {
      const document = openDocument(vault.service.context(), reportId);
      const parts: Uint8Array[] = [];
      for (let offset = 0; offset < document.bytes; offset += 300_000) parts.push(await document.read(offset, 300_000));
      return Buffer.concat(parts);
    },
    p12: async (bytes, passphrase) => ({
      method: 'p12',
      file: await vault.file('kunci.p12', bytes),
      passphrase,
      padding: 'pkcs1',
      hash: 'sha256',
    }),
    connect: async (authority) => {
      const host = new URL(authority.origin).host;
      await call('settings.set', { signatureServices: { timestampAddress: authority.tsa(), revocationHosts: [host] } });
      await call('signatures.addRoots', { file: await vault.file('akar.pem', authority.rootPem) }).catch(
        () => undefined,
      );
    },
  };
}

function picture(): Buffer {
  const png = new PNG({ width: 400, height: 700 });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([index % 251, (index >> 8) % 251, 90, 255], index);
  return PNG.sync.write(png);
}
