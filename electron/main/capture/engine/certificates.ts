/** The certificates a window has seen, by host, each once. */
import type { SeenCertificate } from '#shared/domain/capture/certificate.ts';

/** Collects certificates as they are checked. One collector for one window, whose session has judged none before. */
export class CertificateCollector {
  readonly #seen = new Map<string, SeenCertificate[]>();

  /** Takes a certificate; the same one again changes nothing. */
  add(certificate: SeenCertificate): void {
    const known = this.of(certificate.host);
    if (known.some((other) => other.sha256 === certificate.sha256)) return;
    this.#seen.set(certificate.host.toLowerCase(), [...known, certificate]);
  }

  /** All that were seen for a host, in order. */
  of(host: string): readonly SeenCertificate[] {
    return this.#seen.get(host.toLowerCase()) ?? [];
  }
}
