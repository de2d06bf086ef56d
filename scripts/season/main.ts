/** `npm run season -- FOLDER`: the sample vault of a whole campaign season, through the vault's own use cases. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtWorkers } from './built-workers.ts';
import { makeSeason, SEASON_PASSPHRASE } from './make-season.ts';
import { seasonFacts } from './season-facts.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function main(words: readonly string[]): Promise<void> {
  const value = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const directory = path.resolve(words.find((word) => !word.startsWith('--')) ?? path.join(root, 'demo-output/musim'));
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new Error(`${directory} is not empty`);
  const start = performance.now();
  const profileDirectory = mkdtempSync(path.join(tmpdir(), 'netra-season-profile-'));
  try {
    const lastDay = value('ends');
    const { service } = await makeSeason({
      directory,
      profileDirectory,
      workers: builtWorkers(),
      scale: Number(value('scale') ?? 1),
      ...(lastDay !== undefined && { lastDay }),
    });
    for (const [what, count] of Object.entries(seasonFacts(service.context().database)))
      process.stdout.write(`${String(count).padStart(6)}  ${what}\n`);
    await service.lock('quit');
  } finally {
    rmSync(profileDirectory, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  process.stdout.write(`\n${seconds} s\nBrankas:    ${directory}\nKata sandi: ${SEASON_PASSPHRASE}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
