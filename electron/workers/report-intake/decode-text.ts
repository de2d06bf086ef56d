/** Which characters the bytes of a text stand for. A report is read even where its bytes are wrong; what was replaced is told. */
import type { IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { wideEncoding } from '../roster-import/csv/encoding.ts';
import { windows1252 } from '../roster-import/windows-1252.ts';
import { warning } from './reading.ts';

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly IntakeWarning[];
}

/** A text without a stated character set: UTF-16 by its look, UTF-8 where it is, otherwise Windows-1252. */
export function decodePlain(bytes: Buffer): DecodedText {
  const wide = wideEncoding(bytes.subarray(0, 4096));
  if (wide) return { text: withoutMark(new TextDecoder(wide).decode(bytes)), warnings: [] };
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, warnings: [] };
  // A text that was UTF-8 and is damaged in places keeps all other characters.
  const patient = withoutMark(new TextDecoder('utf-8').decode(bytes));
  const replaced = patient.split('\ufffd').length - 1;
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  if (replaced * 3 < high) return { text: patient, warnings: [warning('CHARACTERS_REPLACED', { charset: 'utf-8' })] };
  return { text: windows1252(bytes), warnings: [] };
}

/** A text whose part states its character set. */
export function decodeStated(bytes: Buffer, charset: string): DecodedText {
  const label = charset.trim().toLowerCase();
  if (label === '' || label === 'us-ascii' || label === 'ascii') return decodePlain(bytes);
  try {
    const exact = strictly(label, bytes);
    if (exact !== null) return { text: exact, warnings: [] };
    const patient = withoutMark(new TextDecoder(label).decode(bytes));
    return { text: patient, warnings: [warning('CHARACTERS_REPLACED', { charset: label })] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { text: decodePlain(bytes).text, warnings: [warning('CHARSET_UNKNOWN', { charset: label })] };
  }
}

function strictly(label: string, bytes: Buffer): string | null {
  try {
    return withoutMark(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
