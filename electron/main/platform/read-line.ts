/** One line from a stream, for a secret that must be in no argument and no file. */

/** Longest line that is taken, in characters. */
const MAXIMUM = 4_096;

/** The text before the first line feed, or all of it when the stream ends without one. Rejects when it is too long. */
export async function readLine(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of stream) {
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    if (text.includes('\n')) break;
    if (text.length > MAXIMUM) throw new Error('the line is too long');
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/, '');
}
