/** What lists, pages and reports need of a capture record, in the shape of captureRecordSummary (shared/contract). */
import type { CaptureRecord } from './record.ts';

export function summaryOf(record: CaptureRecord) {
  const { document, completeness, certificate } = record;
  return {
    outcome: record.outcome,
    requestedUrl: record.requestedAddress,
    documentUrl: document?.url ?? null,
    shownUrl: record.shownAddress,
    status: document?.status ?? null,
    ip: document?.ip ?? null,
    protocol: document?.protocol ?? null,
    redirects: record.redirects.map(({ url, status }) => ({ url, status })),
    certificate: {
      statement: certificate.statement,
      sameConnection: certificate.link === 'same-connection',
      subject: certificate.certificate?.subjectName ?? null,
      issuer: certificate.certificate?.issuerName ?? null,
      sha256: certificate.certificate?.sha256 ?? null,
    },
    addressReachedInPage: record.addressReachedInPage,
    removedHeaders: removedHeadersOf(record),
    completeness: {
      heightSeen: completeness.heightSeen,
      documentHeight: completeness.documentHeight,
      imagesLoaded: completeness.imagesLoaded,
      imagesDeclared: completeness.imagesDeclared,
      joinsClean: completeness.joinsClean,
    },
    warnings: [...record.warnings],
    capturedAt: record.startedAt.utc,
    capturedAtLocal: record.startedAt.wib,
  };
}

function removedHeadersOf({ redirects, document }: CaptureRecord): string[] {
  const names = [
    ...redirects.flatMap((hop) => hop.removedHeaders),
    ...(document?.removedRequestHeaders ?? []),
    ...(document?.removedHeaders ?? []),
  ];
  return [...new Set(names)].sort();
}
