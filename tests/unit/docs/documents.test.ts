/** What README and docs point at is there: links, pictures, paths, error codes. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_SENTENCES } from '#shared/domain/text/error-sentences.ts';
import { rowCodesId } from '../../../renderer/i18n/words/row-codes.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PICTURES = path.join(ROOT, 'docs/panduan/gambar');
/** Said by the capture window's tool bar, which is not one of the vault's errors. */
const TOOL_BAR_CODES = ['PAGE_NOT_LOADED', 'PAGE_ANSWERED_LOCALLY', 'PAGE_CRASHED'];

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })].map((name) => ({
  name,
  text: readFileSync(path.join(ROOT, name), 'utf8'),
}));

/** Everything the pattern's first group matches. */
function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('README and docs', () => {
  it.each(pages)('$name links to files that are there', ({ name, text }) => {
    const links = all(text, /\]\(([^)#\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(path.join(ROOT, path.dirname(name), link)))).toEqual([]);
  });

  it.each(pages)('$name names paths of the repository that are there', ({ text }) => {
    const paths = all(text, /`((?:docs|electron|renderer|resources|scripts|shared|tests)\/[^`\s<>]+)`/g);
    expect(paths.filter((one) => globSync(one.replace(/\/$/, ''), { cwd: ROOT }).length === 0)).toEqual([]);
  });

  it('show every picture of the guide, and they stay small', () => {
    const guide = pages.map(({ text }) => text).join('\n');
    const pictures = readdirSync(PICTURES);
    expect(pictures.filter((name) => !guide.includes(`gambar/${name}`))).toEqual([]);
    expect(pictures.reduce((sum, name) => sum + statSync(path.join(PICTURES, name)).size, 0)).toBeLessThan(4_000_000);
  });

  it('explain error codes that exist', () => {
    const known = new Set([...Object.keys(ERROR_SENTENCES.id), ...Object.keys(rowCodesId), ...TOOL_BAR_CODES]);
    const codes = pages
      .filter(({ name }) => name.includes('panduan'))
      .flatMap(({ text }) => all(text, /`([A-Z0-9]+(?:_[A-Z0-9]+)*)`/g));
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});
