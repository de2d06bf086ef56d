/** Whose the accounts are: the grade first, then why, then what speaks against it. */
import type { ReportAccount, ReportAccountReason } from '#shared/contract/report-proof.ts';
import type { LayoutContext } from './context.ts';
import { drawFields } from './fields.ts';
import type { Span } from './paragraph.ts';
import { TEXT } from './style.ts';

const INDENT = 18;
const LABEL_WIDTH = 122;
type Row = readonly [label: string, value: readonly Span[]];

export async function drawAccounts(context: LayoutContext, accounts: readonly ReportAccount[]): Promise<void> {
  const { flow, wording } = context;
  const words = wording.proof;
  await flow.paragraph([{ text: words.introduction, style: TEXT.note }], { after: 8 });
  for (const account of accounts) {
    await flow.ensure(110);
    await flow.paragraph([{ text: account.account, style: TEXT.subheading }], { tag: 'H3', after: 2 });
    // Before the fields: a reader must not come upon the person first.
    if (!account.established)
      await flow.paragraph([{ text: words.notEstablished, style: TEXT.caution }], { indent: INDENT, after: 3 });
    await drawFields(flow, accountRows(context, account), {
      labelWidth: LABEL_WIDTH,
      indent: INDENT,
      label: TEXT.small,
    });
    flow.y += 8;
  }
}

function accountRows({ wording }: LayoutContext, account: ReportAccount): Row[] {
  const words = wording.proof;
  const text = (value: string): Span[] => [{ text: value, style: TEXT.small }];
  return [
    ...(account.address === null
      ? []
      : [[words.address, [{ text: account.address, style: TEXT.mono, wrap: 'address' as const }]] as const]),
    [words.person, text(account.person)],
    [words.grade, [{ text: account.grade, style: account.established ? TEXT.smallBold : TEXT.caution }]],
    [words.basis, text(account.basis.join(' '))],
    ...reasonRows(words.reasons, words.none, account.reasons),
    ...reasonRows(words.counterReasons, words.none, account.counterReasons),
  ];
}

/** One row whose value has a numbered line for each reason. */
function reasonRows(label: string, none: string, reasons: readonly ReportAccountReason[]): Row[] {
  if (reasons.length === 0) return [[label, [{ text: none, style: TEXT.small }]]];
  return [
    [
      label,
      reasons.flatMap(({ what, source, note }, index): Span[] => [
        { text: `${index === 0 ? '' : '\n'}${index + 1}. ${what} `, style: TEXT.small },
        { text: `[${source}]`, style: TEXT.smallBold },
        ...(note === null ? [] : [{ text: ` ${note}`, style: TEXT.smallQuiet }]),
      ]),
    ],
  ];
}
