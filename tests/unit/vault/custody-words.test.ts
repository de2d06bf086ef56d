import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CUSTODY_ACTIONS, custodyWords } from '../../../shared/domain/custody/action-words.ts';
import { KEY_ACTIONS } from '../../../shared/domain/custody/chain.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Every action that the vault's code writes, as it stands there. */
function actionsInCode(): string[] {
  const sources = globSync('electron/vault/**/*.ts', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const written = sources.flatMap((source) =>
    [...source.matchAll(/\baction: '([a-z]+\.[A-Za-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
  const conditional = sources.flatMap((source) =>
    [...source.matchAll(/\baction: [^,;\n]*\? '([a-z]+\.[a-z-]+)' : '([a-z]+\.[a-z-]+)'/g)].flatMap((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
  return [...new Set([...written, ...conditional, ...Object.values(KEY_ACTIONS)])];
}

it('has words in both languages for every action that is written', () => {
  const actions = actionsInCode();
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => CUSTODY_ACTIONS[action] === undefined)).toEqual([]);
});

it('writes every action in one style', () => {
  expect(actionsInCode().filter((action) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(action))).toEqual([]);
});

it('shows an action of a newer app as it is stored', () => {
  expect(custodyWords('feature.unheard-of', 'id')).toBe('feature.unheard-of');
});
