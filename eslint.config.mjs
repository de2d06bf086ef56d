/**
 * Lint with types. Besides the usual rules it keeps what the architecture promises and a compiler cannot see: no weakened web
 * preferences, no HTML from strings, IPC in one folder. Imports between folders are dependency-cruiser's matter.
 */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { reasonedDisable } from './scripts/lib/eslint-reasoned-disable.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];

/** Things no file of the app may say; each with what to do instead. */
const forbiddenSyntax = [
  {
    selector: 'Property[key.name=/^(webSecurity|contextIsolation)$/]:not([value.value=true])',
    message: 'webSecurity and contextIsolation stay on in every window.',
  },
  { selector: "Property[key.name='sandbox'][value.value=false]", message: 'The sandbox stays on in every window.' },
  {
    selector:
      'Property[key.name=/^(nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|allowRunningInsecureContent|experimentalFeatures|webviewTag)$/]:not([value.value=false])',
    message: 'This web preference stays off in every window.',
  },
  {
    selector: 'Property[key.name=/^(enableBlinkFeatures|disableBlinkFeatures)$/]',
    message: 'Blink features stay as Chromium ships them.',
  },
  {
    selector: "JSXOpeningElement[name.name='webview'], CallExpression > Literal[value='webview']",
    message: '<webview> is not used: the page of the capture window is a view of its own.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    message: 'Text is set as text; HTML is never made from strings.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
    message: 'Text is set as text; HTML is never made from strings.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^(\\.|#)/]:not([source.value=/\\.(ts|tsx|mjs|css|json|svg|png)(\\?\\w+)?$/])',
    message: 'Node runs these files as they are: write the file extension of the import.',
  },
];

const importExtension = forbiddenSyntax.at(-1);

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Exports have names, so that a thing is called the same everywhere.',
};

const noIpcMain = {
  selector: "MemberExpression[property.name='ipcMain']",
  message: 'ipcMain belongs to electron/main/ipc: every message passes its checks.',
};

const ipcImport = {
  paths: [{ name: 'electron', importNames: ['ipcMain'], message: noIpcMain.message }],
};

const scriptGlobals = Object.fromEntries(
  [
    'process',
    'Buffer',
    'URL',
    'AbortSignal',
    'AbortController',
    'fetch',
    'setTimeout',
    'clearTimeout',
    'structuredClone',
  ]
    .concat(['module', 'require', 'setImmediate', 'performance'])
    .map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'out/**',
      'dist/**',
      '.cache/**',
      'demo-output/**',
      'bench-output/**',
      'coverage/**',
      'test-results/**',
      'tests/fixtures/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { netra: { rules: { 'reasoned-disable': reasonedDisable } } },
    rules: {
      'netra/reasoned-disable': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax, noDefaultExport, noIpcMain],
      'no-restricted-imports': ['error', ipcImport],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A package without types of its own gets them from a file beside its user, in every program that compiles that user.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always', types: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Spreading a text into code points is what it is done for here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What is handed around here are closures in objects, without `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Whether an arrow hands on the nothing that it got is a matter of reading only.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Two Electrons are bridged here, and what the newer one calls deprecated is what the older one has.
      '@typescript-eslint/no-deprecated': 'off',
      // `async` also turns a throw into a rejection, which interfaces here rely on.
      '@typescript-eslint/require-await': 'off',
      // A type parameter used once is how a caller names what it gets back from a parsed message.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['electron/main/ipc/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...forbiddenSyntax, noDefaultExport],
      'no-restricted-imports': 'off',
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    // The two rules of hooks; the plugin's others are for the React compiler, which is not used.
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax] },
  },
  {
    // Tests look at answers of other programs and at parsed JSON; that they assert on them is the check.
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      // They also hand forbidden settings to the guards that must refuse them.
      'no-restricted-syntax': ['error', importExtension, noDefaultExport],
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: scriptGlobals },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-eval': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
);
