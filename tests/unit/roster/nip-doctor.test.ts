import {
  type IdentityCandidate,
  IdentityIndex,
  proposeIdentity,
  type SurvivingIdentity,
  survivingDigits,
} from '#shared/domain/roster/nip-doctor.ts';
import { searchName } from '#shared/domain/roster/name.ts';
import { describe, expect, it } from 'vitest';
import { makePeople } from '../../fixtures/roster/people.ts';

describe('survivingDigits', () => {
  it.each([
    // What Excel shows, with point and comma.
    ['1.98609E+17', '198609'],
    ['1,98609E+17', '198609'],
    ['1.98609e17', '198609'],
    // What Excel and LibreOffice store.
    ['1.99001012015031E+17', '199001012015031'],
    ['1.97907122001103E+017', '197907122001103'],
    ['1.9860926201505E+17', '19860926201505'],
    // All digits of a numeric cell: fifteen are believed.
    ['199001012015031001', '199001012015031'],
    ['199001012015031008', '199001012015031'],
    // 199001012015031001 as a binary number that was rounded down: the sex digit went with it.
    ['199001012015030992', '19900101201503'],
    ['199001012015031000.00', '199001012015031'],
    ['199001012015031001,0', '199001012015031'],
    // Rounded for show where the next digit may be five or more: the last digit is not believed.
    ['1.986093E+17', '198609'],
    ['1.9861E+17', '1986'],
    ['1.98609262E+17', '19860926'],
    ['2E+17', ''],
    // Other sizes and texts.
    ['1.98609E+16', ''],
    ['1.98609E-17', ''],
    ['19860926 201505 1 00', '19860926201505100'],
    ["'19860926", '19860926'],
    ['1986092620150510011', ''],
    ['#REF!', ''],
    ['', ''],
  ])('of %j are "%s"', (written, digits) => {
    expect(survivingDigits(written)).toBe(digits);
  });

  it('is always a beginning of the NIP, however a program stores or shows the number', () => {
    for (const { nip } of makePeople(3000, 7)) {
      if (nip === '' || Number(nip.slice(15)) > 950) continue;
      const binary = Number(nip);
      const excel = `${nip.slice(0, 15)}000`;
      for (const written of [
        String(binary),
        excel,
        BigInt(binary).toString(),
        ...Array.from({ length: 15 }, (_, places) => Number(excel).toExponential(places)),
      ]) {
        expect([written, nip]).toEqual([written, expect.stringMatching(new RegExp(`^${survivingDigits(written)}`))]);
      }
    }
  });
});

/** A known person; what is not said is unknown. */
function known(id: string, rest: Partial<IdentityCandidate> & { name?: string }): IdentityCandidate & { id: string } {
  const { name = '', ...fields } = rest;
  return { id, nip: null, nik: null, birthDate: null, unit: null, searchName: searchName(name), ...fields };
}

function row(rest: Partial<SurvivingIdentity> & { name?: string }): SurvivingIdentity {
  const { name = '', ...fields } = rest;
  return { digits: '', nik: null, birthDate: null, unit: null, searchName: searchName(name), ...fields };
}

const BUDI = known('budi', { nip: '199001012015031001', name: 'Budi Santoso, S.E.', unit: 'Bidang Statistik' });
const SITI = known('siti', { nip: '198808082012012002', name: 'Siti Aminah', unit: 'Sekretariat' });
const PEOPLE = [BUDI, SITI];

describe('proposeIdentity', () => {
  it.each([
    [
      'the digits that Excel stores and the name',
      row({ digits: '199001012015031', name: 'BUDI SANTOSO' }),
      ['DIGITS', 'NAME', 'APPOINTMENT'],
    ],
    [
      'the birth date in the digits and the name',
      row({ digits: '19900101', name: 'Budi Santoso' }),
      ['DIGITS', 'NAME'],
    ],
    ['a slip in a long name', row({ digits: '199001012015', name: 'Budi Santosa' }), ['DIGITS', 'NAME']],
    [
      'month of birth, name and unit',
      row({ digits: '199001', name: 'Budi Santoso', unit: 'BIDANG  STATISTIK' }),
      ['DIGITS', 'NAME', 'UNIT'],
    ],
    [
      'name, birth date and unit without any digit',
      row({ birthDate: '1990-01-01', name: 'Budi Santoso', unit: 'Bidang Statistik' }),
      ['NAME', 'BIRTH_DATE', 'UNIT'],
    ],
    [
      'fourteen digits and the unit',
      row({ digits: '19900101201503', name: 'B. Santoso', unit: 'Bidang Statistik' }),
      ['DIGITS', 'APPOINTMENT', 'UNIT'],
    ],
  ] as const)('offers by %s', (_, survived, evidence) => {
    expect(proposeIdentity(survived, PEOPLE)).toEqual({ candidate: BUDI, evidence });
  });

  it('offers by the whole NIK and the name', () => {
    const rina = known('rina', { nik: '9901015708850001', name: 'Rina Wulandari' });
    const survived = row({ nik: '9901015708850001', name: 'Rina Wulandari', digits: '198508172025212' });
    expect(proposeIdentity(survived, [...PEOPLE, rina])).toEqual({ candidate: rina, evidence: ['NIK', 'NAME'] });
  });

  it.each([
    ['a name alone', row({ name: 'Siti Aminah' })],
    ['a name and its unit', row({ name: 'Siti Aminah', unit: 'Sekretariat' })],
    ['a name and the year of birth', row({ name: 'Siti Aminah', digits: '1988' })],
    ['a name and the month of birth in another unit', row({ name: 'Siti Aminah', digits: '198808', unit: 'Dinas' })],
    ['a birth date and a unit', row({ birthDate: '1988-08-08', unit: 'Sekretariat', name: 'Rina' })],
    ['a birth date in the digits', row({ digits: '19880808', unit: 'Sekretariat', name: 'Rina' })],
    ['a short name with another letter', row({ digits: '19880808', name: 'Sito' })],
    ['digits of another birth date', row({ digits: '198808092012012', name: 'Siti Aminah', unit: 'Sekretariat' })],
    ['nothing', row({})],
  ])('is not content with %s', (_, survived) => {
    expect(proposeIdentity(survived, PEOPLE)).toBeNull();
  });

  it('believes another NIK before everything else', () => {
    const twin = known('twin', { ...SITI, nik: '9901014808880001' });
    const survived = row({ digits: '198808082012012', name: 'Siti Aminah', nik: '9901014808880002' });
    expect(proposeIdentity(survived, [twin])).toBeNull();
  });

  it('tells twins apart by their names, and offers neither when it cannot', () => {
    const hasan = known('hasan', { nip: '199505052020121001', name: 'Hasan Basri', unit: 'Dinas A' });
    const husin = known('husin', { nip: '199505052020121002', name: 'Husin Basri', unit: 'Dinas A' });
    const digits = '199505052020121';
    expect(proposeIdentity(row({ digits, name: 'HUSIN BASRI' }), [hasan, husin])?.candidate).toBe(husin);
    expect(proposeIdentity(row({ digits, name: 'H. Basri', unit: 'Dinas A' }), [hasan, husin])).toBeNull();
  });

  it('prefers the name as written to one with a slip', () => {
    const rina = known('rina', { nip: '199505052020122001', name: 'Rina Wulandari' });
    const rini = known('rini', { nip: '199505052020122002', name: 'Rini Wulandari' });
    const survived = row({ digits: '199505052020122', name: 'Rini Wulandari' });
    expect(proposeIdentity(survived, [rina, rini])?.candidate).toBe(rini);
  });

  it('offers neither of two of one name and one birth date, unless the unit decides', () => {
    const first = known('1', { nip: '198001012005012001', name: 'Siti Aminah', unit: 'Dinas A' });
    const second = known('2', { nip: '198001012006042003', name: 'Siti Aminah', unit: 'Dinas B' });
    expect(proposeIdentity(row({ digits: '19800101', name: 'Siti Aminah' }), [first, second])).toBeNull();
    expect(proposeIdentity(row({ digits: '19800101', name: 'Siti Aminah', unit: 'Dinas B' }), [first, second])).toEqual(
      {
        candidate: second,
        evidence: ['DIGITS', 'NAME', 'UNIT'],
      },
    );
    expect(proposeIdentity(row({ digits: '198001012005012', name: 'Siti Aminah' }), [first, second])?.candidate).toBe(
      first,
    );
  });

  it('does not offer by digits and unit when another has the same digits elsewhere', () => {
    const here = known('here', { nip: '199505052020121001', name: 'Agus', unit: 'Dinas A' });
    const there = known('there', { nip: '199505052020121002', name: 'Bayu', unit: 'Dinas B' });
    const survived = row({ digits: '199505052020121', name: 'Candra', unit: 'Dinas A' });
    expect(proposeIdentity(survived, [here])?.candidate).toBe(here);
    expect(proposeIdentity(survived, [here, there])).toBeNull();
  });
});

describe('IdentityIndex', () => {
  it('answers thousands of rows against a hundred thousand people at once', () => {
    const people = Array.from(makePeople(100_000, 3), (person, index) =>
      known(String(index), { nip: person.nip || null, nik: null, name: person.name, unit: person.unit }),
    );
    const damaged = people.filter(({ nip }, index) => nip !== null && index % 25 === 0);
    const startedAt = performance.now();
    const index = new IdentityIndex(people);
    const offered = damaged.map((person) => {
      const { nip, searchName: name, unit } = person;
      return index.propose({ digits: nip?.slice(0, 15) ?? '', nik: null, birthDate: null, searchName: name, unit });
    });
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(damaged.length).toBeGreaterThan(3000);
    for (const [position, match] of offered.entries()) {
      // Nobody is ever offered in another's place; ties are offered to nobody.
      if (match !== null) expect(match.candidate.searchName).toBe(damaged[position]?.searchName);
    }
    expect(offered.filter((match) => match !== null).length).toBeGreaterThan(damaged.length * 0.95);
  });
});
