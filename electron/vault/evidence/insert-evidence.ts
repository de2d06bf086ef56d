/** Writes an item with its artefacts inside the transaction that also appends its custody entry. */
import type { ArtefactKind } from '#shared/contract/evidence.ts';
import type { EvidenceOrigin } from '#shared/domain/evidence/origin-words.ts';
import { relativeTimeRange } from '#shared/domain/evidence/relative-time.ts';
import type { StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';

export interface NewArtefact {
  readonly kind: ArtefactKind;
  readonly blob: StagedBlob;
  readonly mime: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
}
export interface NewEvidence {
  readonly id: string;
  readonly origin: EvidenceOrigin;
  readonly secondHand: boolean;
  readonly title: string;
  readonly address: string;
  /** ISO instant, UTC. */
  readonly capturedAt: string;
  readonly note: string;
  readonly postedAtText: string;
  readonly obtainedFrom: string;
  readonly obtainedAtText: string;
  readonly originalName: string;
  /** JSON of a captureRecordSummary. */
  readonly captureSummary: string | null;
  /** Whom the page states as the author, to be searched; nothing for what is no capture. */
  readonly postAuthor?: string;
  readonly artefacts: readonly NewArtefact[];
  /** Which artefact stands for the item in lists and reports. */
  readonly main: NewArtefact;
  readonly thumbnail: StagedBlob | null;
}

/** The running number it got. */
export function insertEvidence(database: WritableDatabase, context: UseCaseContext, item: NewEvidence): number {
  const sequence = nextInSequence(database, 'evidence', '');
  const adopted = new Set<string>();
  const adopt = (blob: StagedBlob): void => {
    if (adopted.has(blob.sha256)) return;
    adopted.add(blob.sha256);
    context.blobs.adopt(database, blob);
  };
  for (const artefact of item.artefacts) adopt(artefact.blob);
  if (item.thumbnail) adopt(item.thumbnail);
  const posted = postedRange(item.postedAtText, item.capturedAt);
  database.run(INSERT, {
    id: item.id,
    sequence,
    origin: item.origin,
    second_hand: item.secondHand ? 1 : 0,
    title: item.title,
    address: item.address,
    captured_at: item.capturedAt,
    taken_by: context.actor.id,
    note: item.note,
    posted_at_text: item.postedAtText,
    posted_from: posted.from,
    posted_to: posted.to,
    obtained_from: item.obtainedFrom,
    obtained_at_text: item.obtainedAtText,
    original_name: item.originalName,
    main_sha256: item.main.blob.sha256,
    width: item.main.width,
    height: item.main.height,
    capture_summary: item.captureSummary,
    post_author: item.postAuthor ?? '',
    thumbnail_sha256: item.thumbnail?.sha256 ?? null,
  });
  item.artefacts.forEach((artefact, position) => {
    database.run(
      'INSERT INTO artefacts (id, evidence_id, position, kind, sha256, bytes, mime, name, width, height) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        context.newId(),
        item.id,
        position,
        artefact.kind,
        artefact.blob.sha256,
        artefact.blob.bytes,
        artefact.mime,
        artefact.name,
        artefact.width,
        artefact.height,
      ],
    );
  });
  return sequence;
}

const COLUMNS = [
  'id',
  'sequence',
  'origin',
  'second_hand',
  'title',
  'address',
  'captured_at',
  'taken_by',
  'note',
  'posted_at_text',
  'posted_from',
  'posted_to',
  'obtained_from',
  'obtained_at_text',
  'original_name',
  'main_sha256',
  'width',
  'height',
  'capture_summary',
  'post_author',
  'thumbnail_sha256',
] as const;
const INSERT = `INSERT INTO evidence (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`;

/** The range a relative time ("3 jam") allows, seen from when the item was taken; nulls when it is not one. */
export function postedRange(text: string, seenAt: string): { from: string | null; to: string | null } {
  const range = relativeTimeRange(text, new Date(seenAt));
  return { from: range?.from.toISOString() ?? null, to: range?.to.toISOString() ?? null };
}
