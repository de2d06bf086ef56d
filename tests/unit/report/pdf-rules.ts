/**
 * What our reports must keep of PDF/A-3a, checked on the bytes of the file: the clauses that pdfkit is known to break
 * when it is used without care, and those that only we could break. No full validator can be had offline.
 */
import { inflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { FOUND_WHILE_READING, type PdfFile, type PdfObject, readObjects } from './pdf-objects.ts';

/** Every rule by its name. */
export function ruleNames(): string[] {
  return [...RULES.map(([name]) => name), ...FOUND_WHILE_READING].sort();
}

/** Names of the rules that the file breaks; empty when it keeps them all. */
export function brokenRules(pdf: Buffer): string[] {
  const broken = new Set<string>();
  const document = readObjects(pdf, broken);
  for (const [name, holds] of RULES) if (!holds(document)) broken.add(name);
  return [...broken].sort();
}

const RULES: readonly (readonly [name: string, holds: (file: PdfFile) => boolean])[] = [
  ['version 1.7', ({ text }) => text.startsWith('%PDF-1.7\n%')],
  ['trailer has ID', ({ trailers }) => trailers.every((trailer) => /\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/.test(trailer))],
  ['not encrypted', ({ trailers }) => !trailers.some((trailer) => trailer.includes('/Encrypt'))],
  ['nothing after the end', ({ text }) => /%%EOF\n$/.test(text)],
  ['XMP is well-formed', (file) => wellFormed(xmp(file))],
  ['identified as PDF/A-3a', (file) => /<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</.test(xmp(file))],
  ['XMP and Info agree', xmpAgreesWithInfo],
  ['own properties have a schema', ownPropertiesHaveSchema],
  ['identity is the same in Info and XMP', identityAgrees],
  [
    'sRGB output intent',
    (file) => file.all.some(({ source }) => source.includes('/S /GTS_PDFA1')) && iccHasThreeComponents(file),
  ],
  ['fonts are embedded', fontsEmbedded],
  ['fonts have ToUnicode', (file) => type0Fonts(file).every(({ source }) => source.includes('/ToUnicode'))],
  [
    'no missing glyph',
    (file) => [...contents(file), ...appearances(file)].every((content) => !glyphs(content).includes('0000')),
  ],
  ['all content is marked', (file) => contents(file).every(textIsMarked)],
  [
    'only RGB',
    (file) =>
      !/DeviceCMYK/.test(file.text) &&
      [...contents(file), ...appearances(file)].every((content) => !/DeviceCMYK cs| [kK]\n/i.test(content)),
  ],
  ['links have words and are printed', linksAreGood],
  [
    'no script, no outside action',
    (file) => !/\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia|Movie|Sound)\b/.test(dictionaries(file)),
  ],
  ['a form holds signatures alone', formHoldsSignatures],
  ['fields have words, a tag and a look, and are printed', fieldsAreGood],
  [
    'language and marks',
    (file) => /\/Lang \(id\)/.test(dictionaries(file)) && /\/Marked true/.test(dictionaries(file)),
  ],
  ['structure tree', (file) => /\/Type \/StructTreeRoot/.test(dictionaries(file))],
  [
    'figures have words',
    (file) =>
      file.all.filter(({ source }) => /\/S \/Figure\b/.test(source)).every(({ source }) => /\/Alt [(<]/.test(source)),
  ],
  ['headings begin with H1 and skip no level', headingsAreGood],
  ['originals have type, size and sum', originalsAreGood],
  ['originals are associated under unique names', associationsAreGood],
];

function infoOf({ objects, trailers }: PdfFile): PdfObject | undefined {
  return objects.get(Number(/\/Info (\d+) 0 R/.exec(trailers[0] ?? '')?.[1]));
}

function xmp(file: PdfFile): string {
  return file.all.find(({ source }) => source.includes('/Subtype /XML'))?.stream?.toString('utf8') ?? '';
}

function wellFormed(xml: string): boolean {
  if (xml === '') return false;
  try {
    new SaxesParser({ xmlns: true }).write(xml).close();
    return true;
  } catch {
    return false;
  }
}

function xmpAgreesWithInfo(file: PdfFile): boolean {
  const info = infoOf(file);
  const title = file.objects.get(Number(/\/Title (\d+) 0 R/.exec(info?.source ?? '')?.[1]));
  const written = /obj\n\(([\s\S]*)\)\n$/.exec(title?.source ?? '')?.[1] ?? '';
  const raw = Buffer.from(
    written.replaceAll(/\\([nrtbf()\\])/g, (_all, sign: string) => ESCAPES[sign] ?? sign),
    'latin1',
  );
  const plain = raw[0] === 0xfe ? Buffer.from(raw.subarray(2)).swap16().toString('utf16le') : raw.toString('latin1');
  let found = '';
  let inTitle = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => (inTitle ||= name === 'dc:title'));
  parser.on('closetag', ({ name }) => (inTitle = name === 'dc:title' ? false : inTitle));
  parser.on('text', (text) => (found += inTitle ? text : ''));
  try {
    parser.write(xmp(file)).close();
  } catch {
    return false;
  }
  return plain !== '' && found.trim() === plain;
}

/** PDF/A takes a property that is not of its own schemas only with a description of the schema (6.6.2.3). */
function ownPropertiesHaveSchema(file: PdfFile): boolean {
  const packet = xmp(file);
  const described = [...packet.matchAll(/<pdfaSchema:namespaceURI>([^<]*)</g)].map(([, uri]) => uri);
  const used = [...packet.matchAll(/xmlns:\w+="([^"]*)"/g)].map(([, uri]) => uri ?? '');
  return used.every((uri) => KNOWN_NAMESPACES.test(uri) || described.includes(uri));
}

const KNOWN_NAMESPACES =
  /^(?:adobe:ns:meta\/|http:\/\/(?:www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|purl\.org\/dc\/elements\/1\.1\/|ns\.adobe\.com\/(?:xap\/1\.0|pdf\/1\.3)\/|www\.aiim\.org\/pdfa\/ns\/(?:id\/|extension\/|schema#|property#)))$/;

function identityAgrees(file: PdfFile): boolean {
  const info = infoOf(file);
  return ['NetraDocumentId', 'NetraCustodyHead'].every((name) => {
    const entry = file.objects.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(info?.source ?? '')?.[1]));
    const written = /obj\n\(([\s\S]*)\)\n$/.exec(entry?.source ?? '')?.[1] ?? '';
    return written === (new RegExp(`<netra:${name}>([^<]*)<`).exec(xmp(file))?.[1] ?? '');
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function iccHasThreeComponents(file: PdfFile): boolean {
  const intent = file.all.find(({ source }) => source.includes('/S /GTS_PDFA1'));
  const profile = file.objects.get(Number(/\/DestOutputProfile (\d+) 0 R/.exec(intent?.source ?? '')?.[1]));
  return /\/N 3\b/.test(profile?.source ?? '');
}

function type0Fonts(file: PdfFile): PdfObject[] {
  return file.all.filter(({ source }) => /\/Subtype \/Type0\b/.test(source));
}

function fontsEmbedded(file: PdfFile): boolean {
  const others = file.all.filter(
    ({ source }) =>
      /\/Type \/Font\b(?!Descriptor)/.test(source) && /\/Subtype \/(?:Type1|TrueType|Type3)\b/.test(source),
  );
  const descriptors = file.all.filter(({ source }) => source.includes('/Type /FontDescriptor'));
  return (
    others.length === 0 &&
    descriptors.length > 0 &&
    descriptors.every(({ source }) => /\/FontFile[23] \d+ 0 R/.test(source))
  );
}

/** Page contents, decompressed. */
function contents(file: PdfFile): string[] {
  return file.all
    .filter(({ source }) => /\/Type \/Page\b/.test(source))
    .map(({ source }) => file.objects.get(Number(/\/Contents (\d+) 0 R/.exec(source)?.[1])))
    .map((content) => (content?.stream ? inflated(content.stream) : ''));
}

/** What is drawn besides the pages: forms, of which the looks of fields are one kind. */
function appearances(file: PdfFile): string[] {
  return file.all
    .filter(({ source, stream }) => stream !== null && /\/Subtype \/Form\b/.test(source))
    .map(({ source, stream }) =>
      /\/Filter \/FlateDecode/.test(source) ? inflated(stream ?? Buffer.alloc(0)) : (stream?.toString('latin1') ?? ''),
    );
}

/** Empty for what does not inflate (an encrypted page): that breaks another rule. */
function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

function glyphs(content: string): string[] {
  return [...content.matchAll(/<([0-9a-f]+)> -?[\d.]+/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
}

function textIsMarked(content: string): boolean {
  let depth = 0;
  for (const line of content.split('\n')) {
    if (/ (?:BDC|BMC)$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && /(?:\] TJ|^\/\w+ Do|^[fS]\*?)$/.test(line)) return false;
    if (depth > 1) return false;
  }
  return depth === 0;
}

function linksAreGood(file: PdfFile): boolean {
  const annotations = file.all.filter(({ source }) => /\/Type \/Annot\b/.test(source) && !WIDGET.test(source));
  return annotations.every(
    ({ source }) =>
      /\/Subtype \/Link\b/.test(source) &&
      /\/F 4\b/.test(source) &&
      /\/Contents \([^)]/.test(source) &&
      /\/StructParent \d/.test(source),
  );
}

const WIDGET = /\/Subtype \/Widget\b/;

/** No field that somebody could fill in, nothing that a reader would have to draw by itself (6.4.1). */
function formHoldsSignatures(file: PdfFile): boolean {
  return (
    !/\/(?:NeedAppearances true|XFA)\b/.test(dictionaries(file)) &&
    file.all.every(({ source }) => !/\/FT \//.test(source) || /\/FT \/Sig\b/.test(source))
  );
}

/** Printed and not hidden (6.3.2), drawn where it has a size (6.3.3), and reached from its Form element (6.7). */
function fieldsAreGood(file: PdfFile): boolean {
  const widgets = file.all.filter(({ source }) => WIDGET.test(source));
  return widgets.every(({ id, source }) => {
    const flags = Number(/\/F (\d+)\b/.exec(source)?.[1] ?? 0);
    const [left, bottom, right, top] = (/\/Rect \[([^\]]*)\]/.exec(source)?.[1] ?? '').split(' ').map(Number);
    const look = /\/AP <<\/N (\d+) 0 R>>/.exec(source)?.[1];
    const isTagged = file.all.some(
      (element) => /\/S \/Form\b/.test(element.source) && new RegExp(`/Obj ${id} 0 R\\b`).test(element.source),
    );
    return (
      (flags & 4) !== 0 &&
      (flags & 0x23) === 0 &&
      /\/TU [(<]./.test(source) &&
      /\/StructParent \d/.test(source) &&
      isTagged &&
      ((left === right && bottom === top) || file.objects.get(Number(look))?.stream instanceof Buffer)
    );
  });
}

function headingsAreGood(file: PdfFile): boolean {
  const levels = file.all.flatMap(({ source }) => {
    const level = /\/S \/H(\d)\b/.exec(source)?.[1];
    return level ? [Number(level)] : [];
  });
  return levels.length === 0 || levels.every((level) => level === 1 || levels.includes(level - 1));
}

function originalsAreGood(file: PdfFile): boolean {
  return file.all
    .filter(({ source }) => source.includes('/Type /EmbeddedFile'))
    .every(({ source, stream }) => {
      const parameters = file.objects.get(Number(/\/Params (\d+) 0 R/.exec(source)?.[1]))?.source ?? source;
      const size = Number(/\/Size (\d+)/.exec(parameters)?.[1]);
      return (
        /\/Subtype \/\w+#2F/i.test(source) &&
        size === (stream?.length ?? -1) &&
        /\/CheckSum <[0-9A-F]{32}>/.test(parameters) &&
        /\/ModDate/.test(parameters)
      );
    });
}

function associationsAreGood(file: PdfFile): boolean {
  const specifications = file.all.filter(({ source }) => source.includes('/Type /Filespec'));
  const names = specifications.map(({ source }) => /\/UF ([(<][^)>]*)/.exec(source)?.[1] ?? '');
  const catalogue = file.all.find(({ source }) => source.includes('/Type /Catalog'))?.source ?? '';
  const associated = /\/AF \[([^\]]*)\]/.exec(catalogue)?.[1] ?? '';
  return (
    new Set(names).size === names.length &&
    names.every((name) => name.length > 1) &&
    specifications.every(
      ({ id, source }) =>
        /\/AFRelationship \/(?:Source|Data|Alternative|Supplement|Unspecified)\b/.test(source) &&
        associated.includes(`${id} 0 R`),
    ) &&
    specifications.every(({ id }) =>
      file.all.some(({ source }) => /\/Names \[/.test(source) && source.includes(`${id} 0 R`)),
    )
  );
}

function dictionaries(file: PdfFile): string {
  return file.all.map(({ source }) => source).join('\n');
}
