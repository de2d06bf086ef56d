/** Runs TypeScript of this tree on Electron's own Node, bundled as the app is; for what must hold on its BoringSSL. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'vite';
import { z } from 'zod';
import { ensureDisplay } from '../../../scripts/lib/display.mjs';
import { ensureElectron } from '../../../scripts/lib/electron.mjs';
import { launchSettings } from '../../../scripts/lib/launch.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';

const run = promisify(execFile);
const patience = { timeout: 60_000, killSignal: 'SIGKILL' as const, maxBuffer: 16 * 1024 * 1024 };

const launchShape = z.object({ executable: z.string(), args: z.array(z.string()) });

/** A bundled program in a folder of its own. */
export interface BundledProgram {
  /** Runs it with ELECTRON_RUN_AS_NODE; answers its stdout. */
  runAsNode(args: readonly string[]): Promise<string>;
  /** Runs it inside a `utilityProcess` of a real app; answers its stdout. */
  runInUtilityProcess(args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Bundles a program into the ignored cache folder, from where it finds the installed packages. */
export async function bundleForElectron(entry: string): Promise<BundledProgram> {
  const cache = inRoot('.cache') as string;
  const folder = await mkdtemp(path.join(cache, 'electron-node-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRoot() as string,
    plugins: [sourceFolders()],
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'program.js' } },
    },
  });
  const settings = process.env['NETRA_LAUNCH'];
  const launch = launchShape.parse(settings ? JSON.parse(settings) : launchSettings(await ensureElectron()));
  const program = path.join(folder, 'program.js');
  return {
    runAsNode: async (args) => {
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
      const { stdout } = await run(launch.executable, [program, ...args], { ...patience, env });
      return stdout;
    },
    runInUtilityProcess: async (args) => {
      const removeDisplay = (await ensureDisplay()) as () => void;
      try {
        const answer = path.join(folder, 'answer.txt');
        await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'utility', main: 'host.js' }));
        await writeFile(path.join(folder, 'host.js'), hostSource(program, args, answer));
        const switches = launch.args.filter((argument) => argument.startsWith('--'));
        await run(launch.executable, [...switches, `--user-data-dir=${path.join(folder, 'data')}`, folder], patience);
        return await readFile(answer, 'utf8');
      } finally {
        removeDisplay();
      }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Source files that look for something beside themselves still find it from the bundle. */
function sourceFolders(): Plugin {
  return {
    name: 'netra:source-folders',
    transform: (code, id) =>
      code.includes('import.meta.dirname')
        ? code.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
        : null,
  };
}

function hostSource(program: string, args: readonly string[], answer: string): string {
  return `const { app, utilityProcess } = require('electron');
const { writeFileSync } = require('node:fs');
app.whenReady().then(() => {
  const child = utilityProcess.fork(${JSON.stringify(program)}, ${JSON.stringify(args)}, { stdio: 'pipe' });
  let text = '';
  const take = (piece) => { text += piece; };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  child.on('exit', (code) => {
    // The pipe may still hold the last of it when the process is gone.
    setImmediate(() => { writeFileSync(${JSON.stringify(answer)}, text); app.exit(code); });
  });
});
`;
}
