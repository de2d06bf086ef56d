/** `npm run check`: types, lint, format and layer rules. */
import { runChecks } from './lib/checks.mjs';
import { keepCompiled } from './lib/run.mjs';
import { prepareNode } from './lib/set-up.mjs';
import { stepPrinter } from './lib/step-printer.mjs';
import { countSteps, exitCodeOf, summaryLine } from './lib/test-summary.mjs';

await prepareNode();
keepCompiled();
const count = countSteps('check', await runChecks(stepPrinter('check')));
process.stdout.write(`${summaryLine(count)}\n`);
process.exitCode = exitCodeOf(count);
