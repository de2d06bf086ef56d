/** What programs that are not ours say about a signed document; each that is installed must find it whole. */
import { expect } from 'vitest';
import { hasTool, runTool, type Workspace } from './tools.ts';

/** Fields kept for archive time stamps in the samples. */
export const ARCHIVE_FIELDS = ['ArsipTS1', 'ArsipTS2', 'ArsipTS3'] as const;

interface Expected {
  readonly signatures: number;
  readonly timestamps: number;
  /** MuPDF 1.21 does not know this padding. */
  readonly pss?: boolean;
}

/** Every signature and time stamp by openssl, the whole by pdfsig, mutool and qpdf. */
export function checkWithTools(workspace: Workspace, pdf: Buffer, expected: Expected): void {
  const file = workspace.put('dilihat.pdf', pdf);
  const found = { signatures: 0, timestamps: 0 };
  for (const one of holesOf(pdf)) {
    const root = ['-CAfile', workspace.file('root.pem')];
    const message = ['-in', workspace.put('isi.der', one.message)];
    const data = workspace.put('isi.bin', one.signed);
    if (one.isTimestamp) {
      found.timestamps++;
      expect(runTool('openssl', ['ts', '-verify', '-data', data, '-token_in', ...message, ...root]).output).toContain(
        'Verification: OK',
      );
    } else {
      found.signatures++;
      const how = [
        'cms',
        '-verify',
        '-binary',
        '-purpose',
        'any',
        '-inform',
        'DER',
        '-content',
        data,
        '-out',
        '/dev/null',
      ];
      expect(runTool('openssl', [...how, ...message, ...root]).output).toContain('CMS Verification successful');
    }
  }
  expect(found).toEqual({ signatures: expected.signatures, timestamps: expected.timestamps });
  if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', file]).code).toBe(0);
  if (hasTool('pdfsig')) {
    const said = runTool('pdfsig', ['-nocert', file]).output;
    expect(said.match(/Signature is Valid/g)).toHaveLength(expected.signatures);
  }
  if (hasTool('mutool')) {
    const said = runTool('mutool', ['sign', '-v', file]).output;
    const digestErrors = said.match(/Digest error: (.*)/g) ?? [];
    expect(digestErrors.filter((line) => expected.pss !== true || !line.includes('Unknown error'))).toEqual([]);
    expect(said.match(/Verifying signature/g)?.length ?? 0).toBeGreaterThanOrEqual(expected.signatures);
  }
}

interface Hole {
  readonly isTimestamp: boolean;
  readonly message: Buffer;
  readonly signed: Buffer;
}

/** Every filled hole of a file that our writer made. */
function holesOf(pdf: Buffer): Hole[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/SubFilter \/(\S+)(?:(?!endobj)[\s\S])*?\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/g)].map(
    (match) => {
      const [, filter, , first = '0', second = '0', length = '0'] = match;
      const [end, start] = [Number(first), Number(second)];
      const padded = Buffer.from(text.slice(end + 1, start - 1), 'hex');
      return {
        isTimestamp: filter === 'ETSI.RFC3161',
        message: padded.subarray(0, derLength(padded)),
        signed: Buffer.concat([pdf.subarray(0, end), pdf.subarray(start, start + Number(length))]),
      };
    },
  );
}

function derLength(bytes: Buffer): number {
  const first = bytes.readUInt8(1);
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  return 2 + count + bytes.readUIntBE(2, count);
}
