/** What was passed around and not true: checked, concluded, answered. */
import { FOLLOW_UP_KINDS } from '../../../shared/domain/hoaxes/states.ts';
import { HOAX_KINDS } from '../../../shared/domain/hoaxes/kinds.ts';
import { capturePost } from '../capture.ts';
import { type Cast, makePost, PAIRS } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Season } from '../season.ts';
import { SEASON_DAYS } from '../season-clock.ts';
import { filled, RUMOURS } from '../words.ts';
import { hour } from './hours.ts';

const HOAXES = 24;

/** Plans them. */
export function planHoaxes(season: Season, _cast: Cast): void {
  const count = season.count(HOAXES);
  for (let index = 0; index < count; index += 1) {
    const random = season.random(`hoax ${index}`);
    const day = 10 + Math.floor((index * (SEASON_DAYS - 14)) / count);
    season.at(day, hour(random), () => record(season, index, day, random));
  }
}

async function record(season: Season, index: number, day: number, random: Random): Promise<void> {
  const rumour = RUMOURS[index % RUMOURS.length] ?? '';
  const claim = `${filled(rumour, { calon: `pasangan ${random.pick(PAIRS)}` })}, menurut pesan berantai ke-${index + 1}.`;
  const post = { ...makePost(season, null, [claim], random), text: claim };
  const evidence = await capturePost(season, post, null, random);
  const { id } = await season.call('hoaxes.create', {
    claim,
    kind: random.pick(HOAX_KINDS),
    disorder: random.pick(['misinformasi', 'disinformasi'] as const),
    firstSeen: season.clock.day(day - random.whole(0, 2)),
    spreads: [
      { platform: post.platform, address: post.address, reach: `${post.likes} suka` },
      ...(random.chance(0.4) ? [{ platform: 'WhatsApp', placeName: 'Grup warga', reach: 'sekitar 200 anggota' }] : []),
    ],
    evidenceIds: [evidence.id],
  });
  if (index % 6 === 5) return;
  await season.call('hoaxes.setState', { id, state: 'diperiksa' });
  if (index % 6 === 4) return;
  season.at(day + random.whole(0, 2), hour(random), () => conclude(season, id, index, random));
}

async function conclude(season: Season, id: string, index: number, random: Random): Promise<void> {
  const today = season.clock.now().toISOString().slice(0, 10);
  await season.call('hoaxes.saveSource', {
    id,
    title: 'Pengumuman resmi tentang pemungutan suara',
    address: 'https://kpu.contoh.test/pengumuman',
    publisher: 'KPU Kota Contoh (rekaan)',
    publishedOn: today,
  });
  const verdict = index % 5 === 3 ? 'belum_terbukti' : 'hoaks';
  await season.call('hoaxes.conclude', {
    id,
    verdict,
    kind: verdict === 'hoaks' ? random.pick(HOAX_KINDS) : null,
    facts: 'Penyelenggara menyatakan jadwal dan tata cara tidak berubah. Surat yang beredar bukan surat resmi.',
    advice: 'Periksa pengumuman resmi sebelum membagikan.',
    checkedOn: today,
    checkedBy: 'Ayu Petugas',
  });
  if (verdict !== 'hoaks' || index % 4 === 3) return;
  const kind = index % 2 === 0 ? 'klarifikasi_publik' : random.pick(FOLLOW_UP_KINDS);
  await season.call('hoaxes.saveFollowUp', { id, kind, doneOn: today, channel: 'Kanal resmi kota', note: 'Dikirim.' });
  await season.call('hoaxes.setState', { id, state: 'ditindaklanjuti' });
  if (random.chance(0.5)) await season.call('hoaxes.setState', { id, state: 'selesai' });
}
