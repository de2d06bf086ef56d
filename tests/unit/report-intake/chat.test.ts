import { describe, expect, it } from 'vitest';
import { decideOrder, type WrittenDay } from '../../../electron/workers/report-intake/chat/dates.ts';
import { messageHead } from '../../../electron/workers/report-intake/chat/lines.ts';
import { contentOf, spokenOf } from '../../../electron/workers/report-intake/chat/content.ts';
import { androidChat, fixture, readBytes } from './read.ts';

const N = '\u202f';
const M = '\u200e';

describe('the first line of a message', () => {
  it.each([
    ['21/10/24 09.15 - Sari: hai', [21, 10, 24], '09:15'],
    ['21/10/2024, 21:15 - Sari: hai', [21, 10, 2024], '21:15'],
    ['21/10/24 pukul 09.15 - Sari: hai', [21, 10, 24], '09:15'],
    [`10/21/24, 9:15${N}AM - Sari: hai`, [10, 21, 24], '09:15'],
    [`10/21/24, 12:15${N}AM - Sari: hai`, [10, 21, 24], '00:15'],
    ['10/21/24, 12:15 p.m. - Sari: hai', [10, 21, 24], '12:15'],
    [`${M}[21/10/24 09.15.03] Sari: hai`, [21, 10, 24], '09:15:03'],
    [`[10/21/24, 9:15:03${N}PM] Sari: hai`, [10, 21, 24], '21:15:03'],
    ['[09.15, 21/10/2024] Sari: hai', [21, 10, 2024], '09:15'],
    ['2024-10-21, 09:15 - Sari: hai', [2024, 10, 21], '09:15'],
    ['21.10.24, 09:15 - Sari: hai', [21, 10, 24], '09:15'],
    ['21-10-2024 09:15 – Sari: hai', [21, 10, 2024], '09:15'],
  ])('is read in %j', (line, figures, time) => {
    expect(messageHead(line)).toMatchObject({ figures, time, rest: 'Sari: hai' });
  });

  it.each([
    'Sari: hai',
    '21/10/24 saya melihat unggahan',
    '21/10/24 09.75 - Sari: hai',
    '21/10/24 25.15 - Sari: hai',
    '10/21/24, 13:15 AM - Sari: hai',
    '10/21/24, 0:15 PM - Sari: hai',
    '[21/10/24 09.15.03 - Sari: hai',
    '21/10/24 09.15.03] Sari: hai',
    '21/10-24 09.15 - Sari: hai',
    '21/10/243 09.15 - Sari: hai',
    '1. 2/3 orang hadir pukul 09.15 - benar',
  ])('is not seen in %j', (line) => {
    expect(messageHead(line)).toBeNull();
  });
});

describe('the order of day and month', () => {
  const day = (a: number, b: number, named: string | null = null): WrittenDay => ({
    figures: [a, b, 24],
    yearFirst: false,
    named,
  });

  it('follows from a figure over twelve anywhere in the file', () => {
    expect(decideOrder([day(5, 6), day(21, 6)])).toMatchObject({ order: 'dmy', sure: true, orders: ['dmy'] });
    expect(decideOrder([day(5, 6), day(5, 21)])).toMatchObject({ order: 'mdy', sure: true, orders: ['mdy'] });
  });

  it('follows from the day in the name of a file', () => {
    expect(decideOrder([day(5, 6, '2024-05-06')])).toMatchObject({ order: 'mdy', sure: true });
    expect(decideOrder([day(5, 6, '2024-06-05')])).toMatchObject({ order: 'dmy', sure: true });
  });

  it('follows from messages that stand in the order of time', () => {
    expect(decideOrder([day(11, 1), day(12, 1), day(1, 2)])).toMatchObject({ order: 'dmy', sure: true });
    expect(decideOrder([day(1, 11), day(1, 12), day(2, 1)])).toMatchObject({ order: 'mdy', sure: true });
  });

  it('is asked when nothing decides it, and need not be where both say the same', () => {
    expect(decideOrder([day(5, 6), day(6, 6)])).toMatchObject({ order: 'dmy', sure: false, orders: ['dmy', 'mdy'] });
    expect(decideOrder([day(5, 5), day(6, 6)])).toMatchObject({ sure: true });
  });

  it('is taken from the officer', () => {
    expect(decideOrder([day(5, 6)], 'mdy')).toMatchObject({ order: 'mdy', sure: true });
  });

  it('counts days that fit no order', () => {
    expect(decideOrder([day(21, 6), day(22, 6), day(6, 22)])).toMatchObject({ order: 'dmy', misfits: 1, orders: [] });
  });
});

describe('what a message is', () => {
  it.each([
    ['Pesan ini telah dihapus', 'deleted'],
    ['Anda menghapus pesan ini', 'deleted'],
    ['This message was deleted', 'deleted'],
    ['You deleted this message.', 'deleted'],
    ['<Media tidak disertakan>', 'media'],
    ['<Media omitted>', 'media'],
    [`${M}video omitted`, 'media'],
    [`${M}stiker tidak disertakan`, 'media'],
    [`laporan.pdf • ${M}3 halaman ${M}dokumen tidak disertakan`, 'media'],
    ['Saya bilang pesan ini telah dihapus kemarin', 'text'],
    ['fotonya image omitted katanya', 'text'],
  ])('%j is %s', (raw, kind) => {
    expect(contentOf(raw, true)).toMatchObject({ kind, omitted: kind === 'media' });
  });

  it.each([
    ['IMG-1.jpg (file terlampir)\nketerangan', 'IMG-1.jpg', 'keterangan'],
    [`${M}surat pernyataan.pdf (file attached)`, 'surat pernyataan.pdf', ''],
    [`${M}<terlampir: 0001-PHOTO.jpg>`, '0001-PHOTO.jpg', ''],
    [`keterangan ${M}<attached: 0001-PHOTO.jpg>`, '0001-PHOTO.jpg', 'keterangan'],
  ])('%j brings a file', (raw, file, text) => {
    expect(contentOf(raw, true)).toMatchObject({ kind: 'media', file, text, omitted: false });
  });

  it.each(['Pesan ini diedit', 'This message was edited'])('tells that it was changed: %s', (words) => {
    expect(contentOf(`Halo ${M}<${words}>`, false)).toMatchObject({ kind: 'text', text: 'Halo', edited: true });
  });

  it('knows the app from people, whose names may be numbers between marks', () => {
    expect(spokenOf('Pesan dan panggilan dienkripsi secara end-to-end.')).toBeNull();
    expect(spokenOf('Sari mengubah subjek dari "A: b" ke "C"')).toBeNull();
    expect(spokenOf('Sari: pukul 10: datang')).toEqual({ sender: 'Sari', text: 'pukul 10: datang' });
    expect(spokenOf(`\u202a+62\u00a0812\u20111111\u20112222\u202c: ya`)).toEqual({
      sender: '+62 812-1111-2222',
      text: 'ya',
    });
    expect(spokenOf(`~${N}Sari Contoh: ya`)?.sender).toBe('Sari Contoh');
    expect(spokenOf('Sari:')).toEqual({ sender: 'Sari', text: '' });
  });
});

describe('a chat', () => {
  it('keeps messages of several lines, and nothing of a line is lost', async () => {
    const { messages, chat } = await readBytes(androidChat('Sari: satu\ndua\n\ntiga', 'Petugas: empat'));
    expect(messages.map(({ text, line }) => [text, line])).toEqual([
      ['satu\ndua\n\ntiga', 1],
      ['empat', 5],
    ]);
    expect(chat?.participants).toEqual([
      { name: 'Sari', messages: 1 },
      { name: 'Petugas', messages: 1 },
    ]);
  });

  it('of Android in Indonesian is read with its media', async () => {
    const { chat, messages, attachments, warnings } = await readBytes(fixture('whatsapp-android-id.zip'));
    expect(chat).toMatchObject({ device: 'android', order: 'dmy', orderSure: true, first: '2024-10-21' });
    expect(messages).toHaveLength(10);
    expect(messages[4]).toMatchObject({ kind: 'media', attachment: 'media-0', text: 'Ini tangkapan layarnya' });
    expect(messages[8]).toMatchObject({ attachment: 'named-0' });
    expect(messages[7]).toMatchObject({ edited: true, sender: 1 });
    expect(attachments).toMatchObject([
      {
        id: 'media-0',
        mime: 'image/jpeg',
        bytes: 222,
        state: 'whole',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { id: 'media-1', name: 'IMG-20241021-WA0099.jpg', mime: 'image/png' },
      { id: 'named-0', name: 'IMG-20241021-WA0009.jpg', state: 'missing', sha256: null },
    ]);
    expect(chat?.unreferenced).toEqual(['media-1']);
    expect(warnings.map(({ code }) => code)).toEqual(['MEDIA_MISSING', 'MEDIA_OMITTED', 'MEDIA_UNREFERENCED']);
  });

  it('of an iPhone in Indonesian is read with its marks, seconds and files', async () => {
    const { chat, messages, attachments } = await readBytes(fixture('whatsapp-ios-id.zip'));
    expect(chat).toMatchObject({ device: 'ios', unreferenced: [] });
    expect(chat?.participants.map(({ name }) => name)).toEqual(['Sari Contoh', '+62 812-1111-2222']);
    expect(messages.map(({ kind }) => kind)).toEqual([
      ...['system', 'text', 'media', 'media', 'media', 'text', 'deleted', 'text'],
    ]);
    expect(messages[3]).toMatchObject({ attachment: 'media-1', text: 'laporan.pdf • 3 halaman', time: '09:16:10' });
    expect(messages[5]).toMatchObject({ text: 'Baik: kami catat' });
    expect(attachments.map(({ mime }) => mime)).toEqual(['image/jpeg', 'application/pdf']);
  });

  it.each(['whatsapp-android-en-12h.txt', 'whatsapp-ios-en-12h.txt'])(
    '%s: half days and month before day',
    async (name) => {
      const { chat, messages } = await readBytes(fixture(name));
      expect(chat).toMatchObject({ order: 'mdy', orderSure: true, first: '2024-10-21' });
      expect(messages.some(({ time }) => time >= '21:00')).toBe(true);
      expect(messages.filter(({ omitted }) => omitted)).toHaveLength(1);
    },
  );

  it('whose days can be read in two ways is asked about, and read as the officer says', async () => {
    const asked = await readBytes(fixture('whatsapp-ambiguous.txt'));
    expect(asked.chat).toMatchObject({ orderSure: false, orders: ['dmy', 'mdy'] });
    expect(asked.warnings).toMatchObject([{ code: 'DATE_ORDER_UNSURE' }]);
    const told = await readBytes(fixture('whatsapp-ambiguous.txt'), { order: 'mdy' });
    expect(told.chat).toMatchObject({ order: 'mdy', orderSure: true, first: '2024-05-06' });
    expect(told.warnings).toEqual([]);
  });

  it('in UTF-16 is read too', async () => {
    const { messages } = await readBytes(fixture('whatsapp-bom-utf16.txt'));
    expect(messages.map(({ day, time }) => [day, time])).toEqual([
      ['2024-10-21', '21:15'],
      ['2024-10-22', '07:05'],
    ]);
  });

  it('that is pasted is known, as the desktop copies it too', async () => {
    const { kind, messages } = await readBytes(
      '[09.15, 21/10/2024] Sari: lihat ini\n[09.16, 21/10/2024] Sari: ya',
      {},
      true,
    );
    expect(kind).toBe('chat');
    expect(messages).toHaveLength(2);
  });

  it('tells of lines before its first message', async () => {
    const { warnings } = await readBytes(`Ekspor percakapan\n${androidChat('Sari: a', 'Sari: b', 'Sari: c')}`);
    expect(warnings).toMatchObject([{ code: 'LINES_BEFORE_FIRST', params: { count: 1 } }]);
  });
});
