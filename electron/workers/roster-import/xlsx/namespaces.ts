/**
 * Which elements of a part are its own. Resolved by hand: letting saxes resolve every name costs half of the speed, and
 * all that is asked is whether an element has the root's namespace.
 */
import type { Attributes } from './xml-part.ts';

const MARKUP_COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * What to do with an element: tell its reader (`own`), look inside but tell nobody (`transparent`), or leave it out with
 * everything in it (`foreign`: extensions, and the alternatives of markup compatibility that are meant for others).
 */
export type ElementKind = 'own' | 'transparent' | 'foreign';

interface Scope {
  readonly depth: number;
  readonly uris: ReadonlyMap<string, string>;
}

/** Follows the declarations of one part from its root on. Told only of elements that are not inside a foreign one. */
export class Namespaces {
  #root: string | null = null;
  #depth = 0;
  /** Depth of the element that declared last. */
  #scopeDepth = 0;
  /** True while a name without prefix is one of the part's own: nearly always, so it is kept at hand. */
  #bareIsOwn = false;
  #declared: Map<string, string> | null = null;
  readonly #scopes: Scope[] = [];
  /** Namespaces by prefix, as long as no scope opens or closes. */
  readonly #known = new Map<string, string>();
  /** For every open AlternateContent: whether an alternative was taken. */
  readonly #alternatives: boolean[] = [];

  /** True while elements without prefix are the part's own. */
  get bareNamesAreOwn(): boolean {
    return this.#bareIsOwn;
  }

  /** Called for each attribute before its element is opened. */
  attribute(name: string, value: string): void {
    // Runs for every attribute of every cell: the first letter decides.
    if (name.charCodeAt(0) !== 120 || !/^xmlns(:|$)/.test(name)) return;
    this.#declared ??= new Map();
    this.#declared.set(name.slice(6), value);
  }

  /** Called for elements inside a foreign one, whose declarations reach nobody. */
  forget(): void {
    this.#declared = null;
  }

  open(name: string, attributes: Attributes): ElementKind {
    this.#depth += 1;
    if (this.#declared) this.#enterScope(this.#declared);
    if (this.#bareIsOwn && !name.includes(':')) return 'own';
    const uri = this.#uriOf(prefixOf(name));
    if (this.#root === null) {
      this.#root = uri;
      this.#bareIsOwn = this.#uriOf('') === uri;
    }
    if (uri === this.#root) return 'own';
    return uri === MARKUP_COMPATIBILITY ? this.#alternative(localName(name), attributes) : 'foreign';
  }

  /** Closes what was opened; for foreign elements too. */
  close(name: string): ElementKind {
    const kind = this.#bareIsOwn && !name.includes(':') ? 'own' : this.#closingKind(name);
    if (this.#scopeDepth === this.#depth) this.#leaveScope();
    this.#depth -= 1;
    return kind;
  }

  #closingKind(name: string): ElementKind {
    const uri = this.#uriOf(prefixOf(name));
    const kind = uri === this.#root ? 'own' : uri === MARKUP_COMPATIBILITY ? 'transparent' : 'foreign';
    if (kind === 'transparent' && localName(name) === 'AlternateContent') this.#alternatives.pop();
    return kind;
  }

  #enterScope(uris: ReadonlyMap<string, string>): void {
    this.#scopes.push({ depth: this.#depth, uris });
    this.#declared = null;
    this.#scopeChanged();
  }

  #leaveScope(): void {
    this.#scopes.pop();
    this.#scopeChanged();
  }

  #scopeChanged(): void {
    this.#known.clear();
    this.#scopeDepth = this.#scopes.at(-1)?.depth ?? 0;
    this.#bareIsOwn = this.#root !== null && this.#uriOf('') === this.#root;
  }

  /** The first alternative whose needs we understand, which are none but the part's own namespace, or the fallback. */
  #alternative(name: string, attributes: Attributes): ElementKind {
    if (name === 'AlternateContent') {
      this.#alternatives.push(false);
      return 'transparent';
    }
    const taken = this.#alternatives.at(-1);
    if (taken !== false || (name !== 'Choice' && name !== 'Fallback')) return 'foreign';
    const needs = (attributes['Requires'] ?? '').split(/\s+/).filter((prefix) => prefix !== '');
    const understood =
      name === 'Fallback' || (needs.length > 0 && needs.every((need) => this.#uriOf(need) === this.#root));
    if (understood) this.#alternatives[this.#alternatives.length - 1] = true;
    return understood ? 'transparent' : 'foreign';
  }

  #uriOf(prefix: string): string {
    const held = this.#known.get(prefix);
    if (held !== undefined) return held;
    const scope = this.#scopes.findLast(({ uris }) => uris.has(prefix));
    // A prefix that nobody declared is a namespace of its own.
    const uri = scope?.uris.get(prefix) ?? (prefix === '' ? '' : `?${prefix}`);
    this.#known.set(prefix, uri);
    return uri;
  }
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** The name behind its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
