/** T2: how each item was secured, by whom, with what, and in what state it is. */
import type { Field } from '#shared/contract/document-model.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { originNames } from '#shared/domain/evidence/origin-words.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import type { MaterialItem } from '../../reports/case-material.ts';
import { captureLines } from '../../reports/capture-lines.ts';
import { visibilityLines } from '../../reports/public-view-lines.ts';
import { completenessNotes } from '../../reports/report-model.ts';
import { actor, orNull } from '../people.ts';
import { evidenceFor, pagesFor } from './case-parts.ts';
import { caseOf, type Gathering, occasionNow } from './gathering.ts';

const ORIGINS = originNames('id');
/** Lines of a capture's completeness that the minutes print. */
const MOST_LINES = 12;

export function gatherBaPengamananBukti(from: Gathering): DocumentData<'ba_pengamanan_bukti'> {
  const { context, settings, field } = from;
  const { items } = caseOf(from);
  const row = (label: string, value: string): Field[] => (value === '' ? [] : [{ label, value, look: 'text' }]);
  return {
    frame: from.frame,
    occasion: occasionNow(from),
    assignment: orNull(field('assignment')),
    officers: officersOf(from),
    tools: [
      ...row('Perangkat', field('device')),
      ...row('Aplikasi', `Netra ${context.vault.appVersion}`),
      ...row('Zona waktu', `${settings.timeZone} menurut jam perangkat; waktu UTC dicantumkan pada setiap bukti`),
      ...row('Fungsi hash', 'SHA-256'),
    ],
    citations: [],
    evidence: evidenceFor(from),
    details: from.masked ? [] : items.map((item) => detailOf(item, from)),
    pages: pagesFor(from),
  };
}

/** Whoever issues, whoever took an item, and the witnesses that were named. */
function officersOf(from: Gathering): DocumentData<'ba_pengamanan_bukti'>['officers'] {
  const { issuer, field } = from;
  const takers = [...new Set(caseOf(from).items.map(({ takenBy }) => takenBy))].filter((name) => name !== issuer.name);
  const witnesses = (['1', '2'] as const).flatMap((number) => {
    const name = field(`witness${number}`);
    const position = orNull(field(`witness${number}Position`)) ?? 'Saksi';
    return name === '' ? [] : [actor({ name, position })];
  });
  return [
    issuer,
    ...takers.map((name) => actor({ name, position: 'Petugas yang mengambil bukti' })),
    ...witnesses,
  ].slice(0, 6);
}

function detailOf(item: MaterialItem, from: Gathering): DocumentData<'ba_pengamanan_bukti'>['details'][number] {
  const { evidence, capture, artefacts } = item;
  const zone = from.settings.timeZone;
  const main = artefacts.find(({ sha256 }) => sha256 === evidence.mainSha256) ?? artefacts[0];
  return {
    number: evidence.number,
    account: null,
    postedAt: orNull(evidence.postedAtText),
    method: methodOf(item),
    fileName: main?.name ?? '',
    size: main === undefined ? '' : sizeWords(main.bytes),
    condition:
      completenessNotes(item).length === 0
        ? 'Utuh, tersimpan terenkripsi di brankas'
        : 'Utuh, dengan catatan kelengkapan',
    visibility: capture === null ? null : visibilityLines(capture, zone).join(' ').slice(0, 2_000),
    further:
      capture === null
        ? []
        : captureLines(capture, zone)
            .slice(0, MOST_LINES)
            .map((value) => ({ label: 'Pengambilan', value, look: 'small' as const })),
  };
}

function methodOf({ evidence, obtainedFrom, obtainedAtText }: MaterialItem): string {
  const from = [obtainedFrom === '' ? '' : `dari ${obtainedFrom}`, obtainedAtText]
    .filter((part) => part !== '')
    .join(', ');
  return from === '' ? ORIGINS[evidence.origin] : `${ORIGINS[evidence.origin]} (${from})`;
}
