/** The vault as the place where a capture's artefacts go: chunk by chunk from main, never through a page. */
import type {
  IntakeKind,
  TilePlacement,
  VaultAnswers,
  VaultRequestInput,
  VaultRequestName,
} from '#shared/contract/vault-protocol.ts';
import type { CaptureSeries } from '#shared/domain/capture/record.ts';
import type { CaptureArtefactKind } from '#shared/domain/capture/record.ts';
import type { ArtefactDescription, CaptureSink } from './capture/engine/sink.ts';
import { summariseRecord } from './capture/record-summary.ts';

/** The vault's requests, as far as an intake needs them; rejects with the vault's AppError. */
export interface IntakeVault {
  ask<Name extends VaultRequestName>(op: Name, input: VaultRequestInput<Name>): Promise<VaultAnswers[Name]>;
}

/** Titles longer than the contract allows are cut; the whole title stands in the record. */
const TITLE_LENGTH = 2_000;

const EXTENSIONS: Readonly<Record<CaptureArtefactKind, string>> = {
  'viewport-image': 'png',
  'full-page-tile': 'png',
  mhtml: 'mhtml',
  text: 'txt',
  'text-positions': 'json',
  media: 'bin',
  'scroll-frames': 'zip',
  wacz: 'wacz',
  record: 'json',
};

/** What a capture is made for, besides the case. */
export interface SinkPurpose {
  /** The item of a queue that the capture carries out. */
  readonly queueItemId?: string;
  /** The capture that this one looks at anew, logged out. */
  readonly lookOf?: string;
}

/** A sink for one capture into a case, or into the tray when `caseId` is null. */
export function createVaultSink(vault: IntakeVault, caseId: string | null, purpose: SinkPurpose = {}): CaptureSink {
  const tiles: Record<CaptureSeries, TilePlacement[]> = { first: [], reload: [] };
  let intake: string | null = null;
  const intakeId = (): string => {
    if (intake === null) throw new Error('the intake has not begun');
    return intake;
  };
  return {
    async begin({ expectedBytes }) {
      intake = (await vault.ask('intakeBegin', { caseId, expectedBytes, ...purpose })).intakeId;
    },
    async artefact(description, chunks) {
      const { width, height, mime, tile, part, series } = description;
      const place = { intakeId: intakeId(), kind: kindOf(description), index: tile?.index ?? part?.index ?? 0 };
      for await (const bytes of chunks)
        await vault.ask('intakeAppend', { ...place, mime, bytes: new Uint8Array(bytes) });
      const written = await vault.ask('intakeFinishArtefact', { ...place, name: nameOf(description), width, height });
      if (tile !== null) {
        const { index, top, rows, columns, overlap } = tile;
        tiles[series].push({ index, top, rows, columns, overlap });
      }
      return written;
    },
    async join(series) {
      if (tiles[series].length === 0) return null;
      const kind = series === 'first' ? 'full-page-image' : 'reload-full-page-image';
      return vault.ask('intakeJoin', { intakeId: intakeId(), kind, tiles: tiles[series] });
    },
    async commit(record, reload) {
      const warnings = [...new Set([...record.warnings, ...(reload?.warnings ?? [])])];
      const summary = { ...summariseRecord(record), warnings };
      const committed = await vault.ask('intakeCommit', {
        intakeId: intakeId(),
        record: { title: record.title.slice(0, TITLE_LENGTH), summary },
      });
      intake = null;
      return committed;
    },
    async abort() {
      if (intake === null) return;
      const aborted = intake;
      intake = null;
      await vault.ask('intakeAbort', { intakeId: aborted });
    },
  };
}

function kindOf({ kind, series }: ArtefactDescription): IntakeKind {
  // A page is recorded once, as the officer saw it.
  return series === 'first' || kind === 'scroll-frames' ? kind : `reload-${kind}`;
}

function nameOf({ kind, series, tile, part }: ArtefactDescription): string {
  if (part) return `${series === 'first' ? '' : 'reload-'}${part.name}`;
  const number = tile === null ? '' : `-${tile.index}`;
  return `${series === 'first' ? '' : 'reload-'}${kind}${number}.${EXTENSIONS[kind]}`;
}
