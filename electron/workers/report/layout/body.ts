/** Persons and allegations. */
import type { Allegation, Subject } from '#shared/contract/report-model.ts';
import { fillWording } from '#shared/contract/report-wording.ts';
import { groupNip, type LayoutContext } from './context.ts';
import { drawFields } from './fields.ts';
import type { Span } from './paragraph.ts';
import { TEXT } from './style.ts';

type Row = readonly [label: string, value: readonly Span[]];

const INDENT = 18;

export async function drawSubjects(context: LayoutContext, subjects: readonly Subject[]): Promise<void> {
  const { flow, wording } = context;
  for (const [index, subject] of subjects.entries()) {
    if (subjects.length > 1) {
      await flow.ensure(90);
      const heading = fillWording(wording.subject.heading, { number: index + 1 });
      await flow.paragraph([{ text: heading, style: TEXT.subheading }], { tag: 'H3', after: 2 });
    }
    await drawFields(flow, subjectRows(context, subject), { labelWidth: 122, indent: INDENT });
    flow.y += 8;
  }
}

export async function drawAllegations(context: LayoutContext, allegations: readonly Allegation[]): Promise<void> {
  const { flow, wording } = context;
  await flow.paragraph([{ text: wording.allegation.introduction, style: TEXT.note }], { after: 8 });
  for (const allegation of allegations) {
    const heading = flow.lines([{ text: allegation.text, style: TEXT.bodyBold }], flow.width);
    await flow.ensure(Math.min(heading.length, 6) * TEXT.body.leading + 60);
    await flow.paragraph(
      [
        { text: `${allegation.code}  `, style: { ...TEXT.body, face: 'mono-bold', size: 10 } },
        { text: allegation.text, style: TEXT.body },
      ],
      { tag: 'H3', after: 3 },
    );
    await drawFields(flow, allegationRows(context, allegation), { labelWidth: 122, indent: INDENT, label: TEXT.small });
    flow.y += 10;
  }
}

function subjectRows({ wording }: LayoutContext, subject: Subject): Row[] {
  const words = wording.subject;
  const text = (value: string | null): Span[] => [{ text: value ?? wording.none, style: TEXT.body }];
  const mono = (value: string): Span[] => [{ text: value, style: { ...TEXT.body, face: 'mono', size: 9.8 } }];
  const common = (
    position: string,
    item: { position: string | null; unit: string | null; asOf: string | null },
  ): Row[] => [[position, text(item.position)], [words.unit, text(item.unit)], ...optional(words.asOf, item.asOf)];
  const optional = (label: string, value: string | null): Row[] => (value === null ? [] : [[label, text(value)]]);
  switch (subject.type) {
    case 'asn':
      return [
        [words.name, [{ text: subject.name, style: TEXT.bodyBold }]],
        [words.nip, mono(groupNip(subject.nip))],
        [words.rank, text(subject.rank)],
        ...common(words.position, subject),
        ...optional(words.identification, subject.identification),
      ];
    case 'ptt':
      return [
        [words.name, [{ text: subject.name, style: TEXT.bodyBold }]],
        ...(subject.nik === null ? [] : [[words.nik, mono(subject.nik)] as const]),
        [words.decree, text(subject.decree)],
        ...common(words.task, subject),
        ...optional(words.identification, subject.identification),
      ];
    case 'account':
      return [
        [words.platform, text(subject.platform)],
        [words.account, [{ text: subject.account, style: TEXT.bodyBold }]],
        ...(subject.address === null
          ? []
          : [[words.address, [{ ...monoSpan(subject.address), wrap: 'address' as const }]] as const]),
        [words.status, text(words.accountOnly)],
        ...optional(words.identification, subject.identification),
      ];
    case 'unknown':
      return [[words.status, text(subject.note === null ? words.unknown : `${words.unknown}. ${subject.note}`)]];
  }
}

function allegationRows({ wording }: LayoutContext, allegation: Allegation): Row[] {
  const words = wording.allegation;
  const text = (value: string): Span[] => [{ text: value, style: TEXT.small }];
  const row = (label: string, value: string | null): Row[] => (value === null ? [] : [[label, text(value)]]);
  const state = words.states[allegation.verification];
  const verified = allegation.verification === 'terverifikasi';
  const by =
    allegation.verifiedBy === null ? '' : ` – ${fillWording(words.verifiedBy, { who: allegation.verifiedBy })}`;
  return [
    ...row(words.actDate, allegation.actDate),
    ...row(words.candidateStatus, allegation.candidateStatus),
    ...row(words.publicView, allegation.publicView ?? null),
    [words.basis, text(allegation.basis ?? wording.none)],
    [words.sanction, text(allegation.sanctionReference ?? wording.none)],
    [
      words.source,
      allegation.sourceUrl === null
        ? [{ text: words.noSource, style: TEXT.caution }]
        : [{ ...monoSpan(allegation.sourceUrl), wrap: 'address' as const }],
    ],
    [
      words.verification,
      verified
        ? text(`${state}${by}`)
        : [
            { text: `${words.badge}. `, style: TEXT.caution },
            { text: state, style: TEXT.small },
          ],
    ],
    ...row(words.conflict, allegation.conflict),
  ];
}

function monoSpan(text: string): Span {
  return { text, style: TEXT.mono };
}
