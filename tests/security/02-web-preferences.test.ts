/** Checklist 2, 3, 4, 6, 8, 9, 10, 11: the preferences of every window, frozen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bridgedPreferences, PAGE_PREFERENCES } from '../../electron/main/security/web-preferences.ts';

const preferences = bridgedPreferences({ preload: '/p.js', session: 'ui', developerTools: false });

describe('web preferences', () => {
  it('say every safe value out loud', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('turn no Blink feature on or off', () => {
    expect(Object.keys(preferences)).not.toContain('enableBlinkFeatures');
    expect(Object.keys(preferences)).not.toContain('disableBlinkFeatures');
  });

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(PAGE_PREFERENCES, { sandbox: false })).toThrow(TypeError);
    expect(() => Object.assign(preferences, { nodeIntegration: true })).toThrow(TypeError);
  });

  it('are the only way windows are made in main', () => {
    const folder = path.join(process.cwd(), 'electron/main');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    const makers = files.filter((name) => /new (electron\.)?BrowserWindow\(/.test(text(name)));
    expect(makers.length).toBeGreaterThan(0);
    for (const name of makers) expect(text(name), name).toMatch(/bridgedPreferences|PAGE_PREFERENCES/);
    // Nobody writes preferences down on the spot: they come from the frozen set.
    for (const name of files) expect(text(name), name).not.toMatch(/webPreferences\s*:\s*\{(?!\s*\.\.\.)/);
  });
});
