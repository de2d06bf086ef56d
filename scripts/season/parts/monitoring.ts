/** Twelve rounds: offices in turn, and a sample of all by lot in between. The last runs, one was stopped. */
import { capturePost } from '../capture.ts';
import { type Cast, makePost } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Season } from '../season.ts';
import { SEASON_DAYS } from '../season-clock.ts';
import { AGENCIES, PLATFORMS, SUSPECT_POSTS } from '../words.ts';

const ROUNDS = 12;
/** People of a round by lot. */
const DRAWN = 60;
/** Looks of a round that end with a capture. */
const CAPTURED = 2;

/** Plans them, ten days apart. */
export function planMonitoring(season: Season, cast: Cast): void {
  const count = season.count(ROUNDS);
  for (let index = 0; index < count; index += 1) {
    const day = 5 + Math.floor((index * (SEASON_DAYS - 8)) / count);
    season.at(day, '13:00', () => goRound(season, cast, { index, day, last: index === count - 1 }));
  }
}

interface Round {
  readonly index: number;
  readonly day: number;
  readonly last: boolean;
}

async function goRound(season: Season, cast: Cast, { index, last }: Round): Promise<void> {
  const random = season.random(`round ${index}`);
  const { users } = await season.call('monitoring.choices', {});
  const byLot = index % 3 === 2;
  const offices = [0, 1, 2].map((step) => AGENCIES[(index * 3 + step) % AGENCIES.length] ?? '');
  const { id } = await season.call('monitoring.begin', {
    title: byLot ? `Undian seluruh pegawai ${index + 1}` : `Putaran perangkat daerah ${index + 1}`,
    plan: byLot ? { sample: { size: season.count(DRAWN), seed: `musim-contoh-${index}` } } : { agencies: offices },
    cadence: byLot ? 'monthly' : 'once',
    assigneeId: users[0]?.id ?? '',
  });
  if (last) await giveAddresses(season, id);
  const rest = await look(season, cast, id, last ? 0.5 : 1, random);
  if (index === 1) await season.call('monitoring.act', { id, action: 'stop' });
  else if (!last && rest >= 0) await season.call('monitoring.finish', { id, remaining: 'leave' });
}

/** The staff list tells names of accounts; where they are is noted for the round that runs, so that they can be opened out of it. */
async function giveAddresses(season: Season, roundId: string): Promise<void> {
  const { rows } = await season.call('monitoring.items', { roundId, limit: 1_000 });
  for (const { account, employee } of rows) {
    const host = PLATFORMS.find(({ name }) => name === account?.platform)?.host;
    if (account === null || host === undefined) continue;
    await season.call('roster.saveAccount', {
      id: account.id,
      employeeId: employee.id,
      platform: account.platform,
      handle: account.handle,
      url: `https://${host}/${account.handle.replace('@', '')}`,
      basis: 'disampaikan oleh perangkat daerah',
    });
  }
}

/** Looks at so large a share of the round's accounts; the answer is how many are left. */
async function look(season: Season, cast: Cast, roundId: string, share: number, random: Random): Promise<number> {
  let { round, item } = await season.call('monitoring.work', { roundId });
  const wanted = Math.ceil(round.open * share);
  let captured = 0;
  for (let looks = 0; looks < wanted && item !== null; looks += 1) {
    const { employee, id: itemId } = item;
    const takes = captured < CAPTURED && looks % 5 === 3;
    const member = cast.members.find(({ id }) => id === employee.id) ?? null;
    const evidence = takes
      ? await capturePost(season, makePost(season, member, SUSPECT_POSTS, random), null, random)
      : null;
    if (takes) captured += 1;
    const outcome = takes ? 'captured' : outcomeOf(random);
    ({ round, item } = await season.call('monitoring.record', {
      itemId,
      outcome,
      evidenceId: evidence?.id ?? null,
      note: outcome === 'private' ? 'Profil dikunci.' : '',
    }));
  }
  return round.open;
}

function outcomeOf(random: Random): 'nothing' | 'again' | 'gone' | 'private' | 'not-person' {
  const chance = random.fraction();
  if (chance < 0.86) return 'nothing';
  if (chance < 0.89) return 'again';
  if (chance < 0.92) return 'gone';
  return chance < 0.97 ? 'private' : 'not-person';
}
