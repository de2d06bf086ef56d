/**
 * How the program files are made. Main, vault, workers and preloads are CommonJS, which every Electron runs; the renderer is
 * built for Chromium and served from `app://`. The targets are those of the oldest runtime that must start it.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = process.cwd();
const nodeTarget = 'node18';
const chromeTarget = 'chrome114';

/** Of the named entries those whose file exists; a part that is not written yet does not stop the others' build. */
function existing(entries: Record<string, string>): Record<string, string> {
  const pairs = Object.entries(entries).map(([name, file]) => [name, path.join(root, file)] as const);
  return Object.fromEntries(pairs.filter(([, file]) => existsSync(file)));
}

/** `worker-<kind>` for each folder of electron/workers that has an entry file. */
function workerEntries(): Record<string, string> {
  const folders = readdirSync(path.join(root, 'electron/workers'), { withFileTypes: true });
  const kinds = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Object.fromEntries(kinds.map((kind) => [`worker-${kind}`, `electron/workers/${kind}/index.ts`]));
}

/** Pages of `app://` are same-origin with their files; a `crossorigin` attribute would turn each load into a CORS request. */
function withoutCrossorigin(): Plugin {
  return {
    name: 'netra:without-crossorigin',
    enforce: 'post',
    transformIndexHtml: (html) => html.replaceAll(/ crossorigin(?=[\s>])/g, ''),
  };
}

/** Shared chunks lie beside the entries, so that `__dirname` is `out/main` in all of them. */
const commonJs = {
  format: 'cjs',
  strict: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[name]-[hash].js',
} as const;

const mainEntries = existing({
  index: 'electron/main/index.ts',
  vault: 'electron/vault/index.ts',
  // A file of its own, so that packages can leave it out.
  'development-loopback-pages': 'electron/main/development/loopback-pages.ts',
  ...workerEntries(),
});
const preloadEntries = existing({
  'main-window': 'electron/preload/main-window.ts',
  'capture-toolbar': 'electron/preload/capture-toolbar.ts',
  'screen-region': 'electron/preload/screen-region.ts',
});
const pageEntries = existing({
  index: 'renderer/index.html',
  'capture-toolbar': 'renderer/capture-toolbar.html',
  'screen-region': 'renderer/screen-region.html',
});

const some = (entries: Record<string, string>): boolean => Object.keys(entries).length > 0;

export default defineConfig({
  ...(some(mainEntries) && {
    main: {
      build: {
        outDir: 'out/main',
        target: nodeTarget,
        minify: false,
        sourcemap: false,
        // Packages stay packages: the driver is native, and pdfkit reads its data files beside itself.
        // ES modules only, which the CommonJS of an older Node cannot require: they go into the bundle.
        externalizeDeps: {
          exclude: ['hucre', 'age-encryption'],
        },
        rolldownOptions: { input: mainEntries, output: commonJs },
      },
    },
  }),
  ...(some(preloadEntries) && {
    preload: {
      build: {
        outDir: 'out/preload',
        target: nodeTarget,
        minify: false,
        sourcemap: false,
        // A sandboxed preload can require nothing but `electron`: each is one whole file.
        externalizeDeps: false,
        isolatedEntries: true,
        rolldownOptions: { input: preloadEntries, output: { ...commonJs } },
      },
    },
  }),
  ...(some(pageEntries) && {
    renderer: {
      root: 'renderer',
      base: './',
      plugins: [react(), withoutCrossorigin()],
      build: {
        outDir: 'out/renderer',
        target: chromeTarget,
        minify: true,
        sourcemap: false,
        // Everything as files: the policy allows neither inline scripts nor data: fonts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: pageEntries },
      },
    },
  }),
});
