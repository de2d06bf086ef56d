/** A file with updates, put into one section: each object's bytes as its newest revision has them, for checkers that know no updates. */
import { openPdf, streamRange } from '../../../electron/workers/pdf-reader/file/view.ts';
import { serializeValue } from '../../../electron/workers/pdf-reader/syntax/serialize.ts';
import { memorySource } from './sample-report.ts';

export async function flatten(pdf: Buffer): Promise<Buffer> {
  const file = await openPdf(memorySource(pdf));
  const view = file.views.at(-1);
  if (view === undefined) throw new Error('no revision');
  const parts: Buffer[] = [pdf.subarray(0, pdf.indexOf('\n', pdf.indexOf('\n') + 1) + 1)];
  const numbers = [...view.entries].flatMap(([number, entry]) => (entry.kind === 'plain' ? [{ number, entry }] : []));
  const size = Math.max(...numbers.map(({ number }) => number)) + 1;
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const { number, entry } of numbers) {
    const object = await view.object(number);
    const data = object.streamStart === undefined ? null : await streamRange(view, file.reader, object);
    const end = pdf.indexOf('endobj', data === null ? entry.offset : data.start + data.length) + 'endobj\n'.length;
    const bytes = pdf.subarray(entry.offset, end);
    offsets.set(number, length);
    parts.push(bytes);
    length += bytes.length;
  }
  const line = (number: number): string => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  };
  const table = Array.from({ length: size }, (_unused, number) => line(number)).join('');
  const trailer = new Map([...view.trailer].filter(([key]) => key !== 'Prev'));
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${table}trailer\n${serializeValue(trailer)}\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
