/** The page inside a scroll recording's ZIP by which it is read without the app: pictures with their text, no script. */
import type { ScrollRecording } from '#shared/domain/capture/scroll-recording.ts';
import { recordingWords, seamWords } from '#shared/domain/capture/scroll-words.ts';

/** Name of a frame's picture inside the ZIP. */
export function frameName(number: number): string {
  return `gambar/${String(number).padStart(4, '0')}.png`;
}

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:24px;max-width:1500px}section{display:flex;gap:16px;align-items:flex-start;border-top:1px solid #999;padding:12px 0}img{max-width:62%;border:1px solid #999}pre{white-space:pre-wrap;font:13px/1.4 system-ui,sans-serif;margin:0}.celah{color:#a00;font-weight:600}';

/** HTML in Indonesian; `texts` in the order of the frames. */
export function recordingPage(recording: ScrollRecording, address: string, texts: readonly string[]): string {
  const facts = { ...recording, frames: recording.frames.length };
  const sections = recording.frames.map((frame, index) => {
    const seam = `<p${frame.seam === 'gap' ? ' class="celah"' : ''}>${escape(seamWords(frame.seam, 'id'))}</p>`;
    return `<section><img src="${frameName(frame.number)}" alt="Bingkai ${frame.number}"><div><h2>Bingkai ${frame.number}</h2><p>${escape(frame.at)}, posisi gulir ${Math.round(frame.y)} px</p>${seam}<pre>${escape(texts[index] ?? '')}</pre></div></section>`;
  });
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'"><title>Rekaman gulir</title><style>${STYLE}</style></head><body><h1>Rekaman gulir</h1><p>${escape(address)}</p><p>${escape(recordingWords(facts, 'id'))}.</p>${sections.join('\n')}</body></html>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
