/** Who was looked at, when and how often: coverage and even-handedness, by person and by group. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { CoverageBy, CoverageGroup, CoveragePerson } from '#shared/contract/monitoring.ts';
import { medianWithout, spreadOf, standsOut } from '#shared/domain/monitoring/even-handedness.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { UseCaseContext } from '../kernel.ts';
import { countIn } from '../recap/series.ts';
import { lookFacts, type LookFacts, type Period } from './look-facts.ts';

type Person = Omit<CoveragePerson, 'peers' | 'standsOut'> & {
  readonly searchName: string;
  readonly checkedInPeriod: boolean;
};
type Judged = CoveragePerson & Pick<Person, 'searchName' | 'checkedInPeriod'>;

/** What a person counts to, by the words of the roster; '' where it says nothing. */
const GROUP_OF: Readonly<Record<CoverageBy, (person: Person) => string>> = {
  agency: ({ agency, unit }) => agency ?? unit ?? '',
  unit: ({ unit, agency }) => unit ?? agency ?? '',
  position: ({ position }) => position ?? '',
};

/** The groups and all together, for one period. Persons who left the roster are not counted. */
export function coverage(
  input: InputOf<'monitoring.coverage'>,
  context: UseCaseContext,
): OutputOf<'monitoring.coverage'> {
  const people = judged(input, context);
  const groups = grouped(people, GROUP_OF[input.by]);
  return {
    total: figures(people),
    outcomes: countIn('looks', input, context),
    groups: [...groups]
      .map(([name, members]) => ({ name, ...figures(members) }))
      .sort((one, other) => compare(one.name, other.name)),
  };
}

/** Coverage of each OPD in a period: for the home page and the recap. */
export function coverageByUnit(period: Period, context: UseCaseContext): readonly CoverageGroup[] {
  return coverage({ by: 'agency', ...period }, context).groups;
}

/** One line a person, filtered and sorted. */
export function coveragePersons(
  input: InputOf<'monitoring.persons'>,
  context: UseCaseContext,
): OutputOf<'monitoring.persons'> {
  const terms = searchTerms(input.query);
  const found = judged(input, context)
    .filter((person) => terms.length === 0 || terms.every((term) => wordsOf(person).includes(term)))
    .filter((person) => (['agency', 'unit', 'position'] as const).every((by) => fits(person, by, input[by])))
    .filter((person) => input.which === undefined || WHICH[input.which](person))
    .sort(ORDERS[input.sort]);
  if (input.descending) found.reverse();
  const rows = found.slice(input.offset, input.offset + input.limit);
  return { total: found.length, rows: rows.map(({ searchName: _name, checkedInPeriod: _checked, ...row }) => row) };
}

function fits(person: Judged, by: CoverageBy, wanted: string | undefined): boolean {
  return wanted === undefined || GROUP_OF[by](person) === wanted;
}

const WHICH: Readonly<Record<NonNullable<InputOf<'monitoring.persons'>['which']>, (person: Judged) => boolean>> = {
  checked: ({ checkedInPeriod }) => checkedInPeriod,
  never: ({ accounts, lastCheckedAt }) => accounts > 0 && lastCheckedAt === null,
  overdue: ({ overdueSince }) => overdueSince !== null,
  'no-account': ({ accounts }) => accounts === 0,
  'stands-out': (person) => person.standsOut,
};

/** Made once: comparing two thousand names by a locale that is looked up each time is most of the answer's time. */
const { compare } = new Intl.Collator('id');
const byName = (one: Judged, other: Judged): number => compare(one.name, other.name);
const ORDERS: Readonly<Record<InputOf<'monitoring.persons'>['sort'], (one: Judged, other: Judged) => number>> = {
  name: byName,
  looks: (one, other) => one.looks - other.looks || byName(one, other),
  lastChecked: (one, other) => (one.lastCheckedAt ?? '').localeCompare(other.lastCheckedAt ?? '') || byName(one, other),
};

function judged(period: Period, context: UseCaseContext): Judged[] {
  const people = personsOf(lookFacts(period, context));
  const peers = new Map(
    [...grouped(people, GROUP_OF.unit)].map(([unit, members]) => [
      unit,
      members
        .filter(({ accounts }) => accounts > 0)
        .map(({ looks }) => looks)
        .sort((one, other) => one - other),
    ]),
  );
  return people.map((person) => {
    const median = medianWithout(peers.get(GROUP_OF.unit(person)) ?? [], person.looks);
    return { ...person, peers: median ?? 0, standsOut: median !== null && standsOut(person.looks, median) };
  });
}

function personsOf(facts: LookFacts): Person[] {
  return facts.people.map((person) => {
    const looked = facts.looked.get(person.id) ?? [];
    const outside = facts.outside.get(person.id)?.size ?? 0;
    return {
      ...person,
      accounts: facts.accounts.get(person.id) ?? 0,
      lastCheckedAt: facts.lastChecked.get(person.id) ?? null,
      checkedInPeriod: looked.some(({ checked }) => checked),
      looks: looked.length + outside,
      rounds: looked.map(({ number }) => number),
      outside,
      overdueSince: facts.overdue.get(person.id) ?? null,
    };
  });
}

/** What is searched of a person; only where something is searched for. */
function wordsOf({ searchName, nip, position, unit }: Person): string {
  return ` ${searchTerms([searchName, nip ?? '', position ?? '', unit ?? ''].join(' '), Infinity).join(' ')}`;
}

function grouped<Member>(members: readonly Member[], keyOf: (member: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

function figures(people: readonly Judged[]): Omit<CoverageGroup, 'name'> {
  const reachable = people.filter(({ accounts }) => accounts > 0);
  const spread = spreadOf(reachable.map(({ looks }) => looks));
  return {
    persons: people.length,
    withAccount: reachable.length,
    withoutAccount: people.length - reachable.length,
    checked: people.filter(WHICH.checked).length,
    never: people.filter(WHICH.never).length,
    overdue: people.filter(WHICH.overdue).length,
    looks: people.reduce((sum, { looks }) => sum + looks, 0),
    ...spread,
    bars: [...spread.bars],
    standOut: people.filter(WHICH['stands-out']).length,
  };
}
