/** Hard limits of the reader of incoming reports. Each is refused by name (INTAKE_LIMIT_EXCEEDED), never worked around. */
import { INTAKE_MOST_DRAFTS, INTAKE_MOST_MESSAGES } from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';

export const INTAKE_LIMITS = {
  /** Bytes of a chat export with its media, as it lies on disk. */
  fileBytes: 1024 * 1024 * 1024,
  /** Files in it: WhatsApp takes 10,000 messages into an export with media. */
  entries: 20_000,
  /** Unpacked bytes of all of them, as the directory declares. */
  totalBytes: 1536 * 1024 * 1024,
  /** Bytes of a text, of an email, and of the text of a chat: they are held in memory. */
  textBytes: 64 * 1024 * 1024,
  /** Characters of one line of a chat. */
  lineCharacters: 1024 * 1024,
  messages: INTAKE_MOST_MESSAGES,
  /** Different senders of a chat: WhatsApp's groups hold 1,024. */
  participants: 2_000,
  rows: INTAKE_MOST_DRAFTS,
  /** Parts of an email, those of emails inside it included. */
  parts: 500,
  /** Emails and multiparts inside each other. */
  depth: 20,
  /** Bytes of the header of an email or of one of its parts. */
  headerBytes: 256 * 1024,
  /** Decoded bytes of all parts of an email together. */
  wholeUnpackedBytes: 192 * 1024 * 1024,
  /** Characters of a web page in an email that are turned into text. */
  pageCharacters: 4 * 1024 * 1024,
} as const;

/** The error for a file that goes past a limit. */
export function limitExceeded(limit: keyof typeof INTAKE_LIMITS): AppError {
  return new AppError('INTAKE_LIMIT_EXCEEDED', { limit, allowed: INTAKE_LIMITS[limit] });
}
