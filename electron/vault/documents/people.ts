/** People who act in a document, as it prints them: the one who issues, the office's signatories, the respondents. */
import type { OfficeSignatory } from '#shared/contract/documents.ts';
import type { SignatureBlock } from '#shared/contract/report-model.ts';
import type { Actor } from '#shared/contract/document-model.ts';
import type { Respondent } from '#shared/contract/cases.ts';
import { formatNip } from '#shared/domain/roster/nip.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOrNull } from '../rows.ts';
import { ISSUER_FIELD } from '../signatures/fields.ts';

/** What an officer who issues is called where nothing else is known. */
export const ISSUER_POSITION = 'Petugas Pemantau';

/** Whoever is at the vault now. */
export function issuerOf(context: UseCaseContext): Actor {
  const row = context.database.get('SELECT identity_number FROM users WHERE id = ?', [context.actor.id]);
  const number = row ? textOrNull(row, 'identity_number') : null;
  return actor({
    name: context.actor.name,
    nip: number === null || number === '' ? null : number,
    position: ISSUER_POSITION,
    unit: orNull(context.settings().letterhead.agency),
  });
}

/** A person of whom only some things are known. */
export function actor(known: { readonly name: string } & Partial<Actor>): Actor {
  return { nip: null, rank: null, position: null, unit: null, further: [], ...known };
}

/** A signatory as an acting person. */
export function signatoryActor(signatory: OfficeSignatory, agency: string): Actor {
  return actor({
    name: signatory.name,
    nip: orNull(signatory.nip),
    rank: orNull(signatory.rank),
    position: orNull(ownPosition(signatory)),
    unit: orNull(agency),
  });
}

/** Everybody who stands as a respondent and is known, frozen as of the day of the case. */
export function respondentActors(respondents: readonly Respondent[], masked: boolean): Actor[] {
  return respondents.flatMap(({ person, unlinkedAt }) => {
    if (person === null || unlinkedAt !== null) return [];
    const nik = person.nip === null && person.nik !== null && !masked ? [{ label: 'NIK', value: person.nik }] : [];
    return [
      actor({
        name: person.name,
        nip: person.nip === null ? null : formatNip(person.nip),
        rank: orNull([person.rank, person.grade].filter((part) => part !== null).join(' – ')),
        position: person.position,
        unit: orNull([person.unit, person.agency].filter((part) => part !== null).join(', ')),
        further: nik,
      }),
    ];
  });
}

/** What the person is, whoever is signed for. */
function ownPosition({ acting, position }: OfficeSignatory): string {
  return acting === '' || acting === 'a.n.' || acting === 'u.b.' ? position : `${acting} ${position}`.trim();
}

/** The lines above a signature: a.n. and u.b. stand before whom they act for, Plt. and Plh. before the position itself. */
export function positionLines({ acting, onBehalfOf, position }: OfficeSignatory): string[] {
  const own = position === '' ? [] : [position];
  if (acting === '') return own.length === 0 ? ['Kepala'] : own;
  if (acting === 'a.n.' || acting === 'u.b.') return [`${acting} ${onBehalfOf}`.trim(), ...own];
  return [`${acting} ${position}`.trim()];
}

const FIELD_NAMES = { kepala: 'Kepala', pemeriksa: 'Pemeriksa' } as const;

/** The named empty fields that later signers use, one for each signatory: Kepala, Pemeriksa, Kepala2 … */
export function signatoryFields(signatories: readonly OfficeSignatory[]): string[] {
  const counts = { kepala: 0, pemeriksa: 0 };
  return signatories.map(({ capacity }) => {
    counts[capacity] += 1;
    return `${FIELD_NAMES[capacity]}${counts[capacity] === 1 ? '' : counts[capacity]}`;
  });
}

/** The blocks at the end: whoever issues, then the signatories; the last one has place and date above it. */
export function signatureBlocksOf(
  issuer: Actor,
  signatories: readonly OfficeSignatory[],
  placeAndDate: string,
): SignatureBlock[] {
  const fields = signatoryFields(signatories);
  const last = signatories.length;
  const block = (at: number, rest: Omit<SignatureBlock, 'placeAndDate'>): SignatureBlock => ({
    placeAndDate: at === last ? placeAndDate : null,
    ...rest,
  });
  return [
    block(0, {
      position: [issuer.position ?? ISSUER_POSITION],
      name: issuer.name,
      rank: issuer.rank,
      nip: issuer.nip,
      digitalField: ISSUER_FIELD,
    }),
    ...signatories.map((one, index) =>
      block(index + 1, {
        position: positionLines(one),
        name: one.name,
        rank: orNull(one.rank),
        nip: orNull(one.nip),
        digitalField: fields[index] ?? null,
      }),
    ),
  ];
}

/** Empty texts are left out. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
