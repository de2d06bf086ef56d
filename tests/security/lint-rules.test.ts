/** The lint rules that keep security promises: each against a line that breaks it and the line that must stay allowed. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const inMain = 'electron/main/index.ts';
const inIpc = 'electron/main/ipc/router.ts';
const inRenderer = 'renderer/main.tsx';

let linter: ESLint;
beforeAll(() => {
  linter = new ESLint({ cwd: repository });
});

/** Names of the rules that a text breaks, were it the content of that file. */
async function brokenRules(file: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath: path.join(repository, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? 'none');
}

const preference = (line: string): string => `export const preferences = { ${line} };\n`;

/** `[what, file, text, rule]` */
const refused: readonly (readonly [string, string, string, string])[] = [
  ['web security off', inMain, preference('webSecurity: false'), 'no-restricted-syntax'],
  ['context isolation by a variable', inMain, preference('contextIsolation: Date.now() > 1'), 'no-restricted-syntax'],
  ['the sandbox off', inMain, preference('sandbox: false'), 'no-restricted-syntax'],
  ['Node in a page', inMain, preference('nodeIntegration: true'), 'no-restricted-syntax'],
  ['Node in frames', inMain, preference('nodeIntegrationInSubFrames: true'), 'no-restricted-syntax'],
  ['insecure content', inMain, preference('allowRunningInsecureContent: true'), 'no-restricted-syntax'],
  ['experimental features', inMain, preference('experimentalFeatures: true'), 'no-restricted-syntax'],
  ['Blink features', inMain, preference("enableBlinkFeatures: 'x'"), 'no-restricted-syntax'],
  ['the webview tag', inMain, preference('webviewTag: true'), 'no-restricted-syntax'],
  ['a <webview>', inRenderer, 'export const view = <webview />;\n', 'no-restricted-syntax'],
  ['HTML from a string', inRenderer, "document.body.innerHTML = 'x';\n", 'no-restricted-syntax'],
  [
    'HTML by React',
    inRenderer,
    "export const p = <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
    'no-restricted-syntax',
  ],
  [
    'ipcMain outside ipc',
    inMain,
    "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();\n",
    'no-restricted-imports',
  ],
  [
    'ipcMain by its namespace',
    inMain,
    "import * as e from 'electron';\ne.ipcMain.removeAllListeners();\n",
    'no-restricted-syntax',
  ],
  ['the console', inMain, "console.log('x');\n", 'no-console'],
  ['a floating promise', inMain, 'Promise.resolve();\n', '@typescript-eslint/no-floating-promises'],
  ['any', inMain, 'export const x = (value: any) => typeof value;\n', '@typescript-eslint/no-explicit-any'],
  [
    'a suppression without a reason',
    inMain,
    '// eslint-disable-next-line eqeqeq\nexport const x = 1;\n',
    'netra/reasoned-disable',
  ],
];

const accepted: readonly (readonly [string, string, string])[] = [
  [
    'safe preferences',
    inMain,
    preference('webSecurity: true, sandbox: true, contextIsolation: true, nodeIntegration: false'),
  ],
  ['text as text', inRenderer, "document.title = 'x';\n"],
  ['ipcMain in ipc', inIpc, "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();\n"],
];

describe('lint', () => {
  it.each(refused)('refuses %s', async (_what, file, text, rule) => {
    expect(await brokenRules(file, text)).toContain(rule);
  });

  it.each(accepted)('accepts %s', async (_what, file, text) => {
    expect(await brokenRules(file, text)).toEqual([]);
  });
});
