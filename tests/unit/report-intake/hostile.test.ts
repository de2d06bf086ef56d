/** Hostile and broken files: each is refused by a named error or read with a warning, within its bounds. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { fixture, readBytes } from './read.ts';
import { zipOf } from './zip.ts';

const CHAT = '21/10/24 09.15 - Sari: foto.jpg (file terlampir)\n';

async function refusal(bytes: Uint8Array | string): Promise<{ code: string; params: object }> {
  try {
    await readBytes(bytes);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    throw error;
  }
  return { code: 'none', params: {} };
}

describe('a ZIP file', () => {
  it('that unpacks to far more than it is, is told as damaged media; its chat is read', async () => {
    const bomb = deflateRawSync(Buffer.alloc(40 * 1024 * 1024));
    const { attachments, messages } = await readBytes(
      zipOf([
        { name: '_chat.txt', bytes: Buffer.from(CHAT) },
        { name: 'foto.jpg', bytes: bomb, method: 8, declared: 40 * 1024 * 1024 },
      ]),
    );
    expect(messages).toHaveLength(1);
    expect(attachments).toMatchObject([{ name: 'foto.jpg', state: 'damaged', sha256: null }]);
  });

  it('that declares more than may be unpacked is refused before anything is', async () => {
    const bytes = zipOf([
      { name: '_chat.txt', bytes: Buffer.from(CHAT) },
      { name: 'a.bin', bytes: Buffer.alloc(4), method: 8, declared: 0x7fffffff },
    ]);
    expect(await refusal(bytes)).toMatchObject({ code: 'INTAKE_LIMIT_EXCEEDED', params: { limit: 'totalBytes' } });
  });

  it('whose names lead out of it is read by its files, never by their paths', async () => {
    const { attachments, warnings } = await readBytes(
      zipOf([
        { name: '_chat.txt', bytes: Buffer.from(CHAT) },
        { name: '../../etc/foto.jpg', bytes: Buffer.from('x') },
        { name: 'C:\\windows\\\u202egpj.exe', bytes: Buffer.from('MZ') },
      ]),
    );
    expect(attachments.map(({ name, state }) => [name, state])).toEqual([
      ['foto.jpg', 'whole'],
      ['gpj.exe', 'whole'],
    ]);
    expect(warnings.filter(({ code }) => code === 'NAME_CLEANED')).toHaveLength(2);
  });

  it('that is locked, has two files of one name, or has no report in it, is refused', async () => {
    const locked = zipOf([{ name: '_chat.txt', bytes: Buffer.from(CHAT), declared: CHAT.length - 12, flags: 1 }]);
    expect((await refusal(locked)).code).toBe('INTAKE_FILE_ENCRYPTED');
    const twice = zipOf([
      { name: '_chat.txt', bytes: Buffer.from(CHAT) },
      { name: '_CHAT.TXT', bytes: Buffer.from(CHAT) },
    ]);
    expect((await refusal(twice)).code).toBe('INTAKE_FILE_DAMAGED');
    const none = zipOf([{ name: 'catatan.txt', bytes: Buffer.from('bukan percakapan') }]);
    expect(await refusal(none)).toEqual({ code: 'INTAKE_FORMAT_UNSUPPORTED', params: { format: 'zip' } });
    expect((await refusal(fixture('whatsapp-ios-id.zip').subarray(0, 900))).code).toBe('INTAKE_FILE_DAMAGED');
  });

  it('with one damaged picture is read, and the picture is named', async () => {
    const bytes = Buffer.from(fixture('whatsapp-ios-id.zip'));
    bytes[bytes.indexOf('JFIF')] = 0x58;
    const { attachments, warnings } = await readBytes(bytes);
    expect(attachments.map(({ state }) => state)).toEqual(['damaged', 'whole']);
    expect(warnings).toContainEqual({
      code: 'MEDIA_DAMAGED',
      params: { name: '00000002-PHOTO-2024-10-21-09-15-40.jpg' },
    });
  });
});

describe('an email', () => {
  const nested = (depth: number): string =>
    Array.from(
      { length: depth },
      (_one, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    ).join('');

  it('of endless parts inside each other is read to a depth, and what is deeper stays as a file', async () => {
    const { drafts, warnings, attachments } = await readBytes(`From: a@b.id\nSubject: x\n${nested(300)}teks`);
    expect(drafts).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: 'PART_BROKEN', params: { problem: 'depth' } }]);
    expect(attachments).toHaveLength(1);
  });

  it('of emails inside each other is read to a depth', async () => {
    const head = 'From: a@b.id\nSubject: x\nContent-Type: message/rfc822\n\n';
    const { drafts, warnings } = await readBytes(head.repeat(60));
    expect(drafts.length).toBeGreaterThan(5);
    expect(drafts.length).toBeLessThanOrEqual(20);
    expect(warnings).toContainEqual({ code: 'PART_BROKEN', params: expect.objectContaining({ problem: 'depth' }) });
  });

  it('of too many parts, or with a header without end, is refused', async () => {
    const many = `From: a@b.id\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(600)}--b--`;
    expect(await refusal(many)).toMatchObject({ code: 'INTAKE_LIMIT_EXCEEDED', params: { limit: 'parts' } });
    const long = `From: a@b.id\nSubject: x\n${'X-Isi: y\n'.repeat(60_000)}`;
    expect(await refusal(long)).toMatchObject({ code: 'INTAKE_LIMIT_EXCEEDED', params: { limit: 'headerBytes' } });
  });

  it('with a character set that is not known, or broken bytes, is read and says so', async () => {
    const head = 'From: a@b.id\nSubject: =?x-tidak-ada?Q?Lap=6Fran?=\nContent-Type: text/plain; charset=';
    const unknown = await readBytes(`${head}x-tidak-ada\n\nisi`);
    expect(unknown.drafts[0]).toMatchObject({ title: 'Laporan', text: 'isi', warnings: [{ code: 'CHARSET_UNKNOWN' }] });
    const broken = await readBytes(Buffer.concat([Buffer.from(`${head}utf-8\n\nisi `), Buffer.from([0xff, 0x41])]));
    expect(broken.drafts[0]?.warnings).toMatchObject([{ code: 'CHARACTERS_REPLACED' }]);
    const base64 = await readBytes(`${head}utf-8\nContent-Transfer-Encoding: base64\n\naXNp!!!!`);
    expect(base64.warnings).toMatchObject([{ code: 'PART_BROKEN', params: { problem: 'base64' } }]);
  });

  it('whose page is broken on purpose is read in time that grows with its length', async () => {
    const head = 'From: a@b.id\nSubject: x\nContent-Type: text/html\n\n';
    const began = performance.now();
    for (const piece of ['<a "', '<!--', '<script>', '<', '&#', '<a href="http://x']) {
      const { drafts } = await readBytes(head + piece.repeat(200_000 / piece.length));
      expect(drafts).toHaveLength(1);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('never brings the scripts and styles of a page into the text, and fetches nothing', async () => {
    const { drafts } = await readBytes(fixture('email-html-only.eml'));
    expect(drafts[0]?.text).not.toMatch(/alert|color/);
    expect(drafts[0]?.warnings.map(({ code }) => code)).toContain('REMOTE_CONTENT');
  });
});

describe('a text', () => {
  it('with one line of 50 MB that is to be a chat is refused, and as a plain text it is cut', async () => {
    const line = `21/10/24 09.15 - Sari: ${'x'.repeat(50 * 1024 * 1024)}`;
    expect(await refusal(line)).toMatchObject({ code: 'INTAKE_LIMIT_EXCEEDED', params: { limit: 'lineCharacters' } });
    const { drafts } = await readBytes(line, { asText: true });
    expect(drafts[0]?.text).toHaveLength(20_000);
    expect(drafts[0]?.warnings).toMatchObject([{ code: 'TEXT_CUT' }]);
  });

  it('of another kind is refused by its name, and one without words as empty', async () => {
    expect(await refusal('%PDF-1.4\n')).toMatchObject({ code: 'INTAKE_FORMAT_UNSUPPORTED', params: { format: 'pdf' } });
    expect((await refusal(' \n\t\n')).code).toBe('INTAKE_EMPTY');
    expect((await refusal('')).code).toBe('FILE_EMPTY');
  });

  it('that looks for patterns that never end is searched in time', async () => {
    const began = performance.now();
    for (const piece of ['http://', '@a.', '0812 ', 'a@a.', '1/1/', 'www.a', '12 jan '])
      await readBytes(piece.repeat(20_000 / piece.length), {}, true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
