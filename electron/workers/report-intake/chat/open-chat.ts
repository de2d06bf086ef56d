/** A chat from its file: a text alone, or a ZIP file with the text and the media that were sent. */
import type { DateOrder, IntakeAttachment, IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../../roster-import/byte-source.ts';
import { DamagedPart } from '../../roster-import/damage.ts';
import { openZipArchive, type ZipArchive } from '../../roster-import/xlsx/zip-archive.ts';
import { absentAttachment, cleanName, readAttachment } from '../attachments.ts';
import { decodePlain, type DecodedText } from '../decode-text.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { type IntakeReading, readingOf, warning } from '../reading.ts';
import { looksLikeChat } from './lines.ts';
import { readChat } from './read-chat.ts';

/** Warnings about files of one chat that are told one by one; more are counted by their attachments. */
const MOST_WARNINGS = 300;

/** The text of a chat in a ZIP file, and the names of its other files. */
export interface ChatArchive {
  readonly archive: ZipArchive;
  readonly text: DecodedText;
  /** Keys of the archive, in its order; an attachment's id names the place in this list. */
  readonly media: readonly string[];
}

/** A chat without its media, as a text file or pasted. */
export function readChatText({ text, warnings }: DecodedText, order?: DateOrder): IntakeReading {
  const named = namedFiles();
  const read = readChat(text, { idOf: named.idOf, unnamed: () => [] }, order);
  const attachments = named.missing();
  return readingOf({
    kind: 'chat',
    messages: read.messages,
    chat: read.chat,
    attachments,
    warnings: [...warnings, ...read.warnings, ...mediaWarnings(attachments, read.messages, 0)],
  });
}

/** Opens the ZIP file and finds the chat in it; null when it holds none. */
export async function openChatArchive(source: ByteSource): Promise<ChatArchive | null> {
  if (source.size > INTAKE_LIMITS.fileBytes) throw limitExceeded('fileBytes');
  const archive = await openZipArchive(source, INTAKE_LIMITS);
  const texts = archive.names.filter((name) => name.endsWith('.txt')).sort((a, b) => rank(a) - rank(b));
  for (const name of texts.slice(0, 20)) {
    if ((archive.facts(name)?.bytes ?? 0) > INTAKE_LIMITS.textBytes) throw limitExceeded('textBytes');
    const text = decodePlain(await bytesOf(archive, name));
    if (looksLikeChat(text.text)) return { archive, text, media: archive.names.filter((other) => other !== name) };
  }
  return null;
}

/** Reads a chat with its media: every file is hashed, those that messages name are matched to them. */
export async function readChatArchive(
  { archive, text, media }: ChatArchive,
  order: DateOrder | undefined,
  progress: (done: number, total: number) => void,
): Promise<IntakeReading> {
  const attachments: IntakeAttachment[] = [];
  const warnings: IntakeWarning[] = [];
  const ids = new Map<string, string>();
  for (const [index, key] of media.entries()) {
    progress(index, media.length);
    const id = `media-${index}`;
    const written = archive.facts(key)?.written ?? key;
    ids.set(cleanName(written).toLowerCase(), id);
    const read = await readMedia(archive, key, id, written);
    attachments.push(read.attachment);
    if (warnings.length < MOST_WARNINGS) warnings.push(...read.warnings);
  }
  const named = namedFiles(ids);
  const unnamed = (): string[] => media.map((_key, index) => `media-${index}`).filter((id) => !named.used.has(id));
  const read = readChat(text.text, { idOf: named.idOf, unnamed }, order);
  const all = [...attachments, ...named.missing()];
  return readingOf({
    kind: 'chat',
    messages: read.messages,
    chat: read.chat,
    attachments: all.slice(0, INTAKE_LIMITS.entries),
    warnings: [
      ...text.warnings,
      ...read.warnings,
      ...warnings,
      ...mediaWarnings(named.missing(), read.messages, unnamed().length),
    ],
  });
}

/** One file that is damaged does not keep the report from being read: it is told. */
async function readMedia(
  archive: ZipArchive,
  key: string,
  id: string,
  written: string,
): Promise<{ readonly attachment: IntakeAttachment; readonly warnings: readonly IntakeWarning[] }> {
  try {
    return await readAttachment({ id, written, statedType: null }, archive.open(key, 'mediaBytes'));
  } catch (error) {
    const tooLarge = error instanceof AppError && error.code === 'ROSTER_LIMIT_EXCEEDED';
    if (!(error instanceof DamagedPart) && !tooLarge) throw error;
    const attachment = absentAttachment(id, written, 'damaged');
    return { attachment, warnings: [warning('MEDIA_DAMAGED', { name: attachment.name })] };
  }
}

async function bytesOf(archive: ZipArchive, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of archive.open(name, 'mediaBytes')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function rank(name: string): number {
  if (name.endsWith('_chat.txt')) return 0;
  return name.includes('whatsapp') ? 1 : 2;
}

/** Files that messages name: those that are there by their id, others as missing. */
function namedFiles(known: ReadonlyMap<string, string> = new Map()): {
  readonly idOf: (name: string) => string;
  readonly used: ReadonlySet<string>;
  readonly missing: () => IntakeAttachment[];
} {
  const absent = new Map<string, IntakeAttachment>();
  const used = new Set<string>();
  return {
    used,
    idOf: (name) => {
      const key = cleanName(name).toLowerCase();
      const id = known.get(key) ?? absent.get(key)?.id ?? `named-${absent.size}`;
      if (!known.has(key) && !absent.has(key)) absent.set(key, absentAttachment(id, name, 'missing'));
      used.add(id);
      return id;
    },
    missing: () => [...absent.values()],
  };
}

function mediaWarnings(
  missing: readonly IntakeAttachment[],
  messages: IntakeReading['messages'],
  unreferenced: number,
): IntakeWarning[] {
  const omitted = messages.filter((message) => message.omitted).length;
  return [
    ...missing.slice(0, MOST_WARNINGS).map(({ name }) => warning('MEDIA_MISSING', { name })),
    ...(omitted > 0 ? [warning('MEDIA_OMITTED', { count: omitted })] : []),
    ...(unreferenced > 0 ? [warning('MEDIA_UNREFERENCED', { count: unreferenced })] : []),
  ];
}
