/** What one report was made from, taken out of a file that holds more: the reporter's own words and nobody else's. */
import type { IntakeChoice } from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { chosenMessages } from './compose-draft.ts';
import type { HeldIntake } from './held-intake.ts';

export interface Excerpt {
  readonly name: string;
  /** Names the whole file, its SHA-256 and the place in it, then the row, the email or the messages. */
  readonly text: string;
}

/**
 * The excerpt that a report keeps as its source; `file` is what the whole is called. Null where the file is this one report (a single email, pasted text). NOT_FOUND for
 * a draft or messages that the file does not have.
 */
export function excerptOf({ source }: Pick<IntakeChoice, 'source'>, reading: HeldIntake, file: string): Excerpt | null {
  const { kind } = reading.summary;
  if (kind === 'text' || (kind === 'email' && reading.drafts.length === 1)) return null;
  const { place, label, text } = source.of === 'draft' ? ofDraft(source.number, reading) : ofMessages(source, reading);
  const head = [`Kutipan dari berkas: ${file}`, `SHA-256 berkas utuh: ${reading.summary.sha256}`, place];
  return { name: `Kutipan ${file}, ${label}.txt`, text: `${head.join('\n')}\n\n${text}\n` };
}

interface Taken {
  /** The place in the file, in words. */
  readonly place: string;
  /** The same for the excerpt's name. */
  readonly label: string;
  readonly text: string;
}

function ofDraft(number: number, { drafts, excerpts, summary }: HeldIntake): Taken {
  const text = excerpts.get(number);
  const draft = drafts.find((one) => one.number === number);
  if (text === undefined || draft === undefined) throw new AppError('NOT_FOUND', { id: `draft ${number}` });
  if (draft.place === null)
    return { place: `Surat ke-${number + 1} dari ${drafts.length}`, label: `surat ${number + 1}`, text };
  const { sheet, row } = draft.place;
  const headings = summary.table?.headerRow ?? null;
  const above = headings === null ? '' : ` (judul kolom: baris ${headings})`;
  return { place: `Lembar: ${sheet}\nBaris: ${row}${above}`, label: `baris ${row}`, text };
}

/** Messages with who wrote them, as the export has them. */
function ofMessages(
  { ranges }: Extract<IntakeChoice['source'], { of: 'messages' }>,
  { messages, summary }: HeldIntake,
): Taken {
  const chosen = chosenMessages({ messages }, ranges);
  if (summary.chat === null || chosen.length === 0) throw new AppError('NOT_FOUND', { id: 'messages' });
  const { participants } = summary.chat;
  const files = new Map(summary.attachments.map(({ id, name }) => [id, name]));
  const lines = chosen.map(({ day, time, sender, kind, edited, text, attachment, omitted }) => {
    const parts = [
      kind === 'deleted' ? '(pesan dihapus)' : '',
      attachment === null ? '' : `[berkas: ${files.get(attachment) ?? attachment}]`,
      omitted ? '[berkas tidak disertakan]' : '',
      text,
      edited ? '(disunting)' : '',
    ];
    const who = sender === null ? '' : (participants[sender]?.name ?? '');
    return `[${day ?? ''} ${time}] ${who}: ${parts.filter((part) => part !== '').join(' ')}`;
  });
  const told = ranges.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}-${to + 1}`)).join(', ');
  return { place: `Pesan: ${told}`, label: `pesan ${told}`.slice(0, 60), text: lines.join('\n') };
}
