/** Signatures of issued documents after their issue: more signers, higher levels, trusted roots, kept keys. */
import { z } from 'zod';
import { done, fileToken, id, instant, nothing, requiredLine, sha256, startedJob } from './common.ts';
import { defineOperation } from './operation.ts';

/** PAdES levels, lowest first (ETSI EN 319 142-1). */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export const signatureLevel = z.enum(SIGNATURE_LEVELS);
export type SignatureLevel = z.infer<typeof signatureLevel>;
export const raisedLevel = z.enum(['B-T', 'B-LT', 'B-LTA']);

const passphrase = z.string().max(1_000);
const how = {
  /** Of an RSA key; other keys take only the first. */
  padding: z.enum(['pkcs1', 'pss']).default('pkcs1'),
  hash: z.enum(['sha256', 'sha384', 'sha512']).default('sha256'),
};

/** Who signs: the vault's seal, a PKCS#12 file used once, or a key that the vault keeps. */
export const signatureChoice = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('seal') }),
  z.strictObject({
    method: z.literal('p12'),
    file: fileToken,
    passphrase,
    /** SHA-256 of the chosen certificate, where the file holds several keys. */
    identity: sha256.optional(),
    ...how,
  }),
  z.strictObject({ method: z.literal('kept'), key: id, passphrase, ...how }),
]);
export type SignatureChoice = z.infer<typeof signatureChoice>;

export const documentVersion = z.strictObject({
  /** 1 is the document as it was issued. */
  version: z.number().int(),
  cause: z.enum(['issued', 'signed', 'raised', 'outside']),
  at: instant,
  user: z.string(),
  sha256,
  bytes: z.number().int(),
  level: signatureLevel,
  signer: z.string().nullable(),
});

export const documentSignatures = z.strictObject({
  reportId: id,
  level: signatureLevel,
  /** `waiting`: a higher level was asked for and could not be had yet. */
  state: z.enum(['settled', 'waiting']),
  wanted: raisedLevel.nullable(),
  /** Error code of the last attempt, with its time. */
  problem: z.strictObject({ code: z.string(), at: instant }).nullable(),
  /** Oldest first; the last one is what is shown and handed out. */
  versions: z.array(documentVersion),
});
export type DocumentSignatures = z.infer<typeof documentSignatures>;

export const trustedRoot = z.strictObject({
  fingerprint: sha256,
  subject: z.string(),
  issuer: z.string(),
  notBefore: instant,
  notAfter: instant,
  addedAt: instant,
  addedBy: z.string(),
});
export type TrustedRoot = z.infer<typeof trustedRoot>;

export const p12Identity = z.strictObject({
  fingerprint: sha256,
  subject: z.string(),
  issuer: z.string(),
  notBefore: instant,
  notAfter: instant,
  /** Error code of what keeps it from signing. */
  problem: z.enum(['P12_EXPIRED', 'P12_NOT_YET_VALID', 'P12_NOT_FOR_SIGNING']).nullable(),
});
export type P12Identity = z.infer<typeof p12Identity>;

export const keptKey = z.strictObject({
  id,
  name: z.string(),
  subject: z.string(),
  fingerprint: sha256,
  notAfter: instant,
  keptAt: instant,
  keptBy: z.string(),
});
export type KeptKey = z.infer<typeof keptKey>;

const windows = ['main'] as const;
const inVault = { runs: 'vault', windows, vault: 'unlocked' } as const;
export const signaturesOperations = {
  /** All documents, or one. */
  list: defineOperation({
    name: 'signatures.list',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ reportId: id.optional() }),
    output: z.strictObject({ rows: z.array(documentSignatures) }),
  }),
  /** Adds a signature in a field that was kept for it; the job's value is a documentSignatures. */
  sign: defineOperation({
    name: 'signatures.sign',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ reportId: id, field: requiredLine.default('Kepala'), signature: signatureChoice }),
    output: startedJob,
  }),
  /** Raises the level as far as asked; at B-LTA it renews the archive time stamp. The job's value is a documentSignatures. */
  raise: defineOperation({
    name: 'signatures.raise',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ reportId: id, to: raisedLevel }),
    output: startedJob,
  }),
  /** Raises every document that waits; the job's value tells how many are done and how many still wait. */
  raiseWaiting: defineOperation({
    name: 'signatures.raiseWaiting',
    kind: 'command',
    ...inVault,
    input: nothing,
    output: startedJob,
  }),
  /** The same for those whose next attempt is due; the app begins it by itself. Null where the settings forbid it or nothing is due. */
  raiseDue: defineOperation({
    name: 'signatures.raiseDue',
    kind: 'command',
    ...inVault,
    input: nothing,
    output: z.strictObject({ jobId: id.nullable() }),
  }),
  /** Takes over a version that was signed outside; the job's value is a documentSignatures. */
  acceptOutside: defineOperation({
    name: 'signatures.acceptOutside',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ reportId: id, file: fileToken }),
    output: startedJob,
  }),
  /** The keys in a PKCS#12 file, to choose one. */
  inspectP12: defineOperation({
    name: 'signatures.inspectP12',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ file: fileToken, passphrase }),
    output: z.strictObject({ identities: z.array(p12Identity) }),
  }),
  keptKeys: defineOperation({
    name: 'signatures.keptKeys',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ keys: z.array(keptKey) }),
  }),
  /** Keeps a PKCS#12 file under its own passphrase, which is asked for at every use and never kept. */
  keepKey: defineOperation({
    name: 'signatures.keepKey',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ file: fileToken, passphrase, name: requiredLine, identity: sha256.optional() }),
    output: z.strictObject({ keys: z.array(keptKey) }),
  }),
  forgetKey: defineOperation({
    name: 'signatures.forgetKey',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ key: id }),
    output: done,
  }),
  roots: defineOperation({
    name: 'signatures.roots',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ roots: z.array(trustedRoot) }),
  }),
  /** Adds the authorities in a PEM, DER or p7b file. */
  addRoots: defineOperation({
    name: 'signatures.addRoots',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ file: fileToken }),
    output: z.strictObject({ added: z.array(trustedRoot) }),
  }),
  removeRoot: defineOperation({
    name: 'signatures.removeRoot',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ fingerprint: sha256 }),
    output: done,
  }),
};
