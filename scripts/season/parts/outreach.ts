/** Thirty sessions, office by office: who was invited, who came, who signed. */
import type { Cast } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Season } from '../season.ts';
import { SEASON_DAYS } from '../season-clock.ts';
import { AGENCIES, SPEAKERS } from '../words.ts';

const SESSIONS = 30;
/** Of these, so many lie ahead at the season's end. */
const AHEAD = 3;
const TOPICS = [
  'Batasan dan konsekuensi netralitas ASN',
  'Etika bermedia sosial bagi pegawai',
  'Ikrar netralitas menjelang masa kampanye',
  'Mengenali kabar bohong menjelang pemungutan suara',
];

/** Plans them: each is announced a week before it is held. */
export function planOutreach(season: Season, cast: Cast): void {
  const count = season.count(SESSIONS);
  const ahead = count > AHEAD ? AHEAD : 0;
  for (let index = 0; index < count; index += 1) {
    const random = season.random(`session ${index}`);
    const day =
      index < count - ahead
        ? 8 + Math.floor((index * (SEASON_DAYS - 10)) / count)
        : SEASON_DAYS + 2 + (index - count + ahead) * 3;
    season.at(Math.min(day - 7, SEASON_DAYS - 2), '10:30', () => announce(season, cast, { index, day, random }));
  }
}

interface Session {
  readonly index: number;
  /** On which it is held, counted in the season. */
  readonly day: number;
  readonly random: Random;
}

async function announce(season: Season, cast: Cast, session: Session): Promise<void> {
  const { index, day, random } = session;
  const agency = AGENCIES[index % AGENCIES.length] ?? '';
  const { id } = await season.call('outreach.save', {
    topic: TOPICS[index % TOPICS.length] ?? '',
    summary: 'Apa yang boleh, apa yang tidak, dan akibatnya menurut status kepegawaian.',
    speakers: [{ name: random.pick(SPEAKERS), office: 'Kota Contoh' }],
    place: `Aula ${agency}`,
    online: random.chance(0.2),
    day: season.clock.day(day),
    begins: '09:00',
    ends: '11:30',
  });
  const people = cast.members.filter((member) => member.agency === agency).map((member) => member.id);
  if (people.length > 0) await season.call('outreach.invite', { sessionId: id, people: { ids: people } });
  if (day >= SEASON_DAYS) return;
  season.at(day, '11:45', () => hold(season, id, people, session));
}

async function hold(season: Season, id: string, people: readonly string[], { index, random }: Session): Promise<void> {
  if (index % 14 === 13) {
    await season.call('outreach.setState', { id, state: 'cancelled', reason: 'Narasumber berhalangan.' });
    return;
  }
  await season.call('outreach.setState', { id, state: 'held' });
  const came = random.sample(people, Math.ceil(people.length * (0.55 + random.fraction() * 0.4)));
  if (came.length === 0) return;
  await season.call('outreach.addAttendance', { sessionId: id, employeeIds: came });
  if (random.chance(0.4))
    await season.call('outreach.addGuest', { sessionId: id, name: 'Tamu Contoh', office: 'Warga' });
  const signed = random.sample(came, Math.floor(came.length * 0.8));
  const { rows } = await season.call('outreach.pledgeKinds', {});
  const kind = rows.find(({ inUse }) => inUse)?.code;
  if (kind === undefined || signed.length === 0) return;
  const signedOn = season.clock.now().toISOString().slice(0, 10);
  await season.call('outreach.addPledges', { kind, signedOn, sessionId: id, employeeIds: signed });
}
