/**
 * Draws resources/icons/icon.png (1024 px, from which electron-builder makes each platform's own form) from seal.svg with the
 * project's Electron. Run by hand when the drawing changes: `node scripts/make-icons.mjs`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDisplay } from './lib/display.mjs';
import { inRoot } from './lib/paths.mjs';
import { prepareNode } from './lib/set-up.mjs';

const side = 1024;

await prepareNode();
const { ensureElectron } = await import('./lib/electron.mjs');
const { launchSettings } = await import('./lib/launch.mjs');
const { _electron } = await import('playwright-core');
const runtime = await ensureElectron();
const removeDisplay = await ensureDisplay();
const folder = mkdtempSync(path.join(tmpdir(), 'netra-icon-'));
writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'icon', main: 'main.js' }));
writeFileSync(
  path.join(folder, 'main.js'),
  `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: ${side}, height: ${side}, transparent: true, frame: false }).loadURL('about:blank'));`,
);
const flags = launchSettings(runtime).args.filter((argument) => argument.startsWith('--'));
const app = await _electron.launch({ executablePath: runtime.executable, args: [...flags, folder], env: process.env });
try {
  const page = await app.firstWindow();
  await page.setViewportSize({ width: side, height: side });
  const drawing = readFileSync(inRoot('resources', 'icons', 'seal.svg'), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{width:${side}px;height:${side}px;display:block}</style>${drawing}`);
  await page.screenshot({ path: inRoot('resources', 'icons', 'icon.png'), omitBackground: true });
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  removeDisplay();
}
