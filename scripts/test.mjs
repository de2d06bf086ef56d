/**
 * `npm test`: everything CI runs. `npm run test:long` (`--long`): the campaigns. Both end with the plain line
 * `N passed, N failed, N skipped` over all suites.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runChecks } from './lib/checks.mjs';
import { launchSettings, noSandboxLine } from './lib/launch.mjs';
import { inRoot } from './lib/paths.mjs';
import { keepCompiled, projectEnvironment, runInherited } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';
import { stepPrinter } from './lib/step-printer.mjs';
import { countReport, countSteps, exitCodeOf, summaryLine, total } from './lib/test-summary.mjs';

await prepareNode();
keepCompiled();
/** Campaigns by name: `npm run test:long -- legal-files`. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const counts = process.argv.includes('--long') ? await longRun() : await everydayRun();
print(counts);

async function everydayRun() {
  const setUp = await prepare();
  const suites = await runProjects('rules', ['unit', 'vault', 'contract', 'renderer', 'security'], setUp.env);
  // Windows wait for each other and for pages: two of them and the checks together keep two processors busy.
  const windows = setUp.env === null ? [] : runProjects('e2e', ['e2e'], setUp.env);
  const checks = countSteps('check', await runChecks(stepPrinter('check'), setUp.env === null ? 2 : 1));
  return [setUp.count, checks, ...suites, ...(await windows)];
}

async function longRun() {
  const setUp = await prepare();
  const campaigns = await runProjects('long', ['long'], setUp.env, wanted);
  return [setUp.count, ...campaigns];
}

/** Set-up is a step like the others: what it cannot bring is a failure that names itself, and the rest still runs. */
async function prepare() {
  const { canInstallSystemPackages, ensureSystemLibraries, nameOf } = await import('./lib/system-libraries.mjs');
  const missing = await ensureSystemLibraries('tests');
  const steps = canInstallSystemPackages()
    ? missing.map((one) => ({ name: `${nameOf(one)} is missing`, ok: false }))
    : [];
  try {
    const settings = launchSettings(await prepareWindow('tests'));
    if (settings.args.includes('--no-sandbox')) say(noSandboxLine);
    const env = projectEnvironment({ ...settings.env, NETRA_LAUNCH: JSON.stringify(settings) });
    return { count: countSteps('set-up', [...steps, { name: 'Electron and build', ok: true }]), env };
  } catch (error) {
    say(error.message);
    return { count: countSteps('set-up', [...steps, { name: 'Electron and build', ok: false }]), env: null };
  }
}

async function runProjects(name, suites, env, files = []) {
  const args = [...suites.flatMap((suite) => ['--project', suite]), ...files];
  const reportFile = inRoot('test-results', `${name}.json`);
  rmSync(reportFile, { force: true });
  const code = await runInherited(
    process.execPath,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    { env: { ...(env ?? projectEnvironment()), VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } },
  );
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
  return countReport(report, code, suites);
}

function print(all) {
  const sum = total(all);
  const lines = [
    '',
    ...sum.skippedNames.map((name) => `skipped ${name}`),
    ...sum.failedNames.map((name) => `FAILED  ${name}`),
    ...all.map((count) => `${count.suite.padEnd(9)} ${summaryLine(count)}`),
    summaryLine(sum),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCodeOf(sum);
}
