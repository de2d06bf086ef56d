/** The acts, each with a short table: what it needs, whether it must, and the evidence or "belum ada". */
import type { ReportAct } from '#shared/contract/report-proof.ts';
import type { LayoutContext } from './context.ts';
import { heightOf, type Span } from './paragraph.ts';
import { COLOUR, TEXT } from './style.ts';
import { evidenceDestination } from './evidence-table.ts';
import { type Cell, drawTable, heightOfStart, type TableShape } from './table.ts';

export async function drawActs(context: LayoutContext, acts: readonly ReportAct[]): Promise<void> {
  const { flow, wording } = context;
  const words = wording.proof;
  await flow.paragraph([{ text: words.actsIntroduction, style: TEXT.note }], { after: 8 });
  for (const [index, act] of acts.entries()) {
    const shape = sheetShape(context, act);
    const first = { ...shape, rows: shape.rows.slice(0, 1) };
    await flow.ensure(heightOfHead(context, act) + heightOfStart(flow, first));
    await flow.paragraph([{ text: `${index + 1}. ${act.what}`, style: TEXT.subheading }], { tag: 'H3', after: 1 });
    await flow.paragraph(headOf(context, act), { after: act.address === null ? 4 : 1 });
    if (act.address !== null) await flow.paragraph(addressOf(act.address), { after: 4 });
    if (act.note !== null) await flow.paragraph(noteOf(context, act.note), { after: 4 });
    await drawTable(flow, shape);
    flow.y += 10;
  }
}

function sheetShape(context: LayoutContext, act: ReportAct): TableShape {
  const words = context.wording.proof;
  const widths = { need: 74, evidence: 168 };
  return {
    columns: [
      { heading: words.item, width: context.flow.width - widths.need - widths.evidence },
      { heading: words.need, width: widths.need },
      { heading: words.evidence, width: widths.evidence },
    ],
    rows: act.sheet.map((row): Cell[] => [
      { blocks: [[{ text: row.item, style: TEXT.small }]] },
      { blocks: [[{ text: row.required ? words.required : words.helpful, style: TEXT.smallQuiet }]] },
      evidenceCell(context, row),
    ]),
  };
}

/** What stands over an act's table; of a long note only what must be there for the table to begin on the same page. */
function heightOfHead(context: LayoutContext, act: ReportAct): number {
  const { flow } = context;
  const spans = [
    headOf(context, act),
    ...(act.address === null ? [] : [addressOf(act.address)]),
    ...(act.note === null ? [] : [noteOf(context, act.note)]),
  ];
  const height = spans.reduce((sum, span) => sum + heightOf(flow.lines(span, flow.width)) + 4, 20);
  return Math.min(height, MOST_HEAD);
}

const MOST_HEAD = 260;

function addressOf(address: string): Span[] {
  return [{ text: address, style: TEXT.mono, wrap: 'address' }];
}

function noteOf({ wording }: LayoutContext, note: string): Span[] {
  return [{ text: `${wording.proof.note}: ${note}`, style: TEXT.smallQuiet }];
}

function headOf({ wording }: LayoutContext, act: ReportAct): Span[] {
  const words = wording.proof;
  const when = act.when === null ? '' : ` · ${words.when}: ${act.when}`;
  return [{ text: `${words.by}: ${act.who}${when}`, style: TEXT.small }];
}

function evidenceCell(context: LayoutContext, row: ReportAct['sheet'][number]): Cell {
  const words = context.wording.proof;
  const [only, ...more] = row.evidence;
  if (only !== undefined) {
    const text: Span[] = [{ text: row.evidence.join(', '), style: { ...TEXT.smallBold, colour: COLOUR.brand } }];
    const shown = more.length === 0 && context.plan.evidencePages.has(only);
    return {
      blocks: [text],
      ...(shown && { destination: { name: evidenceDestination(only), words: `${words.evidence} ${only}` } }),
    };
  }
  if (row.unobtainable !== null) {
    const why = row.unobtainable === '' ? '' : `: ${row.unobtainable}`;
    return { blocks: [[{ text: `${words.unobtainable}${why}`, style: TEXT.small }]] };
  }
  return { blocks: [[{ text: words.missing, style: row.required ? TEXT.caution : TEXT.smallQuiet }]] };
}
