/** A large PDF of one page with many pictures, and as many attachments, written piece by piece. */

interface Shape {
  readonly pictures: number;
  /** Of each picture and each attachment. */
  readonly bytes: number;
  readonly random: () => number;
}

/** Writes it in the form our signing side reads (classic table, one dictionary entry a line). */
export async function writeLargePdf(
  write: (bytes: Buffer) => Promise<void>,
  { pictures, bytes, random }: Shape,
): Promise<void> {
  let length = 0;
  const offsets: number[] = [];
  const put = async (piece: Buffer): Promise<void> => {
    length += piece.length;
    await write(piece);
  };
  const begin = async (text: string): Promise<void> => {
    offsets.push(length);
    await put(Buffer.from(`${offsets.length} 0 obj\n${text}`));
  };
  const stream = async (entries: string): Promise<void> => {
    await begin(`<<\n${entries}\n/Length ${bytes}\n>>\nstream\n`);
    await put(Buffer.alloc(bytes, Math.floor(random() * 256)));
    await put(Buffer.from('\nendstream\nendobj\n'));
  };
  const first = 5;
  const numbers = Array.from({ length: pictures }, (_, index) => index);
  const resources = numbers.map((index) => `/I${index} ${first + index} 0 R`).join(' ');
  const files = numbers.map(
    (index) => `(berkas-${String(index).padStart(5, '0')}) ${first + 2 * pictures + index} 0 R`,
  );
  await put(Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1'));
  await begin(`<<\n/Type /Catalog\n/Pages 2 0 R\n/Names 4 0 R\n>>\nendobj\n`);
  await begin('<<\n/Type /Pages\n/Count 1\n/Kids [3 0 R]\n>>\nendobj\n');
  const page = `/Resources << /XObject << ${resources} >> >>`;
  await begin(`<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 300 300]\n${page}\n>>\nendobj\n`);
  await begin(`<<\n/EmbeddedFiles << /Names [${files.join(' ')}] >>\n>>\nendobj\n`);
  for (let index = 0; index < pictures; index++)
    await stream(
      '/Type /XObject\n/Subtype /Image\n/Width 1024\n/Height 1024\n/ColorSpace /DeviceGray\n/BitsPerComponent 8',
    );
  for (let index = 0; index < pictures; index++) await stream('/Type /EmbeddedFile');
  for (let index = 0; index < pictures; index++) {
    const name = `(berkas-${index})`;
    const embedded = `${first + pictures + index} 0 R`;
    await begin(`<<\n/Type /Filespec\n/F ${name}\n/UF ${name}\n/EF << /F ${embedded} >>\n>>\nendobj\n`);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  const trailer = `trailer\n<<\n/Size ${size}\n/Root 1 0 R\n>>\nstartxref\n${length}\n%%EOF\n`;
  await put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`));
}
