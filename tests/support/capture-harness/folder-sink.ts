/** Artefacts as files of a folder, with the rules of the vault: all or nothing. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CaptureRecord, JoinedPicture } from '#shared/domain/capture/record.ts';
import type { ArtefactDescription, CaptureSink } from '../../../electron/main/capture/engine/sink.ts';

export class FolderSink implements CaptureSink {
  readonly #folder: string;
  readonly #part: string;
  state: 'open' | 'committed' | 'aborted' = 'open';

  constructor(folder: string) {
    this.#folder = folder;
    this.#part = `${folder}.part`;
  }

  async begin(): Promise<void> {
    rmSync(this.#part, { recursive: true, force: true });
    mkdirSync(this.#part, { recursive: true });
  }

  async artefact(
    what: ArtefactDescription,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ sha256: string; bytes: number }> {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const bytes = Buffer.concat(pieces);
    const name = [what.series, what.kind, what.tile?.index ?? what.part?.index]
      .filter((part) => part !== undefined)
      .join('-');
    writeFileSync(path.join(this.#part, name), bytes);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
  }

  async join(): Promise<JoinedPicture | null> {
    return null;
  }

  async commit(record: CaptureRecord, reload: CaptureRecord | null): Promise<{ evidenceId: string; number: string }> {
    writeFileSync(path.join(this.#part, 'commit.json'), JSON.stringify({ record, reload }));
    rmSync(this.#folder, { recursive: true, force: true });
    renameSync(this.#part, this.#folder);
    this.state = 'committed';
    return { evidenceId: record.captureId, number: 'B-0001' };
  }

  async abort(): Promise<void> {
    rmSync(this.#part, { recursive: true, force: true });
    this.state = 'aborted';
  }
}
