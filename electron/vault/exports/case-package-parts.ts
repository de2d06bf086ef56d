/** The whole of a package in the order in which it is written: what the vault holds, and what the package adds of its own. */
import { createHash } from 'node:crypto';
import {
  type CasePackageManifest,
  casePackageManifest,
  PACKAGE_NAMES,
  type PackagedFile,
  type PackageOptions,
} from '#shared/contract/case-package.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { custodyExtract } from '../handover/custody-extract.ts';
import { personsOfCase } from '../handover/persons-of-case.ts';
import type { UseCaseContext } from '../kernel.ts';
import { signDigest } from '../signing/cms-signature.ts';
import { certificateToPem } from '../signing/seal-certificate.ts';
import { createSigner } from '../signing/signer.ts';
import { casePackageContents } from './case-package-contents.ts';
import { readMePage } from './case-package-page.ts';
import { packageText, type PackageWords, sumsText } from './case-package-texts.ts';

/** One file of the package. Those of the vault have their hash on record, and no bytes here. */
export interface PackagePart {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null for what lies in the vault. */
  readonly content: Uint8Array | null;
}

export interface PackagePlan {
  readonly manifest: CasePackageManifest;
  readonly manifestBytes: Uint8Array;
  readonly manifestSha256: string;
  /** SHA-256 of SHA256SUMS. */
  readonly sumsSha256: string;
  readonly parts: readonly PackagePart[];
  /** How many files of the vault are in it, and how many bytes they have. */
  readonly held: { readonly files: number; readonly bytes: number };
}

/** Everything that is known before a byte is written. Refuses as casePackageContents does. */
export function planPackage(caseId: string, options: PackageOptions, context: UseCaseContext): PackagePlan {
  const { page, files: held, leftOut } = casePackageContents(caseId, context, options);
  const now = context.now();
  const head = context.custodyHead();
  const extract = custodyExtract(caseId, options.kind, head, context.database);
  const words: PackageWords = {
    kind: options.kind,
    caseNumber: page.case.number,
    madeAt: now.toISOString(),
    madeAtLocal: formatInstant(now, context.settings().timeZone),
    madeBy: context.actor.name,
    handedTo: options.handedTo,
    vaultId: context.vault.id,
    custodyHead: head,
    sealFingerprint: context.seal.fingerprint,
    held,
    leftOut: leftOut.length,
  };
  const added = [
    made(PACKAGE_NAMES.custody, extract.bytes),
    made(PACKAGE_NAMES.certificate, certificateToPem(context.seal.certificateDer)),
    made(PACKAGE_NAMES.readMe, packageText(words)),
    made(PACKAGE_NAMES.readMePage, readMePage(words)),
  ];
  const manifest = casePackageManifest.parse({
    format: 'netra-case-package',
    formatVersion: 2,
    kind: options.kind,
    sifat: 'RAHASIA',
    packageId: context.newId(),
    caseId,
    caseNumber: page.case.number,
    madeAt: words.madeAt,
    madeAtLocal: words.madeAtLocal,
    madeBy: { id: context.actor.id, name: context.actor.name },
    handedTo: options.handedTo,
    appVersion: context.vault.appVersion,
    vaultId: context.vault.id,
    custodyHead: head,
    custodyEntries: extract.whole,
    sealFingerprint: context.seal.fingerprint,
    files: [...held, ...added.map(listed)],
    leftOut,
    persons: options.kind === 'disamarkan' ? [] : personsOfCase(caseId, page, context.database),
  } satisfies CasePackageManifest);
  return sealed(manifest, held, added, context);
}

/** The manifest's bytes, the seal's signature over them, and the sums of everything. */
function sealed(
  manifest: CasePackageManifest,
  held: readonly PackagedFile[],
  added: readonly PackagePart[],
  context: UseCaseContext,
): PackagePlan {
  const list = made(PACKAGE_NAMES.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  const inner: PackagePart[] = [
    ...held.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256, content: null })),
    ...added,
    list,
    made(PACKAGE_NAMES.signature, signatureOf(list, context)),
  ];
  const sums = made(PACKAGE_NAMES.sums, sumsText(inner));
  return {
    manifest,
    manifestBytes: list.content,
    manifestSha256: list.sha256,
    sumsSha256: sums.sha256,
    // What a reader wants first stands first.
    parts: [
      ...inner.filter(({ content }) => content !== null),
      sums,
      ...inner.filter(({ content }) => content === null),
    ],
    held: { files: held.length, bytes: held.reduce((sum, file) => sum + file.bytes, 0) },
  };
}

function signatureOf(list: PackagePart, { seal }: UseCaseContext): Uint8Array {
  const key = seal.privateKeyPkcs8();
  try {
    const signer = createSigner(seal.certificateDer, [], key);
    return signDigest({ digest: Buffer.from(list.sha256, 'hex'), hash: 'sha256', signer });
  } finally {
    key.fill(0);
  }
}

function made(path: string, content: Uint8Array | string): PackagePart & { readonly content: Uint8Array } {
  const bytes = Buffer.from(content);
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), content: bytes };
}

function listed({ path, bytes, sha256 }: PackagePart): PackagedFile {
  const type =
    path === PACKAGE_NAMES.custody ? 'custody' : path === PACKAGE_NAMES.certificate ? 'certificate' : 'instructions';
  return { type, path, bytes, sha256 };
}
