/** Hand-over: packages that were received from other vaults, packages that were made, and whose data is held. */
import { z } from 'zod';
import { casePackageManifest, packageForm, packageKind } from './case-package.ts';
import { fileToken, id, instant, line, nothing, requiredLine, sha256, startedJob, viewHandle } from './common.ts';
import { heldPerson, heldPersonCounts } from './handover-persons.ts';
import { defineOperation } from './operation.ts';

/**
 * What is known of the seal that signed a received package: this vault's own, one that came with an earlier package of the same
 * vault, one that is new here (compare its fingerprint with the one on paper), or another one than that vault used before.
 */
export const sealKnowledge = z.enum(['own', 'known', 'new', 'changed']);
export type SealKnowledge = z.infer<typeof sealKnowledge>;

/** A package as it was received: everything of it was checked before it was taken. */
export const receivedPackage = z.strictObject({
  id,
  receivedAt: instant,
  receivedBy: z.string(),
  /** From whom, as the officer who took it in wrote it. */
  receivedFrom: z.string(),
  form: z.enum(['folder', 'file']),
  fileName: z.string(),
  fileBytes: z.number().int(),
  /** Of the one file; of a folder that of its SHA256SUMS. */
  fileSha256: sha256,
  encrypted: z.boolean(),
  kind: packageKind,
  caseNumber: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  vaultId: id,
  sealFingerprint: sha256,
  seal: sealKnowledge,
  /** SHA-256 of isi-paket.json. */
  manifestSha256: sha256,
  files: z.number().int(),
  bytes: z.number().int(),
});
export type ReceivedPackage = z.infer<typeof receivedPackage>;

/** A package that was made here. */
export const madePackage = z.strictObject({
  id,
  caseId: id,
  caseNumber: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  kind: packageKind,
  form: packageForm,
  handedTo: z.string(),
  name: z.string(),
  files: z.number().int(),
  bytes: z.number().int(),
  manifestSha256: sha256,
  /** SHA-256 of SHA256SUMS. */
  sumsSha256: sha256,
  /** Of the one file; null for a folder. */
  fileSha256: sha256.nullable(),
});
export type MadePackage = z.infer<typeof madePackage>;

/** Every file of a received package, also those that the manifest itself does not list. */
export const receivedFile = z.strictObject({
  path: z.string(),
  bytes: z.number().int(),
  sha256,
  viewable: z.enum(['image', 'video', 'text', 'document', 'none']),
});
export type ReceivedFile = z.infer<typeof receivedFile>;

export const receivedPage = z.strictObject({
  package: receivedPackage,
  manifest: casePackageManifest.pick({
    madeAtLocal: true,
    handedTo: true,
    custodyHead: true,
    custodyEntries: true,
    leftOut: true,
    persons: true,
    files: true,
  }),
  files: z.array(receivedFile),
});
export type ReceivedPage = z.infer<typeof receivedPage>;

/** The deadline for the notice, as a row that a lawyer verifies like every legal row. */
export const personsPage = z.strictObject({
  rows: z.array(heldPerson),
  total: z.number().int(),
  counts: heldPersonCounts,
});
export type PersonsPage = z.infer<typeof personsPage>;

/** Of the whole vault, of a package that was received, or of one that was made here. */
export const personsSource = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('vault') }),
  z.strictObject({ of: z.literal('received'), id }),
  z.strictObject({ of: z.literal('made'), id }),
]);
export type PersonsSource = z.infer<typeof personsSource>;

/** A workbook, or a page that a browser prints. */
export const personsFormat = z.enum(['xlsx', 'html']);

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const saving = { kind: 'command', runs: 'main', windows: ['main'], vault: 'unlocked' } as const;
const saved = z.strictObject({ saved: z.boolean(), name: z.string() });

export const handoverOperations = {
  received: defineOperation({
    name: 'handover.received',
    ...query,
    input: nothing,
    output: z.strictObject({ rows: z.array(receivedPackage) }),
  }),
  made: defineOperation({
    name: 'handover.made',
    ...query,
    input: nothing,
    output: z.strictObject({ rows: z.array(madePackage) }),
  }),
  /** PACKAGE_UNKNOWN. */
  get: defineOperation({ name: 'handover.get', ...query, input: z.strictObject({ id }), output: receivedPage }),
  /**
   * Takes a package in after checking all of it: one transaction or none. The job's value is a receivedPackage. The passphrase is
   * also where an age identity (AGE-SECRET-KEY-1…) may be given; a package made for this vault's own address needs neither.
   */
  receive: defineOperation({
    name: 'handover.receive',
    ...command,
    input: z.strictObject({
      file: fileToken,
      passphrase: z.string().max(1_000).default(''),
      receivedFrom: requiredLine,
    }),
    output: startedJob,
  }),
  /** Opens one file of a received package until the lock; recorded in custody. */
  view: defineOperation({
    name: 'handover.view',
    ...command,
    input: z.strictObject({ id, path: line }),
    output: z.strictObject({ handle: viewHandle, mime: z.string(), bytes: z.number().int() }),
  }),
  /** A text file of a received package, read as text; recorded in custody. FILE_TOO_LARGE for a long one, which is saved instead. */
  readText: defineOperation({
    name: 'handover.readText',
    ...command,
    input: z.strictObject({ id, path: line }),
    output: z.strictObject({ text: z.string() }),
  }),
  saveFile: defineOperation({
    name: 'handover.saveFile',
    ...saving,
    input: z.strictObject({ id, path: line }),
    output: saved,
  }),
  /** The receipt (tanda terima) of one package, made or received, as a text file. */
  saveReceipt: defineOperation({
    name: 'handover.saveReceipt',
    ...saving,
    input: z.strictObject({ id, of: z.enum(['made', 'received']) }),
    output: saved,
  }),
  /** This vault's own address for packages (age1…): made at the first asking. */
  address: defineOperation({
    name: 'handover.address',
    ...command,
    input: nothing,
    output: z.strictObject({ recipient: z.string() }),
  }),
  persons: defineOperation({
    name: 'handover.persons',
    ...query,
    input: z.strictObject({
      source: personsSource,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    output: personsPage,
  }),
  /** Asks where to, then writes the list there; encrypted in the age format when a passphrase is given. */
  savePersons: defineOperation({
    name: 'handover.savePersons',
    ...saving,
    input: z.strictObject({
      source: personsSource,
      format: personsFormat,
      passphrase: z.string().max(1_000).default(''),
    }),
    output: saved.extend({ rows: z.number().int().min(0) }),
  }),
};
