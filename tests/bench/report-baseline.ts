/** pdfkit alone, as it is used out of the box: one page a picture, the same originals attached, to a file. */
import { createWriteStream } from 'node:fs';
import PDFDocument from 'pdfkit';

const [target, font, pictureList, attachmentList] = process.argv.slice(2);
if (!target || !font || !pictureList || !attachmentList) throw new Error('usage: TARGET FONT PICTURES ATTACHMENTS');
const pictures: unknown = JSON.parse(pictureList);
const attachments: unknown = JSON.parse(attachmentList);
if (!Array.isArray(pictures) || !Array.isArray(attachments)) throw new Error('lists are needed');

const document = new PDFDocument({ autoFirstPage: false, size: 'A4', font, pdfVersion: '1.7', subset: 'PDF/A-3b' });
const file = createWriteStream(target);
document.pipe(file);
for (const [index, picture] of pictures.entries()) {
  document.addPage().text(`Bukti ${index + 1}`, 40, 30);
  document.image(String(picture), 40, 60, { fit: [515, 740] });
  // One turn of the event loop a page lets the file take what is ready, as a careful user of pdfkit does.
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (file.writableNeedDrain) await new Promise<void>((resolve) => file.once('drain', resolve));
}
for (const [index, attachment] of attachments.entries()) {
  document.file(String(attachment), { name: `asli-${index + 1}.png`, type: 'image/png' });
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (file.writableNeedDrain) await new Promise<void>((resolve) => file.once('drain', resolve));
}
document.end();
await new Promise<void>((resolve) => file.once('finish', resolve));
process.stdout.write(JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
