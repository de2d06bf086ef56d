/**
 * Name constraints (RFC 5280, 4.2.1.10 and 6.1): for which names an authority may issue. Directory names, e-mail and DNS
 * names and IP addresses are evaluated; a name of another form that a constraint speaks of is refused, never passed over.
 */
import {
  childrenOf,
  DerError,
  type DerNode,
  equalBytes,
  expectTag,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from './der.ts';
import { OID } from './oids.ts';

/** What of a certificate is asked here; both extensions as their DER, undefined where there is none. */
export interface NamedCertificate {
  /** Encoded names. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subjectAltName: Uint8Array | undefined;
  readonly nameConstraints: Uint8Array | undefined;
}

/** GeneralName by its tag: email [1], DNS [2], directory [4], IP address [7]. */
const FORM = { email: 0x81, dns: 0x82, directory: 0xa4, address: 0x87 } as const;

interface Name {
  readonly tag: number;
  readonly content: Uint8Array;
}

/**
 * Whether every name in a chain lies within what each authority above it may name; the chain goes from the signer to the
 * anchor. Constraints that cannot be read hold nobody, so they are broken.
 */
export function keepsNameConstraints(chain: readonly NamedCertificate[]): boolean {
  try {
    return chain.every(
      ({ nameConstraints }, index) =>
        nameConstraints === undefined ||
        chain
          .slice(0, index)
          .every((below, place) => isExempt(below, place) || allows(nameConstraints, namesOf(below))),
    );
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

/** An authority's certificate for itself (a new key) is not measured; a signer's always is. */
function isExempt({ subject, issuer }: NamedCertificate, place: number): boolean {
  return place > 0 && equalBytes(subject, issuer);
}

function allows(constraints: Uint8Array, names: readonly Name[]): boolean {
  const parts = sequenceOf(readWhole(constraints));
  const subtrees = (tag: number): DerNode[] =>
    parts.filter((part) => part.tag === tag).flatMap((part) => childrenOf(part).map(baseOf));
  const permitted = subtrees(0xa0);
  const excluded = subtrees(0xa1);
  return names.every((name) => {
    const sameForm = (base: DerNode): boolean => base.tag === name.tag;
    const within = permitted.filter(sameForm);
    if (excluded.filter(sameForm).some((base) => lies(name, base))) return false;
    return within.length === 0 || within.some((base) => lies(name, base));
  });
}

/** The name of a GeneralSubtree; RFC 5280 knows no other minimum than 0 and no maximum, so either is refused. */
function baseOf(subtree: DerNode): DerNode {
  const [base, ...limits] = sequenceOf(subtree);
  if (base === undefined || limits.length > 0) throw new DerError('a subtree with limits');
  return base;
}

/** Subject, its e-mail addresses (as older certificates carry them), and the alternative names. */
function namesOf({ subject, subjectAltName }: NamedCertificate): Name[] {
  const relative = sequenceOf(readWhole(subject));
  const own = relative.length === 0 ? [] : [{ tag: FORM.directory, content: subject }];
  const emails = relative
    .flatMap((one) => childrenOf(expectTag(one, TAG.set)))
    .map((attribute) => sequenceOf(attribute))
    .filter(([type]) => readOid(type) === OID.emailAddress)
    .flatMap(([, value]) => (value === undefined ? [] : [{ tag: FORM.email, content: value.content }]));
  const others = subjectAltName === undefined ? [] : sequenceOf(readWhole(subjectAltName));
  return [...own, ...emails, ...others];
}

function lies(name: Name, base: DerNode): boolean {
  if (base.tag === FORM.directory) return startsWith(rdnsOf(name.content), rdnsOf(base.content));
  if (base.tag === FORM.dns) return isUnderHost(latin(name.content), latin(base.content));
  if (base.tag === FORM.email) return isUnderMailbox(latin(name.content), latin(base.content));
  if (base.tag === FORM.address) return isInNetwork(name.content, base.content);
  throw new DerError('a constraint on names of another form');
}

/** The host itself, or one with more labels before it; with a leading dot only the latter. */
function isUnderHost(host: string, base: string): boolean {
  if (base === '' || host === base) return true;
  return host.endsWith(base.startsWith('.') ? base : `.${base}`);
}

/** A mailbox, all mailboxes of a host, or with a leading dot all of the hosts under a domain. */
function isUnderMailbox(mailbox: string, base: string): boolean {
  const at = mailbox.lastIndexOf('@');
  if (at < 0) throw new DerError('an address without a host');
  if (base.includes('@')) return mailbox === base;
  const host = mailbox.slice(at + 1);
  return base.startsWith('.') ? host.endsWith(base) : base === '' || host === base;
}

/** Address and mask, one behind the other. */
function isInNetwork(address: Uint8Array, base: Uint8Array): boolean {
  const mask = base.subarray(base.length / 2);
  if (base.length !== 8 && base.length !== 32) throw new DerError('a network of another kind');
  return (
    address.length === mask.length &&
    address.every((byte, index) => (byte & (mask[index] ?? 0)) === ((base[index] ?? 0) & (mask[index] ?? 0)))
  );
}

function startsWith(name: readonly string[], base: readonly string[]): boolean {
  return base.length <= name.length && base.every((rdn, index) => rdn === name[index]);
}

/** Each relative name in one form: letters of either case and runs of spaces are the same (RFC 5280, 7.1). */
function rdnsOf(name: Uint8Array): string[] {
  return sequenceOf(readWhole(name)).map((rdn) =>
    childrenOf(expectTag(rdn, TAG.set))
      .map((attribute) => {
        const [type, value] = sequenceOf(attribute);
        if (value === undefined) throw new DerError('an attribute without a value');
        return `${readOid(type)}=${wordsOf(value)}`;
      })
      .sort()
      .join('+'),
  );
}

const BMP_STRING = 0x1e;

function wordsOf({ tag, content }: DerNode): string {
  const binary = Array.from(content, (byte) => String.fromCharCode(byte)).join('');
  const text = tag === TAG.utf8String ? utf8(binary) : tag === BMP_STRING ? wide(content) : binary;
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** UTF-8 without a decoder: this folder knows no runtime. */
function utf8(binary: string): string {
  try {
    return decodeURIComponent(
      binary.replace(/[^]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`),
    );
  } catch {
    // URIError alone is thrown: bytes that are no UTF-8.
    throw new DerError('text that is no UTF-8');
  }
}

function wide(content: Uint8Array): string {
  return Array.from({ length: content.length >> 1 }, (_unused, index) =>
    String.fromCharCode(((content[2 * index] ?? 0) << 8) | (content[2 * index + 1] ?? 0)),
  ).join('');
}

function latin(content: Uint8Array): string {
  return Array.from(content, (byte) => String.fromCharCode(byte))
    .join('')
    .toLowerCase();
}
