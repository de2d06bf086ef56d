/** The arithmetic of `npm test`: what ran, counted so that nothing can fail without being seen. */

/**
 * @typedef {object} Count
 * @property {string} suite
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failedNames
 * @property {string[]} skippedNames
 */

/** @returns {Count} */
export function emptyCount(suite) {
  return { suite, passed: 0, failed: 0, skipped: 0, failedNames: [], skippedNames: [] };
}

/**
 * Counts a report of vitest's JSON reporter, one count for each of `suites`.
 *
 * A file that failed before or beside its tests counts as one failure; so does a suite without any test, a run that ended
 * badly though every test passed, and a run that left no report.
 *
 * @param {object | null} report the parsed report; null when there is none
 * @param {number} exitCode vitest's own
 * @param {string[]} suites names of the folders under tests/ that were asked for
 * @returns {Count[]}
 */
export function countReport(report, exitCode, suites) {
  const counts = new Map(suites.map((suite) => [suite, emptyCount(suite)]));
  for (const file of report?.testResults ?? []) {
    const suite = suiteOf(file.name);
    if (!counts.has(suite)) counts.set(suite, emptyCount(suite));
    countFile(counts.get(suite), file);
  }
  for (const count of counts.values()) {
    if (count.passed + count.failed + count.skipped === 0) fail(count, `${count.suite}: no test ran`);
  }
  const all = [...counts.values()];
  if (exitCode !== 0 && all.every((count) => count.failed === 0)) fail(all[0], `vitest ended with ${exitCode}`);
  return all;
}

/** One more count for a step that has no tests of its own: it passes or fails as a whole. */
export function countSteps(suite, steps) {
  const count = emptyCount(suite);
  for (const { name, ok } of steps) {
    if (ok) count.passed += 1;
    else fail(count, `${suite}: ${name}`);
  }
  return count;
}

/** The sum of all counts. */
export function total(counts) {
  const sum = emptyCount('all');
  for (const count of counts) {
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.skipped += count.skipped;
    sum.failedNames.push(...count.failedNames);
    sum.skippedNames.push(...count.skippedNames);
  }
  return sum;
}

/** The line that ends a run. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Good only when something ran and nothing failed. */
export function exitCodeOf({ passed, failed }) {
  return failed === 0 && passed > 0 ? 0 : 1;
}

function countFile(count, file) {
  const before = count.failed;
  for (const { status, fullName } of file.assertionResults) {
    if (status === 'passed') count.passed += 1;
    else if (status === 'failed') fail(count, `${count.suite}: ${fullName}`);
    else {
      count.skipped += 1;
      count.skippedNames.push(`${count.suite}: ${fullName}`);
    }
  }
  if (file.status === 'failed' && count.failed === before) fail(count, `${count.suite}: ${file.name} as a whole`);
}

function fail(count, name) {
  count.failed += 1;
  count.failedNames.push(name);
}

function suiteOf(file) {
  return /tests[\\/]([^\\/]+)[\\/]/.exec(file)?.[1] ?? 'other';
}
