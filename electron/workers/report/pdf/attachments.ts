/**
 * Originals inside the file, written by our own object writer: streamed byte for byte, uncompressed, hashed on the
 * way and compared with the hash that the report prints. pdfkit's file() would hold and deflate each one whole.
 */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { Attachment } from '#shared/contract/report-model.ts';
import type { ArchiveDocument } from './archive-document.ts';
import { type ByteSource, piecesOf } from '../../byte-source.ts';
import { type PdfReference, pdfDate, pdfName, textString } from './objects.ts';

/** Collects what was embedded, then writes the name tree and the association with the whole document. */
export class AttachmentWriter {
  readonly #document: ArchiveDocument;
  readonly #written = new Map<string, PdfReference>();

  constructor(document: ArchiveDocument) {
    this.#document = document;
  }

  /**
   * Streams one original into the file. Throws EVIDENCE_DAMAGED when its bytes are not those the report names.
   */
  async embed(attachment: Attachment, source: ByteSource): Promise<void> {
    if (this.#written.has(attachment.name)) throw new Error('two attachments under one name: one would be lost');
    const created = new Date(attachment.createdAt);
    const parameters = this.#document.reserve();
    const file = this.#document.reserve();
    const md5 = createHash('md5');
    const sha256 = createHash('sha256');
    const bytes = await this.#document.writeStream(
      file,
      { Type: '/EmbeddedFile', Subtype: pdfName(attachment.mime), Params: parameters },
      observed(piecesOf(source), (piece) => {
        md5.update(piece);
        sha256.update(piece);
      }),
    );
    if (sha256.digest('hex') !== attachment.sha256) throw new AppError('EVIDENCE_DAMAGED', { name: attachment.name });
    this.#document.writeObject(parameters, {
      Size: bytes,
      CheckSum: `<${md5.digest('hex').toUpperCase()}>`,
      CreationDate: pdfDate(created),
      ModDate: pdfDate(created),
    });
    this.#written.set(attachment.name, this.#describe(attachment, file));
  }

  /** Enters everything that was embedded into the catalogue; call once, before the document is finished. */
  finish(): void {
    if (this.#written.size === 0) return;
    // Names in the tree are ordered as written, byte by byte; readers search it by halves.
    const sorted = [...this.#written].map(([name, reference]) => ({ name, key: treeKey(name), reference }));
    sorted.sort((a, b) => Buffer.compare(a.key, b.key));
    const tree = this.#document.reserve();
    this.#document.writeObject(tree, {
      Names: sorted.flatMap(({ key, reference }) => [`<${key.toString('hex').toUpperCase()}>`, reference]),
    });
    const names: unknown = this.#document._root.data['Names'];
    if (!hasData(names)) throw new Error('this pdfkit has no Names dictionary');
    names.data['EmbeddedFiles'] = tree;
    this.#document._root.data['AF'] = sorted.map(({ reference }) => reference);
  }

  #describe(attachment: Attachment, file: PdfReference): PdfReference {
    const specification = this.#document.reserve();
    this.#document.writeObject(specification, {
      Type: '/Filespec',
      F: textString(attachment.name),
      UF: textString(attachment.name),
      Desc: textString(attachment.description),
      AFRelationship: pdfName(attachment.relationship),
      EF: { F: file, UF: file },
    });
    return specification;
  }
}

async function* observed(
  pieces: AsyncIterable<Uint8Array>,
  see: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    see(piece);
    yield piece;
  }
}

function treeKey(name: string): Buffer {
  // The same bytes as the text string of the name: ASCII as it is, anything else as UTF-16BE with its mark.
  const ascii = [...name].every((character) => (character.codePointAt(0) ?? 0) < 0x80);
  return ascii ? Buffer.from(name, 'latin1') : Buffer.from(`\ufeff${name}`, 'utf16le').swap16();
}

function hasData(value: unknown): value is { readonly data: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'data' in value;
}
