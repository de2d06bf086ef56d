/** Who signs below a document, and under which words: whoever issues, the signatories, and those whom a kind needs besides. */
import type { Actor } from '#shared/contract/document-model.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { Frame } from '#shared/documents/common.ts';
import type { UseCaseContext } from '../kernel.ts';
import type { CheckedDraft } from './build-document.ts';
import { partiesOf } from './gather/ba-serah-terima.ts';
import { issuerOf, signatureBlocksOf } from './people.ts';

type Block = Frame['signatures'][number];

/** Letters say place and date at their head, and once only. */
const DATED_AT_THE_HEAD: readonly DocumentKindName[] = ['penerusan', 'undangan_klarifikasi', 'surat_jawaban'];

/** The blocks as the page prints them: a position ends in a comma, as in every official letter. */
export function signaturesOf(checked: CheckedDraft, placeAndDate: string, context: UseCaseContext): Block[] {
  const dated = !DATED_AT_THE_HEAD.includes(checked.draft.document);
  return blocksOf(checked, placeAndDate, context).map((block) => ({
    ...block,
    placeAndDate: dated ? block.placeAndDate : null,
    position: block.position.map((line, index) =>
      index === block.position.length - 1 && !line.endsWith(',') ? `${line},` : line,
    ),
  }));
}

/** Of a hand-over the receiver besides, of minutes of a hearing the person heard, of minutes of securing the witnesses. */
function blocksOf(
  { draft, fields, signatories, handed }: CheckedDraft,
  placeAndDate: string,
  context: UseCaseContext,
): Block[] {
  const field = (name: string): string => fields[name] ?? '';
  const blocks = signatureBlocksOf(issuerOf(context), signatories, placeAndDate);
  const [issuer, ...others] = blocks;
  if (issuer === undefined) return blocks;
  if (draft.document === 'ba_serah_terima') {
    const { from, to } = partiesOf({ field, handed, issuer: issuerOf(context) });
    const part = (title: string, { name, nip }: Actor): Block =>
      name === issuer.name ? { ...issuer, position: [title] } : byHand([title], name, nip);
    const parties = [part('Yang menyerahkan', from), part('Yang menerima', to)];
    return [...parties, ...(parties.some(({ digitalField }) => digitalField !== null) ? [] : [issuer]), ...others];
  }
  if (draft.document === 'ba_klarifikasi')
    return [...blocks, byHand(['Yang memberi keterangan'], field('heard') || '……………………')];
  if (draft.document === 'ba_pengamanan_bukti') {
    const witnesses = ['witness1', 'witness2'].filter((name) => field(name) !== '');
    return [...blocks, ...witnesses.map((name) => byHand(witnessLines(field(`${name}Position`)), field(name)))];
  }
  return blocks;
}

function byHand(position: string[], name: string, nip: string | null = null): Block {
  return { placeAndDate: null, position, name, rank: null, nip, digitalField: null };
}

function witnessLines(position: string): string[] {
  return position === '' ? ['Saksi'] : ['Saksi', position];
}
