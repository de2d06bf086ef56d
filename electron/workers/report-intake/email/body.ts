/** Which part of an email is its text, and which are its files. */
import type { IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { decodeStated } from '../decode-text.ts';
import { INTAKE_LIMITS } from '../limits.ts';
import { warning } from '../reading.ts';
import type { MailPart } from './mime.ts';
import { pageText } from './page-text.ts';

export interface MailBody {
  readonly text: string;
  /** Every other part, in the order of the email. */
  readonly files: readonly MailPart[];
  readonly warnings: readonly IntakeWarning[];
}

/** Reads the text of an email: its plain text where it has one, otherwise its web page as words. */
export function bodyOf(root: MailPart): MailBody {
  const files: MailPart[] = [];
  const warnings: IntakeWarning[] = [];
  const texts = textsOf(root, files, warnings);
  const text = texts
    .map((one) => one.replace(/\r\n?/g, '\n').trim())
    .filter((one) => one !== '')
    .join('\n\n');
  return { text: visible(text), files, warnings };
}

function textsOf(part: MailPart, files: MailPart[], warnings: IntakeWarning[]): string[] {
  if (part.children.length === 0) return leafText(part, files, warnings);
  if (part.type.value !== 'multipart/alternative')
    return part.children.flatMap((child) => textsOf(child, files, warnings));
  return alternative(part, files, warnings);
}

/** Ways to say the same: the plain one is read, a page only where there is no plain text, files of each are files. */
function alternative(part: MailPart, files: MailPart[], warnings: IntakeWarning[]): string[] {
  const plain = part.children.filter((child) => isBodyText(child, 'text/plain'));
  const readPlain = plain.flatMap((child) => textsOf(child, files, warnings));
  const others = part.children.filter((child) => !plain.includes(child));
  if (readPlain.every((text) => text.trim() === ''))
    return [...readPlain, ...others.flatMap((child) => textsOf(child, files, warnings))];
  // The page says the same again: only its files count, and what it names on the network.
  for (const child of others) textsOf(child, files, []);
  return readPlain;
}

function isBodyText(part: MailPart, type: string): boolean {
  return part.type.value === type && part.disposition.value !== 'attachment' && part.filename === '';
}

function leafText(part: MailPart, files: MailPart[], warnings: IntakeWarning[]): string[] {
  const isPage = isBodyText(part, 'text/html');
  if (!isPage && !isBodyText(part, 'text/plain')) {
    files.push(part);
    return [];
  }
  const decoded = decodeStated(part.bytes, part.type.parameters.get('charset') ?? '');
  warnings.push(...decoded.warnings);
  if (!isPage) return [decoded.text];
  warnings.push(warning('FROM_HTML'));
  const page = decoded.text.slice(0, INTAKE_LIMITS.pageCharacters);
  if (page.length < decoded.text.length) warnings.push(warning('TEXT_CUT', { characters: decoded.text.length }));
  const { text, remote } = pageText(page);
  if (remote > 0) warnings.push(warning('REMOTE_CONTENT', { count: remote }));
  return [text];
}

/** Signs that are not seen would let a text say another thing than it shows. */
function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    '',
  );
}
