/** Who gave which files to whom: a package with what it lists, or the files of a case. */
import type { Actor } from '#shared/contract/document-model.ts';
import { PACKAGE_NAMES } from '#shared/contract/case-package.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import { type HandedOver, handedOver } from '../../handover/handed-over.ts';
import { attachmentName } from '../../reports/attachment-name.ts';
import type { MaterialItem } from '../../reports/case-material.ts';
import { completenessNotes } from '../../reports/report-model.ts';
import { actor, orNull } from '../people.ts';
import { caseOf, type Gathering, occasionNow } from './gathering.ts';

type Data = DocumentData<'ba_serah_terima'>;

/** EVIDENCE_DAMAGED or EVIDENCE_MISSING when the list of a received package cannot be read any more. */
export async function gatherBaSerahTerima(from: Gathering): Promise<Data> {
  const { field, frame, handed, context } = from;
  const parcel = handed === null ? null : await handedOver(handed.of, handed.id, context);
  const medium = orNull(field('medium'));
  return {
    frame,
    occasion: occasionNow(from),
    ...partiesOf(from),
    purpose: field('purpose'),
    parcel: parcelOf(parcel, medium, from.masked),
    items: parcel === null ? itemsOfCase(from) : itemsOfParcel(parcel, from.masked),
    citations: [],
    remarks: parcel === null ? mediumRemark(medium) : remarksOf(parcel, medium),
    witnesses: [],
  };
}

/** Who gives and who takes; whoever issues is one of both, unless somebody else is named as the receiver. */
export function partiesOf({ field, handed, issuer }: Pick<Gathering, 'field' | 'handed' | 'issuer'>): {
  readonly from: Actor;
  readonly to: Actor;
} {
  const receiver = actor({
    name: field('receiverName'),
    nip: orNull(field('receiverNip')),
    position: orNull(field('receiverPosition')),
    unit: orNull(field('receiverAgency')),
  });
  if (handed?.of !== 'received') return { from: issuer, to: receiver };
  const giver = actor({ name: field('giverName') });
  if (receiver.name !== issuer.name) return { from: giver, to: receiver };
  return {
    from: giver,
    to: { ...issuer, nip: receiver.nip ?? issuer.nip, position: receiver.position ?? issuer.position },
  };
}

/** Null where it is no single file. A masked document does not print a name that somebody chose. */
function parcelOf(parcel: HandedOver | null, medium: string | null, masked: boolean): Data['parcel'] {
  if (parcel === null || parcel.fileSha256 === null) return null;
  const { name, packageId, fileBytes, fileSha256: sha256 } = parcel;
  return {
    fileName: masked ? `paket-${packageId}` : name,
    size: fileBytes === null ? '–' : sizeWords(fileBytes),
    sha256,
    encrypted: parcel.encrypted ? 'age (age-encryption.org/v1)' : null,
    medium,
  };
}

/** What was handed over; the package's own parts are named by the hash of its list. */
function itemsOfParcel({ files }: HandedOver, masked: boolean): Data['items'] {
  const handed = files.filter(({ path }) => path.includes('/'));
  return (handed.length === 0 ? files : handed).map(({ path, bytes, sha256 }, index) => ({
    number: String(index + 1),
    what: FOLDER_WORDS[path.split('/')[0] ?? ''] ?? 'Bagian paket',
    fileName: masked ? null : path,
    size: sizeWords(bytes),
    sha256,
    condition: null,
  }));
}

const FOLDER_WORDS: Readonly<Record<string, string>> = {
  [PACKAGE_NAMES.originals]: 'Berkas bukti',
  [PACKAGE_NAMES.copies]: 'Salinan kerja',
  [PACKAGE_NAMES.documents]: 'Dokumen terbit',
};

function itemsOfCase(from: Gathering): Data['items'] {
  return caseOf(from).items.flatMap((item) =>
    item.artefacts.map((artefact) => ({
      number: item.evidence.number,
      what: ARTEFACT_WORDS[artefact.kind] ?? artefact.kind,
      fileName: from.masked ? null : attachmentName(item.evidence.number, artefact),
      size: sizeWords(artefact.bytes),
      sha256: artefact.sha256,
      condition: conditionOf(item),
    })),
  );
}

/** Of an item as it was kept. */
function conditionOf(item: MaterialItem): string {
  if (item.evidence.secondHand) return 'Dari pihak lain';
  return completenessNotes(item).length > 0 ? 'Dengan catatan kelengkapan' : 'Pengambilan sendiri';
}

/** What the paper must hold so that the package can be told from any other, even where it is a folder. */
function remarksOf(
  { packageId, manifestSha256, sealFingerprint, fileSha256, sumsSha256 }: HandedOver,
  medium: string | null,
) {
  return [
    `Paket ${packageId}; SHA-256 daftar isi (${PACKAGE_NAMES.manifest}): ${manifestSha256}.`,
    ...(sumsSha256 === null ? [] : [`SHA-256 dari ${PACKAGE_NAMES.sums} pada folder paket: ${sumsSha256}.`]),
    `Sidik jari segel brankas pembuat paket: ${sealFingerprint}.`,
    // A parcel that is one file says its medium itself.
    ...(fileSha256 === null ? mediumRemark(medium) : []),
  ];
}

function mediumRemark(medium: string | null): string[] {
  return medium === null ? [] : [`Media penyerahan: ${medium}.`];
}
