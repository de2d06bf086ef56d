/** Every layer rule against an import that breaks it, and the imports that must stay allowed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../../..');

/** `[rule, file, what it imports]` */
const broken: readonly (readonly [string, string, string])[] = [
  ['no-unresolvable', 'shared/domain/a.ts', './nowhere.ts'],
  ['not-to-tests', 'electron/main/b.ts', '../../tests/support/helper.ts'],
  ['not-to-scripts', 'electron/vault/c.ts', '../../scripts/tool.ts'],
  ['only-packages-that-ship', 'electron/vault/d.ts', 'vitest'],
  ['domain-and-errors-stand-alone', 'shared/domain/e.ts', 'zod'],
  ['domain-and-errors-stand-alone', 'shared/errors/e.ts', '../contract/channels.ts'],
  ['contract-on-domain', 'shared/contract/f.ts', 'node:path'],
  ['contract-on-domain', 'shared/contract/f2.ts', '../../electron/main/index.ts'],
  ['documents-on-contract', 'shared/documents/f3.ts', 'node:fs'],
  ['documents-on-contract', 'shared/documents/f4.ts', '../../electron/main/index.ts'],
  ['renderer-without-node', 'renderer/app/g.ts', 'node:fs'],
  ['renderer-on-shared', 'renderer/app/h.ts', '../../electron/main/index.ts'],
  ['renderer-on-shared', 'renderer/app/h2.ts', 'electron'],
  ['features-apart', 'renderer/features/cases/i.ts', '../roster/screen.ts'],
  ['ui-knows-no-feature', 'renderer/ui/j.ts', '../features/roster/screen.ts'],
  ['features-below-app', 'renderer/features/roster/k.ts', '../../app/shell.ts'],
  ['preload-on-channel-list', 'electron/preload/l.ts', '../../shared/contract/cases.ts'],
  ['preload-on-channel-list', 'electron/preload/l2.ts', 'node:fs'],
  ['main-on-shared', 'electron/main/m.ts', '../vault/index.ts'],
  ['main-on-shared', 'electron/main/m2.ts', '../../renderer/app/shell.ts'],
  ['capture-engine-apart', 'electron/main/capture/engine/n.ts', 'electron'],
  ['capture-engine-apart', 'electron/main/capture/engine/n2.ts', 'node:fs'],
  ['vault-without-electron', 'electron/vault/o.ts', 'electron'],
  ['vault-without-electron', 'electron/vault/o2.ts', '../workers/runtime.ts'],
  ['driver-in-database-only', 'electron/vault/roster/p.ts', 'better-sqlite3'],
  ['driver-in-database-only', 'electron/main/p2.ts', 'better-sqlite3'],
  ['migrations-stand-alone', 'electron/vault/database/migrations/0001-begin.ts', '../../../../shared/domain/pure.ts'],
  ['workers-without-keys', 'electron/workers/report/q.ts', '../../vault/index.ts'],
  ['worker-entries-start-alone', 'electron/workers/report/r.ts', '../images/index.ts'],
  ['command-line-over-vault', 'electron/cli/s.ts', '../main/index.ts'],
];

/** `[file, what it imports]` */
const allowed: readonly (readonly [string, string])[] = [
  ['shared/contract/ok.ts', 'zod'],
  ['shared/contract/ok2.ts', '../domain/pure.ts'],
  ['renderer/features/cases/ok.ts', '../../ui/button.ts'],
  ['renderer/app/ok.ts', '../features/roster/screen.ts'],
  ['renderer/bridge/ok.ts', '#shared/contract/cases.ts'],
  ['electron/preload/ok.ts', '../../shared/contract/channels.ts'],
  ['electron/preload/ok2.ts', 'electron'],
  ['electron/main/ok.ts', 'node:fs'],
  ['electron/main/ok2.ts', 'electron'],
  ['electron/main/capture/engine/ok.ts', 'node:crypto'],
  ['electron/vault/ok.ts', 'node:crypto'],
  ['electron/vault/database/ok.ts', 'better-sqlite3'],
  ['electron/workers/report/ok.ts', '../runtime.ts'],
  ['electron/workers/report/ok2.ts', '../images/decode.ts'],
  ['electron/cli/ok.ts', '../vault/index.ts'],
  ['tests/unit/ok.ts', '../../electron/vault/index.ts'],
  ['scripts/ok.ts', '../tests/support/helper.ts'],
];

/** Files that the others import. */
const targets = [
  'shared/contract/cases.ts',
  'shared/contract/channels.ts',
  'shared/domain/pure.ts',
  'electron/main/index.ts',
  'electron/vault/index.ts',
  'electron/workers/runtime.ts',
  'electron/workers/images/index.ts',
  'electron/workers/images/decode.ts',
  'renderer/app/shell.ts',
  'renderer/ui/button.ts',
  'renderer/features/roster/screen.ts',
  'scripts/tool.ts',
  'tests/support/helper.ts',
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder = '';
let violations: readonly Violation[] = [];

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

function writePackage(name: string): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
  write(`node_modules/${name}/index.js`, 'module.exports = {};');
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-layers-'));
  write(
    'package.json',
    JSON.stringify({
      name: 'layers',
      imports: { '#shared/*': './shared/*' },
      dependencies: { zod: '1.0.0', 'better-sqlite3': '1.0.0' },
      devDependencies: { vitest: '1.0.0', electron: '1.0.0' },
    }),
  );
  write('tsconfig.json', '{}');
  for (const name of ['zod', 'better-sqlite3', 'vitest', 'electron']) writePackage(name);
  for (const file of targets) write(file, 'export const thing = 1;\n');
  for (const [, file, imported] of broken) write(file, `import * as x from '${imported}';\nexport const y = x;\n`);
  for (const [file, imported] of allowed) write(file, `import * as x from '${imported}';\nexport const y = x;\n`);
  write('shared/domain/circle-a.ts', "import { b } from './circle-b.ts';\nexport const a = () => b;\n");
  write('shared/domain/circle-b.ts', "import { a } from './circle-a.ts';\nexport const b = () => a;\n");
  write(
    'electron/main/types.ts',
    "import type { thing } from '../vault/index.ts';\nexport type Thing = typeof thing;\n",
  );
  const program = path.join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const configuration = path.join(repository, '.dependency-cruiser.cjs');
  const args = [program, 'electron', 'renderer', 'shared', 'tests', 'scripts', '--config', configuration, '-T', 'json'];
  const answer = execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  violations = (JSON.parse(answer.toString('utf8')) as { summary: { violations: Violation[] } }).summary.violations;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('layer rules', () => {
  it.each(broken)('%s: %s must not import %s', (rule, file) => {
    expect(violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect(violations.filter((violation) => violation.from === file)).toEqual([]);
  });

  it('sees a circle', () => {
    expect(violations.filter(({ rule }) => rule.name === 'no-circular')).not.toEqual([]);
  });

  it('lets a type cross from the vault to main', () => {
    expect(violations.filter(({ from }) => from === 'electron/main/types.ts')).toEqual([]);
  });

  it('has a broken import for each of its rules', async () => {
    const { default: configuration } = (await import('../../../.dependency-cruiser.cjs')) as {
      default: { forbidden: readonly { name: string }[] };
    };
    const tried = new Set(['no-circular', ...broken.map(([rule]) => rule)]);
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
