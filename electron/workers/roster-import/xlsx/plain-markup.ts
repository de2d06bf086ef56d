/**
 * Markup in the plain form in which nearly every program writes it, read from the text itself: no entities, no comments,
 * no control characters, double quotes only. It knows one way of writing and judges no other: what it does not take goes
 * to the XML parser, which alone says what is well-formed.
 */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const CLOSE_BRACKET = 93;
const LINE_SEPARATOR = 0x2028;
/** Between these two there are control characters. */
const LAST_ASCII = 0x7e;
const FIRST_BEYOND_CONTROLS = 0xa0;
const LAST_BEFORE_SURROGATES = 0xd7ff;
/** Attributes of one element; more than any program writes. */
const MOST_ATTRIBUTES = 24;
/** Spaces between two elements. */
const MOST_SPACES = 256;
/** Characters of the longest thing that is looked for at once. */
const LOOKAHEAD = 16;

/** What a scan answers when the element is not in plain form, or when the text may only have ended too early. */
export const NOT_PLAIN = -1;
export const CUT_OFF = -2;

/** A place in the text that moves forward. Every `take…` answers false, and leaves the place where it failed, for what is not plain. */
export class PlainScanner {
  text = '';
  at = 0;
  /** Whether the tag that was taken last closed itself. */
  selfClosed = false;
  #attributes = 0;
  /** Of each attribute of the tag taken last: where its name begins and ends, and its value. */
  readonly #places = new Int32Array(MOST_ATTRIBUTES * 4);

  begin(text: string, at: number): void {
    this.text = text;
    this.at = at;
  }

  /** The answer for an element that could not be taken: at the end of the text a cut looks like a fault. */
  failure(): number {
    return this.at + LOOKAHEAD >= this.text.length ? CUT_OFF : NOT_PLAIN;
  }

  take(markup: string): boolean {
    if (!this.text.startsWith(markup, this.at)) return false;
    this.at += markup.length;
    return true;
  }

  takeSpaces(): void {
    this.at = afterSpaces(this.text, this.at);
  }

  /** The attributes and the end of a tag whose name was taken. */
  takeTagEnd(): boolean {
    const { text } = this;
    this.#attributes = 0;
    let code = text.charCodeAt(this.at);
    while (code === SPACE) {
      this.at += 1;
      code = text.charCodeAt(this.at);
      if (code === SLASH || code === GREATER) break;
      if (!this.#takeAttribute()) return false;
      code = text.charCodeAt(this.at);
    }
    this.selfClosed = code === SLASH;
    if (this.selfClosed) this.at += 1;
    if (text.charCodeAt(this.at) !== GREATER) return false;
    this.at += 1;
    return true;
  }

  /** Character data up to the next tag. */
  takeText(): boolean {
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (isPlainText(code)) {
      at += 1;
      code = text.charCodeAt(at);
    }
    this.at = at;
    return code === LESS;
  }

  /** Where the value of an attribute with a name of one letter begins; -1 when the tag has none. */
  attributeStart(letter: number): number {
    for (let place = 0; place < this.#attributes * 4; place += 4) {
      const start = this.#place(place);
      if (this.#place(place + 1) - start === 1 && this.text.charCodeAt(start) === letter) return this.#place(place + 2);
    }
    return -1;
  }

  /** Behind the value that begins there. */
  attributeEnd(start: number): number {
    return this.text.indexOf('"', start);
  }

  #takeAttribute(): boolean {
    const { text } = this;
    const start = this.at;
    let at = start;
    while (isNameCharacter(text.charCodeAt(at), at > start)) at += 1;
    const end = at;
    this.at = at;
    if (end === start || text.charCodeAt(at) !== EQUALS || text.charCodeAt(at + 1) !== QUOTE) return false;
    at += 2;
    while (isPlainValue(text.charCodeAt(at))) at += 1;
    this.at = at;
    if (text.charCodeAt(at) !== QUOTE || !this.#remember(start, end)) return false;
    this.at = at + 1;
    return true;
  }

  /** False for a name that the tag has already, for a declaration of a namespace, and for too many. */
  #remember(start: number, end: number): boolean {
    const { text } = this;
    if (this.#attributes === MOST_ATTRIBUTES || text.startsWith('xmlns', start)) return false;
    for (let place = 0; place < this.#attributes * 4; place += 4) {
      const other = this.#place(place);
      if (this.#place(place + 1) - other === end - start && text.startsWith(text.slice(start, end), other))
        return false;
    }
    this.#places[this.#attributes * 4] = start;
    this.#places[this.#attributes * 4 + 1] = end;
    this.#places[this.#attributes * 4 + 2] = end + 2;
    this.#attributes += 1;
    return true;
  }

  #place(index: number): number {
    return this.#places[index] ?? -1;
  }
}

/** Behind the spaces and line breaks at a place; a long run of them is left where it is. */
export function afterSpaces(text: string, at: number): number {
  const most = at + MOST_SPACES;
  let end = at;
  while (isSpace(text.charCodeAt(end))) {
    if (end === most) return at;
    end += 1;
  }
  return end;
}

export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}

/** No markup, no entity, no character that an XML parser would refuse or change; nor "]", which may begin a "]]>". */
function isPlainText(code: number): boolean {
  if (code <= LAST_ASCII) return code >= SPACE && code !== LESS && code !== AMPERSAND && code !== CLOSE_BRACKET;
  return code >= FIRST_BEYOND_CONTROLS && code <= LAST_BEFORE_SURROGATES && code !== LINE_SEPARATOR;
}

function isPlainValue(code: number): boolean {
  return code >= SPACE && code <= LAST_ASCII && code !== QUOTE && code !== LESS && code !== AMPERSAND;
}

/** Letters, ":" and "_"; behind the first, digits, "-" and ".", too. */
function isNameCharacter(code: number, behindFirst: boolean): boolean {
  const letter = (code | 0x20) >= 97 && (code | 0x20) <= 122;
  if (letter || code === 95 || code === 58) return true;
  return behindFirst && ((code >= 48 && code <= 57) || code === 45 || code === 46);
}
