/** The bytes of chosen attachments, one after the other, from the same file that was read before. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../roster-import/byte-source.ts';
import { openChatArchive } from './chat/open-chat.ts';
import { emailParts } from './email/read-email.ts';
import { textBytes } from './open-intake.ts';
import { asIntake } from './refusals.ts';

/** What takes the bytes: `end` is called after the last byte of each. */
export interface AttachmentSink {
  write(bytes: Uint8Array): Promise<void>;
  end(id: string): Promise<void>;
}

const PIECE_BYTES = 256 * 1024;

/** Streams the wanted attachments in their order. NOT_FOUND for an id that the file does not have. */
export async function extractAttachments(
  source: ByteSource,
  wanted: readonly string[],
  sink: AttachmentSink,
): Promise<void> {
  const pieces = await asIntake(() => piecesById(source));
  for (const id of wanted) {
    const found = pieces(id);
    if (!found) throw new AppError('NOT_FOUND');
    await asIntake(async () => {
      for await (const piece of found) await sink.write(piece);
    });
    await sink.end(id);
  }
}

type Pieces = (id: string) => AsyncIterable<Uint8Array> | Iterable<Uint8Array> | undefined;

async function piecesById(source: ByteSource): Promise<Pieces> {
  const head = Buffer.from(await source.read(0, 4));
  if (head.toString('latin1') === 'PK\x03\x04') {
    const chat = await openChatArchive(source);
    return (id) => {
      const key = chat?.media[Number(/^media-(\d+)$/.exec(id)?.[1] ?? Number.NaN)];
      return key === undefined ? undefined : chat?.archive.open(key, 'mediaBytes');
    };
  }
  const part = emailParts(await textBytes(source));
  return (id) => {
    const bytes = part(id);
    return bytes && slices(bytes);
  };
}

function* slices(bytes: Buffer): Generator<Uint8Array, void, undefined> {
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) yield bytes.subarray(offset, offset + PIECE_BYTES);
}
