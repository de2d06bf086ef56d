/** A hundred and fifty reports from the public, by every channel, at every point of their way. */
import type { PublicReportFields } from '../../../shared/contract/public-reports.ts';
import type { CallOf } from '../../../shared/contract/index.ts';
import { capturePost, pictureOfPost } from '../capture.ts';
import { type Cast, makePost, type Member, plainName } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Season } from '../season.ts';
import { SEASON_DAYS } from '../season-clock.ts';
import { COMPLAINTS, filled, GIVEN_NAMES, RUMOURS, SECOND_NAMES, SUSPECT_POSTS } from '../words.ts';
import { hour } from './hours.ts';

const REPORTS = 150;
/** Of these, so many become a case of their own. */
const NEW_CASES = 12;
/** Pictures that reporters hand over. */
const PICTURES = 40;
/** Captures in each case that a report became. */
const CAPTURES = 2;

type Step = Omit<CallOf<'publicReports.step'>, 'id'>;
type Way = 'baru' | 'kurang' | 'telaah' | 'pemantauan' | 'kasus' | 'diteruskan' | 'hoaks' | 'ditutup';
/** Where reports end, each as often as it stands here. */
const WAYS: readonly Way[] = [
  'ditutup',
  'telaah',
  'pemantauan',
  'diteruskan',
  'kurang',
  'ditutup',
  'baru',
  'kasus',
  'hoaks',
  'ditutup',
];
const CHANNELS = ['whatsapp', 'whatsapp', 'langsung', 'email', 'media_sosial', 'surat', 'sp4n', 'telepon'] as const;

/** Plans them, more of them towards the vote. */
export function planPublicReports(season: Season, cast: Cast): void {
  const count = season.count(REPORTS);
  const cases = season.count(NEW_CASES);
  const pictures = season.count(PICTURES);
  const share = (of: number, index: number): boolean =>
    Math.floor(((index + 1) * of) / count) > Math.floor((index * of) / count);
  for (let index = 0; index < count; index += 1) {
    const random = season.random(`report ${index}`);
    // The new ones are the last: what came early has been dealt with.
    const way = WAYS[index % WAYS.length] ?? 'baru';
    const day = way === 'baru' ? SEASON_DAYS - random.whole(1, 4) : Math.floor(3 + Math.sqrt(random.fraction()) * 118);
    const becomesCase = share(cases, index);
    const picture = share(pictures, index);
    season.at(day, hour(random), () => receive(season, cast, { day, way, becomesCase, picture, random }));
  }
}

interface Coming {
  readonly day: number;
  readonly way: Way;
  readonly becomesCase: boolean;
  readonly picture: boolean;
  readonly random: Random;
}

async function receive(season: Season, cast: Cast, coming: Coming): Promise<void> {
  const { random } = coming;
  const member = random.chance(0.8) ? random.pick(cast.members) : null;
  const { id } = await season.call('publicReports.create', {
    ...fieldsOf(season, member, coming),
    reporter: random.chance(0.3) ? null : reporterOf(random),
  });
  cast.reports.push(id);
  if (coming.picture) await handOver(season, id, member, random);
  if (coming.becomesCase) season.at(coming.day + 1, hour(random), () => becomeCase(season, cast, id, member, random));
  else walk(season, cast, id, coming);
}

function fieldsOf(
  season: Season,
  member: Member | null,
  { day, way, random }: Coming,
): Partial<PublicReportFields> & {
  subject: string;
} {
  const rumour = way === 'hoaks';
  const agency = member?.agency ?? 'sebuah kantor';
  const words = { calon: 'salah satu pasangan', opd: agency };
  const account = member?.account?.handle ?? '';
  return {
    subject: rumour ? 'Kabar bohong tentang pemungutan suara' : `Dugaan keberpihakan pegawai ${agency}`,
    description: filled(random.pick(rumour ? RUMOURS : COMPLAINTS), words),
    topic: rumour ? 'hoaks' : 'netralitas',
    channel: random.pick(CHANNELS),
    regime: 'PILKADA',
    accusedText: member === null ? '' : plainName(member.name),
    employeeId: member !== null && random.chance(0.6) ? member.id : null,
    accountText: account,
    eventDay: season.clock.day(day - random.whole(0, 3)),
    eventPlace: 'Kota Contoh',
    knownDay: season.clock.day(day),
  };
}

function reporterOf(random: Random): CallOf<'publicReports.create'>['reporter'] {
  const name = `${random.pick(GIVEN_NAMES).name} ${random.pick(SECOND_NAMES)}`;
  return {
    name,
    phone: `0800${random.whole(1_000_000, 9_999_999)}`,
    email: `${name.toLowerCase().replace(' ', '.')}@warga.example`,
    address: `Jalan Contoh Nomor ${random.whole(1, 200)}, Kota Contoh`,
    confidential: random.chance(0.7),
  };
}

async function handOver(season: Season, id: string, member: Member | null, random: Random): Promise<void> {
  const png = await pictureOfPost(season, makePost(season, member, SUSPECT_POSTS, random), random);
  const file = await season.file('foto-dari-pelapor.png', png);
  await season.job(await season.call('publicReports.addFiles', { id, files: [file] }));
}

async function becomeCase(
  season: Season,
  cast: Cast,
  id: string,
  member: Member | null,
  random: Random,
): Promise<void> {
  const page = await season.call('publicReports.step', {
    id,
    to: 'kasus',
    reason: 'Laporan cukup jelas dan ada buktinya.',
    case: { how: 'new', title: 'Dugaan keberpihakan menurut laporan warga' },
  });
  const made = page.report.case;
  if (made === null) throw new Error('a report that became a case names none');
  cast.cases.push({ ...made, member, day: 0 });
  if (page.files.some(({ inCase }) => !inCase)) await season.call('publicReports.fileIntoCase', { id });
  for (let index = 0; index < CAPTURES; index += 1)
    await capturePost(season, makePost(season, member, SUSPECT_POSTS, random), made.id, random);
  await answer(season, id, 'Laporan Anda didaftarkan sebagai kasus dan sedang ditelaah.');
}

/** The steps to where the report ends. */
function walk(season: Season, cast: Cast, id: string, { day, way, random }: Coming): void {
  if (way === 'baru') return;
  const step = (after: number, said: Step, then?: () => Promise<void>): void => {
    if (day + after >= SEASON_DAYS) return;
    season.at(day + after, hour(random), async () => {
      await season.call('publicReports.step', { id, ...said });
      await then?.();
    });
  };
  if (way !== 'kurang') step(1, { to: 'telaah', reason: 'Laporan diterima untuk ditelaah.' });
  switch (way) {
    case 'kurang':
      return step(1, {
        to: 'kurang',
        reason: 'Laporan belum memuat bukti.',
        missing: [cast.requirements[0] ?? ''],
        dueDay: season.clock.day(day + 6),
      });
    case 'pemantauan':
      return step(3, { to: way, reason: 'Akun dimasukkan ke pemantauan.', accountText: '@warga.dilaporkan.contoh' });
    case 'kasus':
      return step(3, {
        to: way,
        reason: 'Perihal yang sama sudah terdaftar sebagai kasus.',
        case: cast.cases[0] ? { how: 'join', caseId: random.pick(cast.cases).id } : { how: 'new', title: '' },
      });
    case 'diteruskan':
      return step(
        3,
        {
          to: way,
          reason: 'Di luar kewenangan kantor ini.',
          forwardedTo: random.pick(['bawaslu', 'bkn', 'inspektorat'] as const),
        },
        () => answer(season, id, 'Laporan Anda kami teruskan kepada lembaga yang berwenang.'),
      );
    case 'hoaks':
      return step(2, { to: way, reason: 'Isinya kabar bohong, bukan perbuatan pegawai.' });
    case 'ditutup':
      return step(
        4,
        {
          to: way,
          reason: 'Penelaahan selesai.',
          closeReason: random.pick(['selesai', 'tidak_cukup', 'bukan_kewenangan'] as const),
        },
        () => answer(season, id, 'Laporan Anda telah ditelaah. Terima kasih.'),
      );
    default:
  }
}

async function answer(season: Season, id: string, text: string): Promise<void> {
  await season.call('publicReports.addAnswer', { id, way: 'whatsapp', text });
}
