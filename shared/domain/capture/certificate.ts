/**
 * What may be said about the certificate of a captured page. Chromium tells of each certificate when it checks it, not of
 * which connection it came; a site may change it between two connections. So the sentence "from the same connection" is
 * only for the case in which no other certificate can be meant.
 */

/** A certificate as it was seen while this window was open. Times are UTC instants, ISO 8601. */
export interface SeenCertificate {
  readonly host: string;
  readonly seenAt: string;
  /** DER, base64; the leaf first, then the issuers the server or the system gave. */
  readonly chain: readonly string[];
  /** SHA-256 of the leaf's DER, lower-case hex. */
  readonly sha256: string;
  readonly subjectName: string;
  readonly issuerName: string;
  /** Seconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Names and addresses the certificate is for. */
  readonly subjectAltNames: readonly string[];
  /** Chromium's own verdict, for example "net::OK" or "net::ERR_CERT_AUTHORITY_INVALID". */
  readonly verification: string;
  readonly issuedByKnownRoot: boolean;
}

/** The part of CDP's SecurityDetails that names a certificate. */
export interface ResponseSecurity {
  readonly protocol: string;
  readonly keyExchange: string;
  readonly cipher: string;
  readonly subjectName: string;
  readonly sanList: readonly string[];
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
}

export interface CertificateQuestion {
  readonly scheme: string;
  readonly host: string;
  readonly security: ResponseSecurity | null;
  /** Every certificate this window has seen for the host, in order, each once. */
  readonly seen: readonly SeenCertificate[];
  readonly fromCache: boolean;
  readonly fromServiceWorker: boolean;
  /** Chromium's answer for the address: "DIRECT" or the proxy in use; null when not asked. */
  readonly proxy: string | null;
}

export type CertificateLink =
  /** Exactly one certificate was seen for the host and it agrees with the answer. */
  'same-connection' | 'no-tls' | 'none-seen' | 'several-seen' | 'disagrees' | 'not-from-network';

export interface CertificateFinding {
  readonly link: CertificateLink;
  /** Plain Indonesian, for the record, the screen and the report. */
  readonly statement: string;
  /** The certificate the finding is about: only when the link is proven. */
  readonly certificate: SeenCertificate | null;
  /** SHA-256 of the seen certificates that agree with the answer; more or fewer than one proves nothing. */
  readonly agreeing: readonly string[];
  readonly remarks: readonly CertificateRemark[];
}

export type CertificateRemark = 'unknown-root' | 'not-trusted' | 'proxy' | 'from-cache' | 'from-service-worker';

const STATEMENTS: Readonly<Record<CertificateLink, string>> = {
  'same-connection': 'Sertifikat dari koneksi yang sama.',
  'no-tls': 'Halaman dimuat tanpa enkripsi; tidak ada sertifikat.',
  'none-seen': 'Tidak ada sertifikat yang terlihat untuk situs ini; kaitan dengan koneksi tidak terbukti.',
  'several-seen':
    'Lebih dari satu sertifikat terlihat untuk situs ini selama jendela terbuka; kaitan dengan koneksi tidak terbukti.',
  disagrees: 'Sertifikat yang terlihat tidak cocok dengan keterangan jawaban; kaitan dengan koneksi tidak terbukti.',
  'not-from-network': 'Jawaban tidak datang langsung dari jaringan; kaitan sertifikat dengan koneksi tidak terbukti.',
};

const IN_ENGLISH: Readonly<Record<CertificateLink, string>> = {
  'same-connection': 'Certificate of the same connection.',
  'no-tls': 'The page was loaded without encryption; there is no certificate.',
  'none-seen': 'No certificate was seen for this site; a link to the connection is not proven.',
  'several-seen':
    'More than one certificate was seen for this site while the window was open; a link to the connection is not proven.',
  disagrees:
    'The certificate that was seen does not fit the answer’s own account; a link to the connection is not proven.',
  'not-from-network':
    'The answer did not come straight from the network; a link of the certificate to the connection is not proven.',
};

/** A record's statement in the reader's language: records keep the Indonesian one. An unknown statement is left as it is. */
export function certificateWords(statement: string, language: 'id' | 'en'): string {
  if (language === 'id') return statement;
  const found = Object.entries(IN_ENGLISH).find(([link]) => STATEMENTS[link as CertificateLink] === statement);
  return found?.[1] ?? statement;
}

/** Decides by the table of cases; pure. */
export function judgeCertificate(question: CertificateQuestion): CertificateFinding {
  const agreeing = question.security === null ? [] : question.seen.filter((seen) => agrees(seen, question.security));
  const link = linkOf(question, agreeing);
  const certificate = link === 'same-connection' ? (question.seen[0] ?? null) : null;
  return {
    link,
    statement: STATEMENTS[link],
    certificate,
    agreeing: agreeing.map((seen) => seen.sha256),
    remarks: remarksOf(question),
  };
}

function linkOf(question: CertificateQuestion, agreeing: readonly SeenCertificate[]): CertificateLink {
  if (question.scheme !== 'https:') return 'no-tls';
  if (question.fromCache || question.fromServiceWorker) return 'not-from-network';
  if (question.seen.length === 0) return 'none-seen';
  if (question.seen.length > 1) return 'several-seen';
  return agreeing.length === 1 ? 'same-connection' : 'disagrees';
}

function agrees(seen: SeenCertificate, security: ResponseSecurity | null): boolean {
  if (security === null) return false;
  return (
    seen.subjectName === security.subjectName &&
    seen.issuerName === security.issuer &&
    Math.trunc(seen.validFrom) === Math.trunc(security.validFrom) &&
    Math.trunc(seen.validTo) === Math.trunc(security.validTo) &&
    sameNames(seen.subjectAltNames, security.sanList)
  );
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  const normal = (names: readonly string[]): string =>
    [...new Set(names.map((name) => name.toLowerCase()))].sort().join('\n');
  return normal(left) === normal(right);
}

function remarksOf(question: CertificateQuestion): CertificateRemark[] {
  const remarks: CertificateRemark[] = [];
  if (question.scheme === 'https:') {
    if (question.seen.some((seen) => !isTrusted(seen))) remarks.push('not-trusted');
    // An antivirus or an office filter that opens the connection issues its own certificates.
    if (question.seen.some((seen) => !seen.issuedByKnownRoot)) remarks.push('unknown-root');
  }
  if (question.proxy !== null && !/^DIRECT\s*;?$/i.test(question.proxy.trim())) remarks.push('proxy');
  if (question.fromCache) remarks.push('from-cache');
  if (question.fromServiceWorker) remarks.push('from-service-worker');
  return remarks;
}

function isTrusted(seen: SeenCertificate): boolean {
  return /(^|::)OK$/.test(seen.verification);
}
