/** The vote that the season is about: its stages, three pairs, and what officers remind each other of. */
import { PAIRS, type Cast } from '../cast.ts';
import type { Season } from '../season.ts';
import { ELECTION, SEASON_DAYS } from '../season-clock.ts';
import { PLATFORMS } from '../words.ts';

const UNVERIFIED = {
  source: 'Kalender rekaan untuk latihan',
  sourceUrl: null,
  verification: 'inferensi',
  verifiedBy: null,
  verifiedAt: null,
} as const;

/** Kind, first and last day. */
const STAGES = [
  ['pendaftaran', 26, 28],
  ['penetapan', ELECTION.named, ELECTION.named],
  ['nomor_urut', ELECTION.named + 1, ELECTION.named + 1],
  ['kampanye', ELECTION.campaign, ELECTION.quiet - 1],
  ['masa_tenang', ELECTION.quiet, ELECTION.vote - 1],
  ['pemungutan_suara', ELECTION.vote, ELECTION.vote],
  ['rekapitulasi', ELECTION.vote + 1, ELECTION.vote + 18],
] as const;

const REMINDERS = [
  ['gestur', 'Satu, dua, atau tiga jari terangkat pada foto bersama'],
  ['kata', 'lanjutkan'],
  ['tagar', '#KotaContohBerubah'],
  ['simbol', 'Kaus atau topi dengan nomor urut'],
] as const;

/** Plans the calendar at the season's beginning, and each pair for the day on which it registers. */
export function planElection(season: Season, cast: Cast): void {
  const { clock } = season;
  season.at(0, '10:00', async () => {
    const { id: electionId } = await season.call('elections.save', {
      name: 'Pemilihan Wali Kota Contoh',
      regime: 'PILKADA',
      watchFrom: clock.day(0),
      watchUntil: clock.day(SEASON_DAYS),
      note: 'Pemilihan rekaan dalam brankas latihan.',
    });
    for (const [kind, first, last] of STAGES)
      await season.call('elections.saveStage', {
        electionId,
        kind,
        startsOn: clock.day(first),
        endsOn: clock.day(last),
        ...UNVERIFIED,
      });
    for (const [kind, text] of REMINDERS)
      await season.call('elections.saveReminder', { electionId, kind, text, ...UNVERIFIED });
    PAIRS.forEach((_pair, index) => {
      season.at(26 + index, '10:00', () => register(season, cast, electionId, index));
    });
  });
}

async function register(season: Season, cast: Cast, electionId: string, index: number): Promise<void> {
  const pair = PAIRS[index] ?? '';
  const [first = '', second = ''] = pair.split('–');
  const { id } = await season.call('elections.saveCandidate', {
    electionId,
    office: 'wali_kota',
    region: 'Kota Contoh',
    name: `Bumi ${first}`,
    partnerName: `Langit ${second}`,
    number: String(index + 1),
    parties: [`Partai Rekaan ${index + 1}`],
    symbols: [`${['Satu', 'Dua', 'Tiga'][index] ?? ''} jari`],
    colours: [['hijau', 'kuning', 'ungu'][index] ?? ''],
    tags: [`#${first}${second}`],
    declaredOn: season.clock.day(26 + index),
  });
  cast.candidates.push(id);
  for (const { name, host } of PLATFORMS.slice(0, 2))
    await season.call('elections.saveCandidateAccount', {
      candidateId: id,
      kind: name === 'Facebook' ? 'resmi' : 'tim',
      platform: name,
      handle: `@${first.toLowerCase()}.${second.toLowerCase()}`,
      url: `https://${host}/${first.toLowerCase()}.${second.toLowerCase()}`,
    });
}
