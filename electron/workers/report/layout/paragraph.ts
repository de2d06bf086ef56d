/** Breaks styled text into lines. Measuring only; nothing is drawn here. */
import type { FontSet } from './fonts.ts';
import type { Face, TextStyle } from './style.ts';

/** A stretch of text in one style. */
export interface Span {
  readonly text: string;
  readonly style: TextStyle;
  /** `address`: may also break after the signs that addresses are full of; `spaces`: nowhere but at spaces. */
  readonly wrap?: 'address' | 'spaces';
}

/** A piece of a line, ready to draw at `x` from the line's left end. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly leading: number;
  /** From the line's top to its baseline. */
  readonly baseline: number;
  /** Ends inside a word or an address: what follows belongs to it without a space. */
  readonly joined: boolean;
}

interface Token {
  readonly text: string;
  readonly face: Face;
  readonly style: TextStyle;
  readonly width: number;
  /** Width without the space it ends with. */
  readonly inkWidth: number;
  readonly breakAfter: boolean;
  readonly newLine: boolean;
}

/** The lines of a paragraph in `width` points. An empty text gives one empty line. */
export function breakIntoLines(fonts: FontSet, spans: readonly Span[], width: number): Line[] {
  const style = spans[0]?.style;
  if (!style) return [];
  const lines: Line[] = [];
  let current: Token[] = [];
  let used = 0;
  const endLine = (): void => {
    lines.push(makeLine(fonts, current, style));
    current = [];
    used = 0;
  };
  for (const box of boxesOf(tokensOf(fonts, spans))) {
    const ink = inkWidth(box);
    if (used > 0 && used + ink > width + 0.01) endLine();
    for (const token of ink > width + 0.01 ? shatter(fonts, box, width) : box) {
      if (used > 0 && used + token.inkWidth > width + 0.01) endLine();
      if (token.text !== '') current.push(token);
      used += token.width;
      if (token.newLine) endLine();
    }
  }
  if (current.length > 0 || lines.length === 0) endLine();
  const last = lines.pop();
  if (last) lines.push({ ...last, joined: false });
  return lines;
}

/** Height of lines set one under the other. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.leading, 0);
}

function tokensOf(fonts: FontSet, spans: readonly Span[]): Token[] {
  return spans.flatMap((span) => {
    const { parts, after } = BREAKING[span.wrap ?? 'words'];
    return fonts
      .runs(span.text, span.style)
      .flatMap((run) =>
        (run.text.match(parts) ?? [])
          .filter((part) => part !== '')
          .map((part) => makeToken(fonts, part, run.face, span.style, after)),
      );
  });
}

/** Where lines may break: how text falls into parts, and after which last sign a part may end a line. */
const BREAKING: Readonly<Record<'words' | 'address' | 'spaces', { readonly parts: RegExp; readonly after: RegExp }>> = {
  words: {
    parts:
      /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\n \-\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*-?) *\n?/gu,
    // A hyphen that begins a word belongs to it: "-hashfile", "-5".
    after: /(?:[^\s-]-|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])$/u,
  },
  address: { parts: /[^\n /?&=._\-#:;,%+@]*[/?&=._\-#:;,%+@]* *\n?/gu, after: /[/?&=._\-#:;,%+@]$/ },
  spaces: { parts: /[^\n ]* *\n?/gu, after: /[ ]$/ },
};

function makeToken(fonts: FontSet, text: string, face: Face, style: TextStyle, breaking: RegExp): Token {
  const newLine = text.endsWith('\n');
  const shown = newLine ? text.slice(0, -1) : text;
  const ink = shown.trimEnd();
  return {
    text: shown,
    face,
    style,
    width: fonts.width(shown, face, style.size),
    inkWidth: fonts.width(ink, face, style.size),
    breakAfter: newLine || shown !== ink || breaking.test(shown),
    newLine,
  };
}

/** Tokens that no line break may part. */
function boxesOf(tokens: readonly Token[]): Token[][] {
  const boxes: Token[][] = [];
  let open: Token[] = [];
  for (const token of tokens) {
    open.push(token);
    if (token.breakAfter) {
      boxes.push(open);
      open = [];
    }
  }
  if (open.length > 0) boxes.push(open);
  return boxes;
}

function inkWidth(box: readonly Token[]): number {
  return box.reduce((sum, token, index) => sum + (index === box.length - 1 ? token.inkWidth : token.width), 0);
}

/** Where a word wider than its line may break: after the signs of addresses, and a hash after every eight digits. */
const LONG_WORD = /[^/?&=._\-#:;,%+@]*[/?&=._\-#:;,%+@]*/gu;
const HASH_GROUP = /[0-9a-f]{1,8}/giu;

/** A word wider than the line: at its signs, and what is still too wide character by character. */
function shatter(fonts: FontSet, box: readonly Token[], width: number): Token[] {
  return box.flatMap((token) => {
    const ink = token.text.trimEnd();
    const parts = (/^[0-9a-f]{32,}$/iu.test(ink) ? ink.match(HASH_GROUP) : token.text.match(LONG_WORD)) ?? [];
    const pieces = parts
      .filter((part) => part !== '')
      .flatMap((part) => (fonts.width(part.trimEnd(), token.face, token.style.size) > width ? [...part] : [part]));
    return pieces.map((piece, index) => ({
      ...makeToken(fonts, piece, token.face, token.style, BREAKING.words.after),
      newLine: token.newLine && index === pieces.length - 1,
    }));
  });
}

function makeLine(fonts: FontSet, tokens: readonly Token[], fallback: TextStyle): Line {
  const pieces: Piece[] = [];
  let x = 0;
  tokens.forEach((token, index) => {
    const text = index === tokens.length - 1 ? token.text.trimEnd() : token.text;
    const last = pieces.at(-1);
    const joins =
      last && last.face === token.face && last.size === token.style.size && last.colour === token.style.colour;
    const start = joins ? last.x : x;
    const whole = joins ? last.text + text : text;
    const width = fonts.width(whole, token.face, token.style.size);
    const piece = {
      text: whole,
      face: token.face,
      size: token.style.size,
      colour: token.style.colour,
      x: start,
      width,
    };
    if (joins) pieces[pieces.length - 1] = piece;
    else if (whole !== '') pieces.push(piece);
    x = start + width;
  });
  const styles = tokens.length > 0 ? tokens.map((token) => token.style) : [fallback];
  const leading = Math.max(...styles.map((style) => style.leading));
  const size = Math.max(...styles.map((style) => style.size));
  const end = tokens.at(-1);
  const joined = end !== undefined && !end.newLine && !end.text.endsWith(' ');
  return { pieces, width: x, leading, baseline: (leading - size) / 2 + size * 0.8, joined };
}
