/** Hoaxes as the fake bridge answers: one that is concluded, one that is being checked, and what is recorded meanwhile. */
import channels from '../../resources/hoaxes/channels.json' with { type: 'json' };
import kinds from '../../resources/hoaxes/kinds.json' with { type: 'json' };
import { hoaxChannel, hoaxKindInfo, type HoaxPage, type HoaxRow } from '../../shared/contract/hoaxes.ts';
import { CARD_SIZES } from '../../shared/domain/hoaxes/card-sizes.ts';
import { z } from 'zod';
import { fakeHandle, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const added = { addedAt: '2026-11-21T02:00:00.000Z', addedBy: 'Rina Kusuma' };

export const fakeHoax: HoaxRow = {
  id: fakeId(30, 1),
  number: 'H-0007',
  claim: 'Pemungutan suara di Kota Contoh ditunda sampai tahun depan karena surat suara habis.',
  kind: 'konten_palsu',
  disorder: 'disinformasi',
  state: 'disimpulkan',
  verdict: 'hoaks',
  firstSeen: '2026-11-20',
  recordedAt: '2026-11-20T03:00:00.000Z',
  recordedBy: 'Rina Kusuma',
  platforms: ['Facebook', 'WhatsApp'],
  spreads: 1,
  captures: 1,
  followUps: ['diteruskan_bawaslu'],
  clarifiedOn: null,
  answerDays: null,
};
export const fakeHoaxInCheck: HoaxRow = {
  ...fakeHoax,
  id: fakeId(30, 2),
  number: 'H-0008',
  claim: 'Bantuan kota hanya dibagikan kepada pendukung pasangan calon tertentu.',
  kind: null,
  disorder: null,
  state: 'diperiksa',
  verdict: null,
  platforms: ['TikTok'],
  captures: 0,
  followUps: [],
};

function pageOf(hoax: HoaxRow): HoaxPage {
  const concluded = hoax.verdict !== null;
  return {
    hoax: { ...hoax, notes: '' },
    spreads: [
      {
        id: fakeId(31, 1),
        platform: hoax.platforms[0] ?? 'Facebook',
        address: 'https://www.facebook.com/groups/wargacontoh/posts/1234567890',
        placeName: 'Warga Contoh',
        firstSeen: '2026-11-20',
        reach: '1,2 rb kali dibagikan',
        note: '',
        ...added,
      },
    ],
    captures: concluded
      ? [
          {
            id: fakeId(32, 1),
            evidenceId: fakeId(3, 0),
            number: 'B-0031',
            title: 'Unggahan grup Warga Contoh',
            address: 'https://www.facebook.com/groups/wargacontoh/posts/1234567890',
            capturedAt: '2026-11-20T04:00:00.000Z',
            withdrawn: false,
            ...added,
          },
        ]
      : [],
    offered: concluded
      ? []
      : [{ evidenceId: fakeId(3, 1), number: 'B-0032', title: 'Video', address: 'https://www.tiktok.com/@contoh/1' }],
    sources: concluded
      ? [
          {
            id: fakeId(33, 1),
            title: 'Jadwal pemungutan suara tidak berubah',
            address: 'https://kpu.contoh.example/jadwal',
            publisher: 'KPU Kota Contoh',
            publishedOn: '2026-11-21',
            note: '',
            evidence: null,
            ...added,
          },
        ]
      : [],
    conclusions: concluded
      ? [
          {
            id: fakeId(34, 1),
            verdict: 'hoaks',
            kind: 'konten_palsu',
            facts: 'Pemungutan suara tetap sesuai jadwal. Surat edaran yang ditunjukkan tidak pernah diterbitkan.',
            advice: 'Jangan meneruskan pesan tersebut.',
            checkedOn: '2026-11-22',
            checkedBy: 'Rina Kusuma',
            writtenAt: '2026-11-22T03:00:00.000Z',
            writtenBy: 'Rina Kusuma',
            endedAt: null,
          },
        ]
      : [],
    followUps: concluded
      ? [
          {
            id: fakeId(35, 1),
            kind: 'diteruskan_bawaslu',
            doneOn: '2026-11-21',
            channel: 'Bawaslu: surel pengawasan medsos',
            reference: '800/12/KOMINFO/2026',
            note: '',
            answer: '',
            answeredOn: null,
            ...added,
          },
        ]
      : [],
    reports: [],
    sheets: [],
    history: [{ state: 'dicatat', at: hoax.recordedAt, user: hoax.recordedBy, reason: '' }],
  };
}

export function fakeHoaxAnswers() {
  const pages = new Map([fakeHoax, fakeHoaxInCheck].map((hoax) => [hoax.id, pageOf(hoax)]));
  const known = z.array(hoaxChannel).parse(channels);
  const page = (id: string): HoaxPage => pages.get(id) ?? pageOf(fakeHoax);
  const keep = (id: string, change: (before: HoaxPage) => HoaxPage): HoaxPage => {
    const after = change(page(id));
    pages.set(id, after);
    return after;
  };
  return {
    'hoaxes.list': ({ query, offset, limit }) => {
      const rows = [...pages.values()]
        .map(({ hoax: { notes: _notes, ...row } }) => row)
        .filter(({ claim }) => claim.toLowerCase().includes(query.toLowerCase()));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'hoaxes.get': ({ id }) => page(id),
    'hoaxes.create': ({ claim, firstSeen }) => {
      const row = {
        ...fakeHoaxInCheck,
        id: fakeId(30, 9),
        number: 'H-0009',
        claim,
        firstSeen,
        state: 'dicatat',
      } as const;
      pages.set(row.id, { ...pageOf(row), spreads: [], offered: [] });
      return { id: row.id, number: row.number };
    },
    'hoaxes.change': ({ id }) => page(id),
    'hoaxes.setState': ({ id, state }) => keep(id, (before) => ({ ...before, hoax: { ...before.hoax, state } })),
    'hoaxes.conclude': ({ id, verdict, kind }) =>
      keep(id, (before) => ({ ...before, hoax: { ...before.hoax, state: 'disimpulkan', verdict, kind } })),
    'hoaxes.saveSpread': ({ id }) => page(id),
    'hoaxes.linkCapture': ({ id }) => page(id),
    'hoaxes.saveSource': ({ id }) => page(id),
    'hoaxes.saveFollowUp': ({ id }) => page(id),
    'hoaxes.linkReport': ({ id }) => page(id),
    'hoaxes.removePart': ({ id }) => keep(id, (before) => ({ ...before, spreads: [] })),
    'hoaxes.figures': () => ({
      open: 2,
      total: 2,
      byKind: [{ kind: 'konten_palsu', count: 1 }],
      byVerdict: [{ verdict: 'hoaks', count: 1 }],
      byPlatform: [{ platform: 'Facebook', count: 1 }],
      followUps: [{ kind: 'diteruskan_bawaslu', count: 1, answered: 0 }],
      medianAnswerDays: null,
    }),
    'hoaxes.references': () => ({ kinds: z.array(hoaxKindInfo).parse(kinds), channels: known }),
    'hoaxes.saveChannel': () => ({ channels: known }),
    'hoaxes.drawCard': ({ size }) => ({
      handle: fakeHandle(3, 1),
      ...CARD_SIZES[size],
      bytes: 300_000,
      altText: `Klaim yang beredar: “${fakeHoax.claim}”`,
    }),
    'hoaxes.saveCard': () => ({ saved: true, name: 'klarifikasi.png' }),
  } satisfies Partial<FakeAnswers>;
}
