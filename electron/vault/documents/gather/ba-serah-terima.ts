/** Who gave which files to whom. */
import type { DocumentData } from '#shared/domain/documents/kinds.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { attachmentName } from '../../reports/attachment-name.ts';
import { actor, orNull } from '../people.ts';
import { caseOf, type Gathering, occasionNow, sizeWords } from './gathering.ts';

export function gatherBaSerahTerima(from: Gathering): DocumentData<'ba_serah_terima'> {
  const { field, frame, issuer, masked } = from;
  const { items } = caseOf(from);
  return {
    frame,
    occasion: occasionNow(from),
    from: issuer,
    to: receiverOf(from),
    purpose: field('purpose'),
    parcel: null,
    items: items.flatMap(({ evidence, artefacts }) =>
      artefacts.map((artefact) => ({
        number: evidence.number,
        what: ARTEFACT_WORDS[artefact.kind] ?? artefact.kind,
        fileName: masked ? null : attachmentName(evidence.number, artefact),
        size: sizeWords(artefact.bytes),
        sha256: artefact.sha256,
        condition: evidence.secondHand
          ? 'Dari pihak lain'
          : evidence.warnings.length > 0
            ? 'Dengan catatan kelengkapan'
            : null,
      })),
    ),
    citations: [],
    remarks: field('medium') === '' ? [] : [`Media penyerahan: ${field('medium')}.`],
    witnesses: [],
  };
}

/** The receiver as a person of another office. */
export function receiverOf({ field }: Pick<Gathering, 'field'>) {
  return actor({
    name: field('receiverName'),
    nip: orNull(field('receiverNip')),
    position: orNull(field('receiverPosition')),
    unit: orNull(field('receiverAgency')),
  });
}
