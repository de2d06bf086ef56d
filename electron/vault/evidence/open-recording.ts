/** Opens a scroll recording: its index, and a handle to each frame's bytes where they lie in the archive. */
import { z } from 'zod';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { recordingOnFile } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { artefactById } from './evidence-rows.ts';
import { recordView } from './look-at-evidence.ts';
import { type ArchiveReader, type StoredEntry, storedEntries } from './recording-archive.ts';

/** Bytes; the texts of the longest recording are a third of it. */
const LARGEST_INDEX = 64_000_000;

/** What of the index is shown; the rest of it stands in the capture's record. */
const index = z.object({
  ...recordingOnFile.pick({ area: true, speed: true, ended: true, gaps: true, milliseconds: true }).shape,
  frames: z.array(z.object(recordingOnFile.shape.frames.element.omit({ handle: true, text: true }).shape)).max(10_000),
  texts: z.array(z.string()),
});

/** EVIDENCE_UNKNOWN when there is no such artefact, EVIDENCE_DAMAGED when it is no recording. */
export async function openRecording(
  input: InputOf<'evidence.openRecording'>,
  context: UseCaseContext,
): Promise<OutputOf<'evidence.openRecording'>> {
  const artefact = artefactById(context.database, input.id, input.artefactId);
  if (artefact.kind !== 'scroll-frames') throw new AppError('EVIDENCE_UNKNOWN', { id: input.artefactId });
  const reader = context.blobs.open(artefact.sha256);
  const entries = await storedEntries(reader);
  const { frames, texts, ...facts } = await readIndex(reader, entries.get('indeks.json'));
  const pictures = frames.map(({ number }) => entryOf(entries, `gambar/${String(number).padStart(4, '0')}.png`));
  recordView(context, input.id, input.artefactId, artefact.sha256);
  const handleOf = ({ offset, length }: StoredEntry): string =>
    context.views.open({
      mime: 'image/png',
      bytes: length,
      read: (from, wanted) => reader.read(offset + from, Math.max(0, Math.min(wanted, length - from))),
    });
  return {
    ...facts,
    frames: frames.map((frame, at) => ({
      ...frame,
      handle: handleOf(pictures[at] ?? { offset: 0, length: 0 }),
      text: texts[at] ?? '',
    })),
  };
}

async function readIndex(reader: ArchiveReader, entry: StoredEntry | undefined): Promise<z.infer<typeof index>> {
  if (entry === undefined || entry.length > LARGEST_INDEX) throw new AppError('EVIDENCE_DAMAGED');
  const text = new TextDecoder().decode(await reader.read(entry.offset, entry.length));
  const parsed = index.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('EVIDENCE_DAMAGED');
  return parsed.data;
}

function entryOf(entries: ReadonlyMap<string, StoredEntry>, name: string): StoredEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new AppError('EVIDENCE_DAMAGED');
  return entry;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('EVIDENCE_DAMAGED');
  }
}
