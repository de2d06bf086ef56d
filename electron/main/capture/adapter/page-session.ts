/** The session of one capture window: fresh, in memory, without rights; it tells of certificates and refuses addresses. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Certificate, OnBeforeRequestListenerDetails, Session } from 'electron';
import type { SeenCertificate } from '#shared/domain/capture/certificate.ts';
import { denyDownloads } from '../../security/downloads.ts';
import { denyPermissions } from '../../security/permissions.ts';
import { disableSpellcheck } from '../../security/spellcheck.ts';
import type { DroppedAnswer } from '#shared/domain/capture/record.ts';
import { checkAnswers } from './answer-gate.ts';
import type { AddressGate } from './address-gate.ts';
import { holdToRoute, type PageRoute, type PageRouteOptions } from './page-route.ts';
import { plainUserAgent } from './user-agent.ts';

export interface PageSessionOptions {
  readonly gate: AddressGate;
  readonly onCertificate: (certificate: SeenCertificate) => void;
  /** An address the rules refused, without query, or a download. */
  readonly onRefused: (address: string) => void;
  /** An answer the rules did not let in. */
  readonly onDropped: (answer: DroppedAnswer) => void;
  readonly now: () => Date;
  /** Hears of every request that the rules let pass, for signs of a log-in by hand. */
  readonly onRequest?: (details: OnBeforeRequestListenerDetails) => void;
  readonly route: PageRouteOptions;
  /** To be awaited before a page is asked for. */
  readonly pageMayCome: () => Promise<void>;
}

/** Chromium decides; we only look. */
const VERDICT_OF_CHROMIUM = -3;

/** A session that is ready for a page. */
export interface PreparedSession {
  readonly userAgent: { readonly sent: string; readonly original: string };
  readonly route: PageRoute;
}

/** Sets the session up; to be called before anything is loaded in it. */
export async function preparePageSession(session: Session, options: PageSessionOptions): Promise<PreparedSession> {
  denyPermissions(session, () => undefined);
  denyDownloads(session, options.onRefused);
  disableSpellcheck(session);
  const route = await holdToRoute(session, options.route);
  refuseAddresses(session, route, options);
  const { proxyFor } = route;
  checkAnswers(session, { isIpAllowed: options.gate.isIpAllowed, onDropped: options.onDropped, proxyFor });
  session.setCertificateVerifyProc((request, answer) => {
    const {
      hostname: host,
      certificate,
      verificationResult: verification,
      isIssuedByKnownRoot: issuedByKnownRoot,
    } = request;
    options.onCertificate(seenCertificate(certificate, { host, verification, issuedByKnownRoot, at: options.now() }));
    answer(VERDICT_OF_CHROMIUM);
  });
  const original = session.getUserAgent();
  const sent = plainUserAgent(original);
  session.setUserAgent(sent);
  return { userAgent: { sent, original }, route };
}

/** The addresses of a host as this session's browser resolves them. */
export async function resolveWith(session: Session, host: string): Promise<readonly string[] | null> {
  try {
    return (await session.resolveHost(host)).endpoints.map((endpoint) => endpoint.address);
  } catch {
    // Not found, or found only by a proxy; the rules say what that means.
    return null;
  }
}

function refuseAddresses(session: Session, route: PageRoute, options: PageSessionOptions): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const purpose = details.resourceType === 'mainFrame' ? 'page' : 'part';
    const judged = options.gate.judge(details.url, purpose).then(async ({ allowed }) => {
      if (allowed) await route.choose(details.url);
      if (allowed && purpose === 'page') await options.pageMayCome();
      return allowed;
    });
    judged.then(
      (allowed) => {
        if (allowed) options.onRequest?.(details);
        else options.onRefused(withoutQuery(details.url));
        answer({ cancel: !allowed });
      },
      () => answer({ cancel: true }),
    );
  });
}

/** What is kept of a certificate, read from its DER rather than from Electron's summary. */
export function seenCertificate(
  certificate: Pick<Certificate, 'data'> & { readonly issuerCert?: Pick<Certificate, 'data'> },
  check: { host: string; verification: string; issuedByKnownRoot: boolean; at: Date },
): SeenCertificate {
  const chain = chainOf(certificate);
  const leaf = chain[0] ?? new Uint8Array();
  const parsed = new X509Certificate(leaf);
  return {
    host: check.host,
    seenAt: check.at.toISOString(),
    chain: chain.map((der) => Buffer.from(der).toString('base64')),
    sha256: createHash('sha256').update(leaf).digest('hex'),
    subjectName: commonNameOf(parsed.subject),
    issuerName: commonNameOf(parsed.issuer),
    validFrom: Date.parse(parsed.validFrom) / 1_000,
    validTo: Date.parse(parsed.validTo) / 1_000,
    subjectAltNames: alternativeNames(parsed.subjectAltName ?? ''),
    verification: check.verification,
    issuedByKnownRoot: check.issuedByKnownRoot,
  };
}

interface ChainLink {
  readonly data: string;
  readonly issuerCert?: ChainLink;
}

function chainOf(certificate: ChainLink): Uint8Array[] {
  const chain: Uint8Array[] = [];
  // A root names itself as its issuer; no real chain is longer than this.
  for (let link: ChainLink | undefined = certificate; link !== undefined && chain.length < 10; link = link.issuerCert) {
    const der = derOf(link.data);
    if (der.byteLength === 0 || chain.some((other) => Buffer.compare(other, der) === 0)) break;
    chain.push(der);
  }
  return chain;
}

/** DER from PEM. */
function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''), 'base64');
}

/** The common name alone, as CDP's securityDetails has it; empty when the certificate has none. */
function commonNameOf(lines: string): string {
  return /^CN=(.*)$/m.exec(lines)?.[1] ?? '';
}

/** "DNS:localhost, IP Address:127.0.0.1": names and addresses as CDP lists them. */
function alternativeNames(text: string): string[] {
  return text
    .split(/,\s*/)
    .map((entry) => /^(DNS|IP Address):"?(.+?)"?$/.exec(entry)?.[2] ?? '')
    .filter((name) => name !== '');
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '').slice(0, 500);
}
