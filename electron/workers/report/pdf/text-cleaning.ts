/**
 * Text from anywhere, made safe to set: no character reaches a font that has no glyph for it. What cannot be shown is
 * replaced by something visible, never dropped, except marks that are invisible by design.
 */
export interface GlyphSource {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** A stretch of text in one of the fonts that was offered. */
export interface FontRun<Key extends string> {
  readonly font: Key;
  readonly text: string;
}

/** Joiners, variation selectors, soft hyphen, byte-order mark: they ask for another shape and say nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Direction controls can make a line read differently from what it is; they are shown. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Control characters are what is looked for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/gu;

/** Normalises to NFC, one kind of line end, no tab, no control character; controls become visible. */
export function cleanText(text: string): string {
  return text
    .replaceAll(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .replaceAll(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u00a0\u2007\u202f]/g, '\u00a0')
    .replaceAll(INVISIBLE, '')
    .replaceAll(DIRECTION, (character) => visible(character))
    .replaceAll(CONTROL, (character) => visible(character));
}

/** Cleaned text without line ends, for titles and other strings that are not set on a page. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** Splits cleaned text into runs: the first font that has the glyph sets it; with none, `describe` says what is printed. */
export function splitByFont<Key extends string>(
  text: string,
  fonts: readonly (readonly [Key, GlyphSource])[],
  describe: (character: string) => string = visible,
): FontRun<Key>[] {
  const first = fonts[0];
  if (!first) throw new Error('no font was offered');
  const runs: { font: Key; text: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const found = fonts.find(([, source]) => source.hasGlyphForCodePoint(codePoint));
    const font = found ? found[0] : first[0];
    const shown = found || character === '\n' ? character : describe(character);
    const last = runs.at(-1);
    // A space or a mark stays with the run before it: no needless change of font.
    if (last && (last.font === font || (character === ' ' && hasSpace(fonts, last.font)))) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

/** How a character without a glyph is printed. */
export function visible(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

function hasSpace<Key extends string>(fonts: readonly (readonly [Key, GlyphSource])[], key: Key): boolean {
  return fonts.some(([name, source]) => name === key && source.hasGlyphForCodePoint(0x20));
}
