/**
 * pdfkit's document, narrowed to PDF/A-3a: what pdfkit would let through and a validator would not is closed here.
 * Pages leave as soon as they are done; nothing but small dictionaries stays in memory.
 */
import type { PdfDictionary, PdfReference } from './objects.ts';
import { serialisePdf, textString } from './objects.ts';
import { type OpenFont, PdfKitDocument, type PlacedPicture } from './pdfkit-base.ts';
import type { ByteSink } from './sink.ts';
import { oneLine } from './text-cleaning.ts';
import { escapeXml } from './xml.ts';

/** What goes into the Info dictionary and, escaped, into the XMP packet. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly createdAt: Date;
  /** Identity of the document (a UUID), by which it is known without its signature; null: none. */
  readonly documentId: string | null;
  /** The printed head of the custody log (custodyHeadText), for whoever checks it without reading the page. */
  readonly custodyHead: string;
}

/** Entries of the Info dictionary that are XMP properties too, with what each is; the namespace is Netra's own. */
const OWN_PROPERTIES = {
  NetraDocumentId: 'UUID of the issued document',
  NetraCustodyHead: 'Head of the custody log when the document was made',
} as const;
type OwnProperties = Partial<Record<keyof typeof OWN_PROPERTIES, string>>;
const NAMESPACE = 'urn:x-netra:document:1.0#';

export interface ArchiveDocumentOptions {
  readonly info: DocumentInfo;
  readonly language: string;
  /** sRGB, three components. */
  readonly iccProfile: Uint8Array;
  readonly defaultFont: OpenFont;
  readonly sink: ByteSink;
  /** PDF/A-1a only for outside checkers that know no newer part; without attachments and without a watermark. */
  readonly conformance?: '3a' | '1a';
}

const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

/** pdfkit writes the header from its constructor, before a field of ours exists: `push` finds this list instead. */
const duringConstruction: { bytes: Uint8Array[] | null } = { bytes: null };

export class ArchiveDocument extends PdfKitDocument {
  readonly #sink: ByteSink;
  #pictures = 0;
  #linkWords = '';

  constructor(options: ArchiveDocumentOptions) {
    const header: Uint8Array[] = [];
    duringConstruction.bytes = header;
    super({
      pdfVersion: options.conformance === '1a' ? '1.4' : '1.7',
      subset: `PDF/A-${options.conformance ?? '3a'}`,
      tagged: true,
      lang: options.language,
      displayTitle: true,
      autoFirstPage: false,
      bufferPages: false,
      font: options.defaultFont,
      info: {
        Title: oneLine(options.info.title),
        Author: oneLine(options.info.author),
        Subject: oneLine(options.info.subject),
        Creator: oneLine(options.info.creator),
        Producer: 'Netra (PDFKit)',
        CreationDate: options.info.createdAt,
        ...keywordsOf(options.info),
        ...ownPropertiesOf(options.info),
      },
    });
    duringConstruction.bytes = null;
    this.#sink = options.sink;
    for (const bytes of header) this.#sink.take(bytes);
    this.appendXML(ownPropertiesXml(ownPropertiesOf(options.info)));
    this.outline.options = { expanded: true };
    // pdfkit puts its own version on the instance, so a method of this class would never be called.
    this._addColorOutputIntent = () => this.#writeOutputIntent(options.iccProfile);
  }

  /** Bytes go to the sink, not into a stream's unbounded buffer. */
  override push(chunk: Uint8Array | null): boolean {
    if (chunk === null) return false;
    if (duringConstruction.bytes) duringConstruction.bytes.push(chunk);
    else this.#sink.take(chunk);
    return true;
  }

  /** A new page; margins are the layout's own matter. */
  startPage(width: number, height: number): void {
    this.addPage({ size: [width, height], margins: NO_MARGINS });
  }

  /** A reference whose object is written later with writeObject or writeStream. */
  reserve(): PdfReference {
    return this.ref({});
  }

  /** Writes the object of a reserved reference. */
  writeObject(reference: PdfReference, body: PdfDictionary | number): void {
    reference.offset = this._offset;
    this._write(`${reference.id} 0 obj`);
    this._write(serialisePdf(body));
    this._write('endobj');
    this._refEnd(reference);
  }

  /**
   * Writes a stream object whose bytes come piece by piece and are never held together; its length is an object of
   * its own, written after it. Answers the number of bytes.
   */
  async writeStream(
    reference: PdfReference,
    dictionary: PdfDictionary,
    pieces: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const length = this.reserve();
    reference.offset = this._offset;
    this._write(`${reference.id} 0 obj`);
    this._write(serialisePdf({ ...dictionary, Length: length }));
    this._write('stream');
    let written = 0;
    for await (const piece of pieces) {
      if (piece.byteLength === 0) continue;
      this._write(piece);
      written += piece.byteLength;
      await this.#sink.drain();
    }
    this._write('\nendstream');
    this._write('endobj');
    this._refEnd(reference);
    this.writeObject(length, written);
    return written;
  }

  /** Names a written image object so that pages can show it. */
  namePicture(obj: PdfReference, width: number, height: number): PlacedPicture {
    this.#pictures += 1;
    return { label: `P${this.#pictures}`, width, height, obj };
  }

  /** Runs a drawing that makes links; the words are what a screen reader says for them. */
  describeLinks(words: string, draw: () => void): void {
    this.#linkWords = words;
    try {
      draw();
    } finally {
      this.#linkWords = '';
    }
  }

  /** pdfkit leaves the Contents of links empty; assistive technology needs words. */
  override annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this {
    if (this.#linkWords === '') throw new Error('a link without words');
    super.annotate(x, y, width, height, { ...options, Contents: textString(this.#linkWords) });
    return this;
  }

  /** pdfkit pastes the Info values into XML as they are: escaped for the packet only, plain again afterwards. */
  override endMetadata(): void {
    const plain = { ...this.info };
    for (const [key, value] of Object.entries(plain)) if (typeof value === 'string') this.info[key] = escapeXml(value);
    super.endMetadata();
    Object.assign(this.info, plain);
  }

  /** Lets finished bytes go; call between pages. */
  async drain(): Promise<void> {
    await this.#sink.drain();
  }

  /** Writes what is left (fonts, trees, cross-reference table) and hands over the last bytes. */
  async finish(): Promise<void> {
    this.end();
    await this.#sink.flush();
  }

  /** The profile is given to us, not read from a path inside a package. */
  #writeOutputIntent(iccProfile: Uint8Array): void {
    const profile = this.ref({ N: 3 });
    profile.end(iccProfile);
    const name = textString('sRGB IEC61966-2.1');
    const intent = this.reserve();
    this.writeObject(intent, {
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      Info: name,
      OutputConditionIdentifier: name,
      DestOutputProfile: profile,
    });
    this._root.data['OutputIntents'] = [intent];
  }
}

/** Once more as a keyword: programs that write a PDF anew drop entries they do not know, and keep keywords. */
function keywordsOf({ documentId }: DocumentInfo): { Keywords?: string } {
  return documentId === null ? {} : { Keywords: `NetraDocumentId=${documentId}` };
}

function ownPropertiesOf({ documentId, custodyHead }: DocumentInfo): OwnProperties {
  return { ...(documentId !== null && { NetraDocumentId: documentId }), NetraCustodyHead: custodyHead };
}

/** The properties, and before them the description of their schema, without which PDF/A takes no property of one's own. */
function ownPropertiesXml(properties: OwnProperties): string {
  const described = Object.entries(OWN_PROPERTIES)
    .filter(([name]) => name in properties)
    .map(
      ([name, description]) => `
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>${name}</pdfaProperty:name>
                                    <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                                    <pdfaProperty:category>external</pdfaProperty:category>
                                    <pdfaProperty:description>${description}</pdfaProperty:description>
                                </rdf:li>`,
    );
  const values = Object.entries(properties).map(
    ([name, value]) => `
            <netra:${name}>${escapeXml(value)}</netra:${name}>`,
  );
  return `
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>Netra document identity</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>netra</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>${described.join('')}
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:netra="${NAMESPACE}">${values.join('')}
        </rdf:Description>
        `;
}
