/**
 * Who may import whom: the table of docs/architecture.md as rules. Types may cross where only values would do harm: a type
 * leaves nothing in the program file.
 */

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const values = { dependencyTypesNot: ['type-only'] };
const driver = '^node_modules/better-sqlite3';
const testFolders = '^tests/';

module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      'Two files that need each other are one file, or hide a third.',
      {},
      { circular: true, viaOnly: values },
    ),
    forbid('no-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'not-to-tests',
      'The app does not know its tests.',
      { pathNot: `${testFolders}|^scripts/` },
      { path: testFolders },
    ),
    forbid(
      'not-to-scripts',
      'Scripts prepare and start the app; nothing in it needs them.',
      { path: '^(electron|renderer|shared)/' },
      { path: '^scripts/' },
    ),
    forbid(
      'only-packages-that-ship',
      'What runs in the packaged app is a dependency, not a tool of development. Electron itself is the runtime.',
      { path: '^electron/(main|preload|vault|workers|cli)/' },
      { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/electron/', ...values },
    ),

    forbid(
      'domain-and-errors-stand-alone',
      'shared/domain and shared/errors are pure.',
      { path: '^shared/(domain|errors)/' },
      { pathNot: '^shared/(domain|errors)/' },
    ),
    forbid(
      'contract-on-domain',
      'shared/contract stands on domain, errors and zod.',
      { path: '^shared/contract/' },
      { pathNot: '^shared/(contract|domain|errors)/|^node_modules/zod/' },
    ),

    forbid(
      'documents-on-contract',
      'shared/documents stands on contract, domain, errors and zod.',
      { path: '^shared/documents/' },
      { pathNot: '^shared/|^node_modules/zod/' },
    ),

    forbid(
      'renderer-without-node',
      'A page has neither Node nor Electron.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'], ...values },
    ),
    forbid(
      'renderer-on-shared',
      'A page stands on shared and on UI packages.',
      { path: '^renderer/' },
      {
        path: '^(electron/|node_modules/electron/|electron$)|^node_modules/(better-sqlite3|pdfkit|@napi-rs|yauzl|saxes|node-forge|pkijs)',
      },
    ),
    forbid(
      'features-apart',
      'A screen does not reach into another; what both need is ui, bridge or shared.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'ui-knows-no-feature',
      'The design system, the bridge and the words know no screen.',
      { path: '^renderer/(ui|bridge|i18n)/' },
      { path: '^renderer/(features|app)/' },
    ),
    forbid(
      'features-below-app',
      'The shell knows the screens, not the other way.',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
    ),

    forbid(
      'preload-on-channel-list',
      'A preload is small: the plain channel list, types and Electron.',
      { path: '^electron/preload/' },
      { pathNot: '^electron/preload/|^shared/contract/channels\\.ts$|^node_modules/electron/', ...values },
    ),

    forbid(
      'main-on-shared',
      'Main holds no database handle and runs no vault code; it talks to the vault by messages.',
      { path: '^electron/main/' },
      { path: '^(electron/(vault|workers|cli|preload)|renderer)/', ...values },
    ),
    forbid(
      'capture-engine-apart',
      'The capture engine gets Electron from its adapter, so that scripted events can drive it.',
      { path: '^electron/main/capture/engine/' },
      {
        pathNot: '^electron/main/capture/engine/|^shared/|^(node:)?crypto$|^node_modules/zod/',
        ...values,
      },
    ),

    forbid(
      'vault-without-electron',
      'The vault is a plain Node program.',
      { path: '^electron/vault/' },
      { path: '^node_modules/electron/|^electron$|^(electron/(main|preload|workers|cli)|renderer)/', ...values },
    ),
    forbid(
      'driver-in-database-only',
      'Only vault/database knows the SQLite driver.',
      { path: '^(electron|renderer|shared)/', pathNot: '^electron/vault/database/' },
      { path: driver },
    ),
    forbid(
      'migrations-stand-alone',
      'A migration is frozen: it may not change because something it imports changed.',
      { path: '^electron/vault/database/migrations/\\d' },
      { path: '^(electron|shared|renderer)/', ...values },
    ),

    forbid(
      'workers-without-keys',
      'A worker has no key, no database and no Electron.',
      { path: '^electron/workers/' },
      { path: '^node_modules/electron/|^electron$|^(electron/(main|preload|vault|cli)|renderer)/', ...values },
    ),
    forbid(
      'worker-entries-start-alone',
      'The entry of a worker starts it; what two kinds share is in other files.',
      { path: '^electron/' },
      { path: '^electron/workers/[^/]+/index\\.ts$', ...values },
    ),
    forbid(
      'command-line-over-vault',
      'The command line drives the vault; it needs no window.',
      { path: '^electron/cli/' },
      { path: '^node_modules/electron/|^electron$|^(electron/(main|preload|workers)|renderer)/', ...values },
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^(out|dist|\\.cache|demo-output|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
