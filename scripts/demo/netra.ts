/** Runs the `netra` command line as a person would, and reads its one JSON document. */
import { execFile } from 'node:child_process';
import path from 'node:path';

export type Answer = Readonly<Record<string, unknown>>;
export type Netra = (words: readonly string[]) => Promise<Answer>;

const program = path.resolve(import.meta.dirname, '../netra.mjs');

/** The answer of a command that must succeed; its profile lies in `folder`, not in the person's own. */
export async function netra(words: readonly string[], folder: string): Promise<Answer> {
  const { code, answer, prose } = await run(words, folder);
  if (code !== 0)
    throw new Error(
      `netra ${words.slice(0, 2).join(' ')} ended with ${code}: ${JSON.stringify(answer['error'] ?? answer)} ${prose.trim()}`,
    );
  return answer;
}

/** The answer of a command that must refuse or give a negative verdict (exit code 1). */
export async function netraRefuses(words: readonly string[], folder: string): Promise<Answer> {
  const { code, answer } = await run(words, folder);
  if (code !== 1) throw new Error(`netra ${words.slice(0, 2).join(' ')} ended with ${code} where 1 was due`);
  return answer;
}

function run(words: readonly string[], folder: string): Promise<{ code: number; answer: Answer; prose: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CONFIG_HOME: path.join(folder, 'config'), APPDATA: path.join(folder, 'config') };
    execFile(
      process.execPath,
      [program, ...words, '--json'],
      { env, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 2;
        try {
          resolve({ code, answer: JSON.parse(stdout) as Answer, prose: stderr });
        } catch {
          reject(new Error(`netra ${words.slice(0, 2).join(' ')} gave no JSON (exit ${code}): ${stderr.trim()}`));
        }
      },
    );
  });
}
