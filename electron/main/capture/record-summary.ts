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
    scrollRecording: recordingOf(record),
    userActions: { list: [...record.userActions.list], more: record.userActions.more },
    seenBy: record.seenBy.how === 'uncertain' ? { ...record.seenBy, signs: [...record.seenBy.signs] } : record.seenBy,
    assessment: {
      verdict: record.verdict,
      level: record.meter.level,
      findings: [...record.meter.findings],
      preparation: [...record.preparation],
      timeWindow: record.timeWindow,
    },
    media: [...record.media],
    postFacts: record.postFacts && {
      ...record.postFacts,
      facts: [...record.postFacts.facts],
      conflicts: [...record.postFacts.conflicts],
    },
    webArchive: webArchiveSummaryOf(record),
  };
}

/** Addresses in a list of the summary; the record has more. */
const LISTED = 50;

function webArchiveSummaryOf({ webArchive }: CaptureRecord): CaptureRecordSummary['webArchive'] {
  if (webArchive === null) return null;
  const { limits: _limits, notKept, notKeptCounts, removedHeaders, credentialQueries, ...counted } = webArchive;
  return {
    ...counted,
    notKeptCounts: [...notKeptCounts],
    notKept: notKept.slice(0, LISTED),
    removedHeaders: [...removedHeaders],
    requestBodiesRemoved: webArchive.requestBodiesRemoved.length,
    credentialQueries: credentialQueries
      .slice(0, LISTED)
      .map(({ address, parameters }) => ({ address, parameters: [...parameters] })),
  };
}

function recordingOf({ scrollRecording, artefacts }: CaptureRecord): CaptureRecordSummary['scrollRecording'] {
  const kept = artefacts.find(({ kind }) => kind === 'scroll-frames');
  if (scrollRecording === null || kept === undefined) return null;
  const { area, speed, frames, gaps, ended, milliseconds } = scrollRecording;
  return { area, speed, frames: frames.length, gaps, ended, milliseconds, sha256: kept.sha256 };
}
