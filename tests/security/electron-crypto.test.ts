/** The vault's cryptography on the crypto it is shipped with: Electron's BoringSSL, not the OpenSSL that the other tests run on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledProgram, bundleForElectron } from '../support/electron-node/run.ts';
import { createAuthority } from '../support/signature/authority.ts';
import { createWorkspace, hasTool, type Workspace } from '../support/signature/tools.ts';

interface Report {
  readonly electron: string | null;
  readonly openssl: string | null;
  readonly results: Readonly<Record<string, string>>;
}

let program: BundledProgram;
let workspace: Workspace;
let keyFiles: readonly string[] = [];

beforeAll(async () => {
  workspace = createWorkspace();
  if (hasTool('openssl')) {
    const authority = createAuthority(workspace);
    keyFiles = (['rsa', 'p256', 'p384'] as const).map((kind) => {
      authority.pack(authority.issue(kind, kind));
      return workspace.file(`${kind}.p12`);
    });
    authority.pack(authority.issue('lama', 'rsa'), ['-legacy']);
    keyFiles = [...keyFiles, workspace.file('lama.p12')];
  }
  program = await bundleForElectron('tests/support/electron-node/self-test.ts');
}, 120_000);

afterAll(async () => {
  await program.remove();
  workspace.remove();
});

function expectSound(output: string): void {
  const report = JSON.parse(output) as Report;
  expect(report.electron).not.toBeNull();
  expect(Object.entries(report.results).filter(([, result]) => result !== 'ok')).toEqual([]);
  expect(Object.keys(report.results)).toHaveLength(10 + keyFiles.length);
}

describe('every primitive of the vault and a complete PDF signature', { timeout: 90_000 }, () => {
  it('hold on the Electron binary as Node', async () => {
    expectSound(await program.runAsNode(keyFiles));
  });

  it('hold inside a utilityProcess', async () => {
    expectSound(await program.runInUtilityProcess(keyFiles));
  });
});
