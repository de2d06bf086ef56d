/** The case package (paket kasus): the originals and issued documents of one case as plain files, listed and hashed. */
import { z } from 'zod';
import { id, instant, sha256 } from './common.ts';
import { EVIDENCE_ORIGINS } from '../domain/evidence/origin-words.ts';
import { artefactKind } from './evidence.ts';
import { reportKind } from './reports.ts';
import { custodyHead } from './vault.ts';

/** Names inside the package's folder. */
export const PACKAGE_NAMES = {
  originals: 'bukti',
  documents: 'dokumen',
  manifest: 'isi-paket.json',
  readMe: 'BACA-SAYA.txt',
  sums: 'SHA256SUMS',
} as const;

const file = {
  /** Inside the folder, with forward slashes. */
  path: z.string().regex(/^(bukti|dokumen)\/[^\\/:*?"<>|\p{Cc}]+$/u),
  bytes: z.number().int().min(0),
  sha256,
};

/** An original as it was kept, under the name that it has as an attachment of a report. */
const packagedOriginal = z.strictObject({
  ...file,
  type: z.literal('original'),
  evidenceNumber: z.string(),
  kind: artefactKind,
  mediaType: z.string(),
  /** How it came; what that is and is not stands in the read-me. */
  origin: z.enum(EVIDENCE_ORIGINS),
  secondHand: z.boolean(),
  /** Page data of a capture made with an account: it is here by an explicit choice. */
  accountData: z.boolean(),
  /** Null where the item has none. */
  address: z.string().nullable(),
  capturedAt: instant,
});
/** An issued document, byte for byte. */
const packagedDocument = z.strictObject({
  ...file,
  type: z.literal('document'),
  kind: reportKind,
  /** Null where it was left blank. */
  number: z.string().nullable(),
  issuedAt: instant,
  issuedBy: z.string(),
  draft: z.boolean(),
  signer: z.string(),
  signerFingerprint: sha256,
});

/** The content of isi-paket.json. */
export const casePackageManifest = z.strictObject({
  format: z.literal('netra-case-package'),
  formatVersion: z.literal(1),
  sifat: z.literal('RAHASIA'),
  caseId: id,
  caseNumber: z.string(),
  madeAt: instant,
  /** The same instant in the office's time, in words. */
  madeAtLocal: z.string(),
  madeBy: z.strictObject({ id, name: z.string() }),
  appVersion: z.string(),
  vaultId: id,
  /** The log as it stood when the list was made: the entry about this package comes after it. */
  custodyHead,
  sealFingerprint: sha256,
  files: z.array(z.discriminatedUnion('type', [packagedOriginal, packagedDocument])).min(1),
  /** Originals that stayed in the vault because they may hold data of an officer's account. */
  leftOut: z.array(
    z.strictObject({
      evidenceNumber: z.string(),
      kind: artefactKind,
      bytes: z.number().int().min(0),
      sha256,
      reason: z.literal('memuat data akun petugas'),
    }),
  ),
});
export type CasePackageManifest = z.infer<typeof casePackageManifest>;
export type PackagedFile = CasePackageManifest['files'][number];

export type PackagedOriginal = Extract<PackagedFile, { readonly type: 'original' }>;

/** Value of a case-package job. */
export const casePackaged = z.strictObject({
  /** Where it lies, and its own name. */
  directory: z.string(),
  name: z.string(),
  /** Originals and documents; the list, the sums and the read-me come on top. */
  files: z.number().int(),
  bytes: z.number().int(),
  /** SHA-256 of SHA256SUMS: stands for the whole package. */
  sha256,
  custodyHead,
  /** Originals that stayed in the vault (data of an officer's account). */
  leftOut: z.number().int().min(0),
});
export type CasePackaged = z.infer<typeof casePackaged>;
