/** From what the network told to what the record says: secrets taken out, each hop with what is known of its certificate. */
import { parseAddress } from './address.ts';
import { type CertificateFinding, judgeCertificate, type SeenCertificate } from '#shared/domain/capture/certificate.ts';
import { redactHeaders, withoutCredentials } from '#shared/domain/capture/headers.ts';
import type { LoadedDocument, RedirectHop } from '#shared/domain/capture/record.ts';
import type { DocumentLoad, Exchange } from './network-log.ts';

export interface DocumentFacts {
  readonly document: LoadedDocument | null;
  readonly redirects: readonly RedirectHop[];
  readonly certificate: CertificateFinding;
  /** Certificates seen for the hosts of the document and of its redirects. */
  readonly certificatesSeen: readonly SeenCertificate[];
}

export interface DocumentQuestion {
  readonly load: DocumentLoad | null;
  readonly seenFor: (host: string) => readonly SeenCertificate[];
  readonly proxy: string | null;
}

/** What the record says about the loaded document. */
export function documentFacts(question: DocumentQuestion): DocumentFacts {
  const exchanges = question.load?.exchanges ?? [];
  const last = exchanges.at(-1) ?? null;
  const hosts = [...new Set(exchanges.map((exchange) => hostOf(exchange.url)))];
  return {
    document: last === null ? null : loadedDocument(last, question.load?.failure ?? null),
    redirects: exchanges.slice(0, -1).map((hop, index) => redirectHop(hop, exchanges[index + 1], question)),
    certificate: findingOf(last, question),
    certificatesSeen: hosts.flatMap((host) => question.seenFor(host)),
  };
}

function loadedDocument(exchange: Exchange, failure: string | null): LoadedDocument {
  const { answer } = exchange;
  const sent = redactHeaders(exchange.requestHeaders);
  const received = redactHeaders(answer?.headers ?? {});
  return {
    url: withoutCredentials(exchange.url),
    method: exchange.method,
    status: answer?.status ?? null,
    statusText: answer?.statusText ?? '',
    mime: answer?.mime ?? '',
    requestHeaders: sent.kept,
    removedRequestHeaders: sent.removed,
    headers: received.kept,
    removedHeaders: received.removed,
    ip: answer?.ip ?? null,
    port: answer?.port ?? null,
    protocol: answer?.protocol ?? null,
    security: answer?.security ?? null,
    fromCache: answer?.fromCache ?? false,
    fromServiceWorker: answer?.fromServiceWorker ?? false,
    answeredAt: answer?.answeredAt ?? null,
    failure,
  };
}

function redirectHop(hop: Exchange, next: Exchange | undefined, question: DocumentQuestion): RedirectHop {
  const received = redactHeaders(hop.answer?.headers ?? {});
  return {
    url: withoutCredentials(hop.url),
    status: hop.answer?.status ?? 0,
    to: withoutCredentials(next?.url ?? ''),
    headers: received.kept,
    removedHeaders: received.removed,
    ip: hop.answer?.ip ?? null,
    protocol: hop.answer?.protocol ?? null,
    security: hop.answer?.security ?? null,
    certificate: findingOf(hop, question),
  };
}

function findingOf(exchange: Exchange | null, question: DocumentQuestion): CertificateFinding {
  const host = hostOf(exchange?.url ?? '');
  return judgeCertificate({
    scheme: schemeOf(exchange?.url ?? ''),
    host,
    security: exchange?.answer?.security ?? null,
    seen: question.seenFor(host),
    fromCache: exchange?.answer?.fromCache ?? false,
    fromServiceWorker: exchange?.answer?.fromServiceWorker ?? false,
    proxy: question.proxy,
  });
}

function hostOf(address: string): string {
  return (parseAddress(address)?.hostname ?? '').replace(/^\[|\]$/g, '');
}

function schemeOf(address: string): string {
  return parseAddress(address)?.protocol ?? '';
}
