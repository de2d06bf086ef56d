/** What a person needs to see of a record, in the shape of the contract. */
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';

/** The summary that is kept beside the record and shown on screens and in reports. */
export function summariseRecord(record: CaptureRecord): CaptureRecordSummary {
  const { document, certificate } = record;
  const removed = [
    document?.removedRequestHeaders,
    document?.removedHeaders,
    ...record.redirects.map((hop) => hop.removedHeaders),
  ];
  return {
    outcome: record.outcome,
    requestedUrl: record.requestedAddress,
    documentUrl: document?.url ?? null,
    shownUrl: record.shownAddress === '' ? null : record.shownAddress,
    status: document?.status ?? null,
    ip: document?.ip ?? null,
    protocol: document?.protocol ?? null,
    redirects: record.redirects.map(({ url, status }) => ({ url, status })),
    certificate: {
      statement: certificate.statement,
      sameConnection: certificate.link === 'same-connection',
      subject: certificate.certificate?.subjectName ?? document?.security?.subjectName ?? null,
      issuer: certificate.certificate?.issuerName ?? document?.security?.issuer ?? null,
      sha256: certificate.certificate?.sha256 ?? null,
    },
    addressReachedInPage: record.addressReachedInPage,
    removedHeaders: [...new Set(removed.flatMap((names) => names ?? []))].sort(),
    completeness: {
      heightSeen: record.completeness.heightSeen,
      documentHeight: record.completeness.documentHeight,
      imagesLoaded: record.completeness.imagesLoaded,
      imagesDeclared: record.completeness.imagesDeclared,
      joinsClean: record.completeness.joinsClean,
    },
    warnings: [...record.warnings],
    capturedAt: record.startedAt.utc,
    capturedAtLocal: record.startedAt.wib,
    version: record.version,
    seenBy: record.seenBy.how === 'uncertain' ? { ...record.seenBy, signs: [...record.seenBy.signs] } : record.seenBy,
    assessment: {
      verdict: record.verdict,
      level: record.meter.level,
      findings: [...record.meter.findings],
      preparation: [...record.preparation],
      timeWindow: record.timeWindow,
    },
  };
}
