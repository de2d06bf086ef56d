/**
 * Types and lint of one folder with a tsconfig of its own, as a program: `node scripts/lib/check-folder.mjs electron/vault`.
 *
 * What tsc finds and what eslint asks for are the same types. Both in one process have them worked out once, which is a third
 * of the time of both.
 */
import { ESLint } from 'eslint';
import ts from 'typescript';
import { inRoot, root } from './paths.mjs';
import { typeScriptOf } from './typed-folders.mjs';

const [folder = '.'] = process.argv.slice(2);
const { program, faults } = checkTypes();
const { text, count } = await lint(program);
process.stdout.write([...faults, text].filter((part) => part !== '').join('\n'));
process.exitCode = faults.length + count === 0 ? 0 : 1;

/** All that `tsc -p` says of the folder. */
function checkTypes() {
  const stop = (fault) => {
    throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop };
  const configuration = ts.getParsedCommandLineOfConfigFile(inRoot(folder, 'tsconfig.json'), {}, host);
  if (configuration === undefined) throw new Error(`${folder} has no tsconfig.json`);
  const program = ts.createProgram({
    rootNames: configuration.fileNames,
    options: configuration.options,
    configFileParsingDiagnostics: configuration.errors,
  });
  const words = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  const faults = ts.getPreEmitDiagnostics(program).map((fault) => ts.formatDiagnostic(fault, words).trim());
  return { program, faults };
}

/** Lint of the folder's own files with those types. A file that they do not have is an error of the parser. */
async function lint(program) {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const results = await eslint.lintFiles([typeScriptOf(folder)]);
  const formatter = await eslint.loadFormatter('stylish');
  return {
    text: (await formatter.format(results)).trim(),
    count: results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0),
  };
}
