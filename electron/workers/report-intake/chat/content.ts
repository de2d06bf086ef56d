/** What one message is, by the words that WhatsApp writes in Indonesian and English: a text, a file, one that was deleted, a word of the app itself. */
import { MARKS } from './lines.ts';

export interface MessageContent {
  readonly kind: 'text' | 'media' | 'system' | 'deleted';
  /** Without the words that WhatsApp adds about files, deletion and change. */
  readonly text: string;
  readonly edited: boolean;
  /** Name of the file that was sent with it. */
  readonly file: string | null;
  /** A file was sent and is not in the export. */
  readonly omitted: boolean;
}

/** A sender and what was written, or null when the app itself speaks. */
export interface Spoken {
  readonly sender: string;
  readonly text: string;
}

/** Longer "senders" are sentences with a colon in them. */
const LONGEST_NAME = 100;

/** Words of the app that hold a colon, or that an iPhone gives a sender to. */
const SYSTEM = [
  /dienkripsi (?:secara )?(?:end-to-end|ujung ke ujung)|end-to-end encrypted/i,
  /(?:mengubah|mengganti|changed|updated) (?:subjek|nama|deskripsi|ikon|foto|pengaturan|info|the (?:subject|group|description)|this group|their phone|setelan|nomor|pesan sementara|to )/i,
  /(?:membuat grup|created (?:this )?group|kode keamanan|security code|pesan sementara|disappearing messages)/i,
  /^(?:menunggu pesan ini|waiting for this message)/i,
];

/** Parts what stands behind the time into a sender and a text. */
export function spokenOf(rest: string): Spoken | null {
  const match = /^([^\n]{1,120}?):(?:\s([\s\S]*))?$/u.exec(rest.slice(0, 400));
  if (!match) return null;
  const sender = senderName(match[1] ?? '');
  const text = match[2] === undefined ? '' : rest.slice((match[1] ?? '').length + 2);
  if (sender === '' || sender.length > LONGEST_NAME || SYSTEM.some((words) => words.test(match[1] ?? ''))) return null;
  return { sender, text };
}

/** A name or number as people know it: without marks of direction, the tilde of people who are no contacts, and odd blanks. */
export function senderName(written: string): string {
  return written
    .replace(MARKS, '')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/^\s*~\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const DELETED =
  /^(?:anda (?:telah )?menghapus pesan ini|pesan ini (?:telah )?dihapus(?: oleh admin[^\n]{0,80})?|you deleted this message|this message was deleted(?: by[^\n]{0,80})?)\.?$/i;
const EDITED = /\s?<(?:pesan ini (?:telah )?(?:diedit|disunting)|this message was edited)>\s*$/i;
const ANDROID_FILE = /^([^\n]{1,255}\.[A-Za-z0-9]{1,8}) \((?:file terlampir|berkas terlampir|file attached)\)(?:\n|$)/i;
const IOS_FILE = /<(?:terlampir|attached|lampiran): ?([^<>\n]{1,255})>/i;
const OMITTED_TAG = /^<[^<>\n]{0,60}(?:tidak disertakan|dihilangkan|omitted)>(?:\n|$)/i;
const OMITTED_WORDS =
  /(?:^|\u200e)(?:gambar|foto|image|photo|video|pesan video|video note|audio|GIF|stiker|sticker|dokumen|document|kartu kontak|contact card) (?:tidak disertakan|dihilangkan|omitted)\.?$/i;
/** Marked messages of people, which no mark of direction makes a word of the app. */
const OF_PEOPLE = /^(?:POLLING|POLL|JAJAK PENDAPAT|lokasi|location|live location|kontak|contact)\b/i;
/** Enough of a message to see what it is. */
const LOOKED_AT = 2_000;

/** Reads the text of a message as it stands in the file, its further lines included. */
export function contentOf(raw: string, brackets: boolean): MessageContent {
  const marked = raw.startsWith('\u200e');
  const edited = EDITED.test(raw.slice(-200).replace(MARKS, ''));
  const unedited = edited ? raw.slice(0, raw.lastIndexOf('<')).trimEnd() : raw;
  const text = unedited.replace(MARKS, '').trim();
  const head = text.slice(0, LOOKED_AT);
  const plain = { edited, omitted: false, file: null };
  if (DELETED.test(head)) return { ...plain, kind: 'deleted', text: '' };
  const file = fileOf(text, head);
  if (file) return { ...plain, kind: 'media', ...file };
  if (OMITTED_TAG.test(head))
    return { ...plain, kind: 'media', omitted: true, text: text.replace(OMITTED_TAG, '').trim() };
  const tail = unedited
    .trimEnd()
    .slice(-LOOKED_AT)
    .replace(/\u202f|\u00a0/g, ' ');
  if (OMITTED_WORDS.test(tail)) return { ...plain, kind: 'media', omitted: true, text: withoutOmitted(text) };
  const spoken = SYSTEM.some((words) => words.test(head.slice(0, 300)));
  if (brackets && marked && !OF_PEOPLE.test(head)) return { ...plain, kind: 'system', text };
  return { ...plain, kind: spoken && marked ? 'system' : 'text', text };
}

function fileOf(text: string, head: string): { readonly file: string; readonly text: string } | null {
  const android = ANDROID_FILE.exec(head);
  if (android) return { file: android[1] ?? '', text: text.slice(android[0].length).trim() };
  const ios = IOS_FILE.exec(text.length <= LOOKED_AT ? text : `${head}\n${text.slice(-LOOKED_AT)}`);
  return ios ? { file: (ios[1] ?? '').trim(), text: text.replace(ios[0], '').trim() } : null;
}

/** "laporan.pdf • 3 halaman dokumen tidak disertakan": the name stays, the words go. */
function withoutOmitted(text: string): string {
  return text
    .replace(/[^\n\u2022]{0,60}(?:tidak disertakan|dihilangkan|omitted)\.?$/i, '')
    .replace(/\s*\u2022\s*$/, '')
    .trim();
}
