/** The office's own cases, each opened on its day, with evidence, an act, a dugaan and as many steps as it has come to. */
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { CaseStatus } from '../../../shared/domain/cases/status.ts';
import { type ActType, actSheet } from '../../../shared/domain/acts/sheets.ts';
import { capturePost, pictureOfPost, type Taken } from '../capture.ts';
import { type Cast, makePost, type OpenedCase } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Season } from '../season.ts';
import { ELECTION, SEASON_DAYS } from '../season-clock.ts';
import { PLAIN_POSTS, SUSPECT_POSTS } from '../words.ts';
import { hour } from './hours.ts';

/** Cases that the office opens by itself, and the evidence that is filed in them; reports become twelve more. */
const CASES = 48;
const EVIDENCE = 276;
/** Documents are the dearest thing a season makes: a few of each kind are enough to be looked at. */
const DOCUMENTS = 12;

/** The ways cases go, each as often as it stands here. */
const WAYS: readonly (readonly CaseStatus[])[] = [
  [],
  [],
  ['telaah'],
  ['telaah'],
  ['telaah', 'klarifikasi'],
  ['telaah', 'klarifikasi', 'diteruskan'],
  ['telaah', 'klarifikasi', 'diteruskan', 'pemeriksaan'],
  ['telaah', 'klarifikasi', 'diteruskan', 'pemeriksaan', 'diputus'],
  ['telaah', 'diteruskan', 'pemeriksaan', 'diputus', 'selesai'],
  ['telaah', 'dihentikan'],
];
const REASONS: Readonly<Record<CaseStatus, string>> = {
  draf: 'Dicatat sebagai konsep.',
  terdaftar: 'Dikembalikan ke pendaftaran.',
  telaah: 'Bukti awal cukup untuk ditelaah.',
  klarifikasi: 'Yang bersangkutan diminta memberi keterangan.',
  diteruskan: 'Diteruskan kepada Inspektorat dengan berkas lengkap.',
  pemeriksaan: 'Pemeriksaan oleh tim dimulai.',
  diputus: 'Keputusan telah diterima.',
  selesai: 'Tindak lanjut selesai dilaksanakan.',
  dihentikan: 'Bukti tidak menunjukkan keterkaitan dengan yang bersangkutan.',
};
const ACTS: readonly { readonly type: ActType; readonly title: string }[] = [
  { type: 'posting', title: 'Unggahan dukungan' },
  { type: 'foto_bersama', title: 'Foto bersama kandidat' },
  { type: 'komentar', title: 'Komentar dukungan' },
  { type: 'share', title: 'Membagikan ulang jadwal kampanye' },
  { type: 'gabung_grup', title: 'Bergabung dalam grup pemenangan' },
  { type: 'like', title: 'Menyukai unggahan kampanye' },
];

/** Plans them; what each case is about is known once the roster is. */
export function planCases(season: Season, cast: Cast): void {
  const count = season.count(CASES);
  const evidence = season.count(EVIDENCE);
  const documents = season.count(DOCUMENTS);
  for (let index = 0; index < count; index += 1) {
    const random = season.random(`case ${index}`);
    // More in the campaign than before and after it.
    const day = random.chance(0.65) ? random.whole(ELECTION.campaign, ELECTION.vote) : random.whole(4, SEASON_DAYS - 8);
    const items = Math.floor(((index + 1) * evidence) / count) - Math.floor((index * evidence) / count);
    const way = WAYS[index % WAYS.length] ?? [];
    season.at(day, hour(random), async () => {
      const opened = await openCase(season, cast, day, random);
      const taken = await takeEvidence(season, opened, items, random);
      await describe(season, opened, taken, random);
      const issued = Math.floor(((index + 1) * documents) / count) > Math.floor((index * documents) / count);
      if (issued) season.at(day + 2, hour(random), () => issueDocument(season, opened, way, random));
      walk(season, opened, way, random);
    });
  }
}

async function openCase(season: Season, cast: Cast, day: number, random: Random): Promise<OpenedCase> {
  const known = random.chance(0.8);
  const member = known ? random.pick(cast.members.filter(({ account }) => account !== null)) : null;
  const act = random.pick(ACTS);
  const when = season.clock.day(day - random.whole(0, 2));
  const { id, number } = await season.call('cases.create', {
    title: `${act.title} di media sosial`,
    source: random.pick(['temuan', 'temuan', 'temuan', 'laporan', 'penerusan'] as const),
    employeeId: member?.id ?? null,
    accountText: member === null ? `@warga.${random.whole(1_000, 9_999)}.contoh` : '',
    reason: member === null ? '' : 'Nama dan foto profil sama dengan data pegawai (contoh).',
    actDate: when,
    candidateStatus: day > ELECTION.named ? 'calon' : 'bakal_calon',
    regime: 'PILKADA',
    narrative: random.chance(0.85)
      ? 'Akun yang diduga milik pegawai mengunggah ajakan memilih salah satu pasangan.'
      : '',
  });
  const opened: OpenedCase = { id, number, member, day };
  cast.cases.push(opened);
  const codes = day > ELECTION.named ? ['D-2', 'D-6', 'D-7'] : ['KE-2', 'KE-4', 'KE-5'];
  if (random.chance(0.9)) await season.call('cases.addAllegation', { id, code: random.pick(codes), primary: true });
  await addAct(season, opened, act.type, when);
  return opened;
}

async function addAct(season: Season, { id }: OpenedCase, type: ActType, day: string): Promise<void> {
  await season.call('cases.saveAct', { caseId: id, type, day, dateText: '', note: 'Terlihat pada akun tersebut.' });
}

async function takeEvidence(season: Season, opened: OpenedCase, count: number, random: Random): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let index = 0; index < count; index += 1) {
    const texts = index < 3 ? SUSPECT_POSTS : PLAIN_POSTS;
    const post = makePost(season, opened.member, texts, random);
    if (index > 0 && random.chance(0.2)) await addPicture(season, opened.id, await pictureOfPost(season, post, random));
    else taken.push(await capturePost(season, post, opened.id, random));
  }
  return taken;
}

/** A picture that somebody handed on. */
export async function addPicture(season: Season, caseId: string | null, png: Buffer): Promise<void> {
  const file = await season.file('tangkapan-dari-pelapor.png', png);
  const started = await season.call('evidence.addFiles', {
    caseId,
    files: [file],
    note: 'Tangkapan layar yang diteruskan.',
    obtainedFrom: 'Pelapor (identitas dilindungi)',
    postedAtText: '3 jam',
  });
  await season.job(started);
}

/** Which item of the act's sheet each capture stands for, and whose the account is. */
async function describe(season: Season, opened: OpenedCase, taken: readonly Taken[], random: Random): Promise<void> {
  const { acts } = await season.call('cases.acts', { caseId: opened.id });
  const act = acts[0];
  if (act === undefined) return;
  const items = actSheet(act.type).items.filter(({ need }) => need === 'required');
  const filledIn = random.chance(0.7) ? items : items.slice(0, 1);
  for (const [index, { code }] of filledIn.entries()) {
    const evidence = taken[index];
    if (evidence === undefined) break;
    await season.call('cases.fillActItem', {
      caseId: opened.id,
      actId: act.id,
      item: code,
      evidenceId: evidence.id,
    });
  }
  if (opened.member?.account) await proveAccount(season, opened, opened.member.account.id, taken, random);
}

async function proveAccount(
  season: Season,
  opened: OpenedCase,
  accountId: string,
  taken: readonly Taken[],
  random: Random,
): Promise<void> {
  const { offered, accounts }: OutputOf<'cases.accounts'> = await season.call('cases.accounts', { caseId: opened.id });
  const offer = offered.find(({ account }) => account.id === accountId);
  if (offer && accounts.length === 0)
    await season.call('cases.linkAccount', { caseId: opened.id, respondentId: offer.respondentId, accountId });
  const evidenceId = taken[0]?.id ?? null;
  if (evidenceId === null || random.chance(0.2)) return;
  await season.call('roster.addProofReason', { accountId, kind: 'tautan_resmi', evidenceId });
  await season.call('roster.addProofReason', { accountId, kind: 'nama_lengkap', record: 'name' });
}

/** The steps of a case, some days apart, as far as the season goes. */
function walk(season: Season, opened: OpenedCase, way: readonly CaseStatus[], random: Random): void {
  let day = opened.day;
  for (const status of way) {
    day += random.whole(1, 6);
    if (day >= SEASON_DAYS) return;
    season.at(day, hour(random), async () => {
      await season.call('cases.setStatus', { id: opened.id, status, reason: REASONS[status] });
    });
  }
}

async function issueDocument(
  season: Season,
  opened: OpenedCase,
  way: readonly CaseStatus[],
  random: Random,
): Promise<void> {
  const invited = way.includes('klarifikasi') && random.chance(0.5);
  const fields: Record<string, string> = invited
    ? { meetingDay: season.clock.day(opened.day + 5), meetingTime: '09:00', meetingPlace: 'Ruang Rapat Contoh' }
    : {};
  const started = await season.call('documents.issue', {
    document: invited ? 'undangan_klarifikasi' : 'laporan_inspektorat',
    variant: random.chance(0.3) ? 'disamarkan' : 'lengkap',
    caseId: opened.id,
    fields,
    signature: { method: 'seal' },
  });
  await season.job(started);
}
