/**
 * The case package (paket kasus): what one case holds as plain files, listed, hashed and signed by the vault's seal. Two kinds:
 * lengkap (originals, copies, documents) and disamarkan (chosen working copies and masked documents alone).
 */
import { z } from 'zod';
import { id, instant, sha256 } from './common.ts';
import { EVIDENCE_ORIGINS } from '../domain/evidence/origin-words.ts';
import { artefactKind } from './evidence.ts';
import { heldPerson } from './handover-persons.ts';
import { reportKind } from './reports.ts';
import { custodyHead } from './vault.ts';

/** Names inside the package. */
export const PACKAGE_NAMES = {
  originals: 'bukti',
  copies: 'salinan-kerja',
  documents: 'dokumen',
  custody: 'jejak-audit.jsonl',
  certificate: 'segel.pem',
  readMe: 'BACA-SAYA.txt',
  readMePage: 'BACA-SAYA.html',
  manifest: 'isi-paket.json',
  /** CMS, detached, over the bytes of the manifest. */
  signature: 'isi-paket.json.p7s',
  sums: 'SHA256SUMS',
} as const;

/** Not in the manifest's own list: they come after it, and are checked against it. */
export const PACKAGE_OUTER_NAMES: readonly string[] = [
  PACKAGE_NAMES.manifest,
  PACKAGE_NAMES.signature,
  PACKAGE_NAMES.sums,
];

/** Kept as they are by every file system: no control letters, nothing that Windows refuses, no blank or dot at the end. */
const PACKAGE_PATH =
  /^(?:(?:bukti|salinan-kerja|dokumen)\/[^\\/:*?"<>|\p{C}]*[^\\/:*?"<>|\p{C}. ]|jejak-audit\.jsonl|segel\.pem|BACA-SAYA\.(?:txt|html))$/u;

const file = {
  /** Inside the package, with forward slashes. */
  path: z.string().max(200).regex(PACKAGE_PATH),
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
/** A working copy, or the words that it still shows. */
const packagedCopy = z.strictObject({
  ...file,
  type: z.literal('working-copy'),
  evidenceNumber: z.string(),
  version: z.number().int().min(1),
  mediaType: z.string(),
  originalSha256: sha256,
  /** How many regions were covered. */
  masks: z.number().int().min(0),
  usedInMasked: z.boolean(),
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
/** What the package adds of its own: the log's extract, the seal's certificate, the instructions. */
const packagedPart = z.strictObject({ ...file, type: z.enum(['custody', 'certificate', 'instructions']) });

export const packageKind = z.enum(['lengkap', 'disamarkan']);
export type PackageKind = z.infer<typeof packageKind>;

/** The content of isi-paket.json. */
export const casePackageManifest = z.strictObject({
  format: z.literal('netra-case-package'),
  formatVersion: z.literal(2),
  kind: packageKind,
  sifat: z.literal('RAHASIA'),
  packageId: id,
  caseId: id,
  caseNumber: z.string().max(200),
  madeAt: instant,
  /** The same instant in the office's time, in words. */
  madeAtLocal: z.string().max(200),
  madeBy: z.strictObject({ id, name: z.string().max(500) }),
  /** Whom it was made for, as the officer wrote it; may be empty. */
  handedTo: z.string().max(500),
  appVersion: z.string().max(40),
  vaultId: id,
  /** The log as it stood when the list was made: the entry about this package comes after it. */
  custodyHead,
  /** How many entries of the log are in the extract whole; of the others it holds number and hash. */
  custodyEntries: z.number().int().min(0),
  sealFingerprint: sha256,
  files: z
    .array(z.discriminatedUnion('type', [packagedOriginal, packagedCopy, packagedDocument, packagedPart]))
    .min(1)
    .max(20_000),
  /** Originals that stayed in the vault because they may hold data of an officer's account. */
  leftOut: z
    .array(
      z.strictObject({
        evidenceNumber: z.string(),
        kind: artefactKind,
        bytes: z.number().int().min(0),
        sha256,
        reason: z.literal('memuat data akun petugas'),
      }),
    )
    .max(20_000),
  /** Whose data it holds, for a notice after a loss; empty in a masked package, which names nobody. */
  persons: z.array(heldPerson).max(20_000),
});
export type CasePackageManifest = z.infer<typeof casePackageManifest>;
export type PackagedFile = CasePackageManifest['files'][number];

export type PackagedOriginal = Extract<PackagedFile, { readonly type: 'original' }>;
export type PackagedCopy = Extract<PackagedFile, { readonly type: 'working-copy' }>;

/** How a package leaves: a folder of plain files, or one ZIP file, plain or encrypted in the age format. */
export const packageForm = z.enum(['folder', 'zip', 'age-passphrase', 'age-recipient']);
export type PackageForm = z.infer<typeof packageForm>;

/** What is asked for when a package is made. */
export const packageOptions = z.strictObject({
  kind: packageKind.default('lengkap'),
  /** Also the page data of captures made with an account, which stay out otherwise. Means nothing for a masked package. */
  withAccountData: z.boolean().default(false),
  handedTo: z.string().trim().max(500).default(''),
  form: packageForm.default('folder'),
  /** For age-passphrase: at least 12 characters, judged like a vault's own. */
  passphrase: z.string().max(1_000).default(''),
  /** For age-recipient: "age1…". */
  recipient: z.string().trim().max(4_000).default(''),
});
export type PackageOptions = z.infer<typeof packageOptions>;

/** Value of a case-package job. */
export const casePackaged = z.strictObject({
  id,
  kind: packageKind,
  form: packageForm,
  /** Where it lies (a folder, or the file itself), and its own name. */
  directory: z.string(),
  name: z.string(),
  /** Originals, copies and documents; what the package adds of its own comes on top. */
  files: z.number().int(),
  bytes: z.number().int(),
  /** SHA-256 of SHA256SUMS: stands for the whole content. */
  sha256,
  /** SHA-256 of the one file as it lies there; null for a folder. */
  fileSha256: sha256.nullable(),
  custodyHead,
  /** Originals that stayed in the vault (data of an officer's account). */
  leftOut: z.number().int().min(0),
});
export type CasePackaged = z.infer<typeof casePackaged>;
