/** Every phase that the vault or a worker program reports has words in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jobPhaseWords } from '#shared/domain/text/job-phases.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'));
}

/** The first argument of every call, as it stands in the source. */
function reported(sources: readonly string[], call: RegExp): string[] {
  return sources.flatMap((text) => Array.from(text.matchAll(call), ([, phase = '']) => phase));
}

const found = [
  ...reported(sourcesOf('electron/vault'), /\bprogress\.report\(\s*([^,]+),/g),
  ...reported(sourcesOf('electron/workers'), /\b(?:worker|context)\.progress\(\s*([^,]+),/g),
];
/** What stands for a phase in a call without being its name: passed on, the mode of a roster's reading, a page's index. */
const HANDED_ON = new Set(['phase', 'job.mode', 'index + 1']);
const phases = new Set([
  ...found.filter((one) => !HANDED_ON.has(one)).map((one) => one.replaceAll("'", '')),
  'inspect',
  'read',
]);

test('the sources are read', () => {
  expect(phases.size).toBeGreaterThan(10);
  expect([...phases]).toContain('write');
});

test.each([...phases])('%s has words, and not its own', (phase) => {
  for (const language of ['id', 'en'] as const) {
    const words = jobPhaseWords(language, phase);
    expect(words).not.toBe(jobPhaseWords(language, 'no such phase'));
    expect(words).not.toBe(phase);
    expect(words).toMatch(/^\p{Lu}/u);
  }
});

test('an unknown phase is never shown raw, and a job that has not begun says nothing', () => {
  expect(jobPhaseWords('id', 'constructor')).toBe('Sedang dikerjakan');
  expect(jobPhaseWords('en', 'sheet-xml')).toBe('At work');
  expect(jobPhaseWords('id', '')).toBe('');
});
