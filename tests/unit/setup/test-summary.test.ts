import { describe, expect, it } from 'vitest';
import { countReport, countSteps, exitCodeOf, summaryLine, total } from '../../../scripts/lib/test-summary.mjs';

const test = (status: string, fullName = 'a test') => ({ status, fullName });
const file = (name: string, assertionResults: object[], status = 'passed') => ({ name, status, assertionResults });

describe('the sum of npm test', () => {
  it('counts each suite by its folder and names what was skipped', () => {
    const report = {
      testResults: [
        file('/somewhere/tests/unit/a.test.ts', [test('passed'), test('passed'), test('pending', 'needs qpdf')]),
        file('C:\\somewhere\\tests\\vault\\b.test.ts', [test('passed'), test('todo', 'later')]),
      ],
    };
    const [unit, vault] = countReport(report, 0, ['unit', 'vault']);
    expect(unit).toMatchObject({ suite: 'unit', passed: 2, failed: 0, skipped: 1, skippedNames: ['unit: needs qpdf'] });
    expect(vault).toMatchObject({ suite: 'vault', passed: 1, failed: 0, skipped: 1 });
    expect(summaryLine(total([unit, vault]))).toBe('3 passed, 0 failed, 2 skipped');
    expect(exitCodeOf(total([unit, vault]))).toBe(0);
  });

  it('counts a failed test once', () => {
    const report = {
      testResults: [file('/x/tests/unit/a.test.ts', [test('failed', 'it breaks'), test('passed')], 'failed')],
    };
    const counts = countReport(report, 1, ['unit']);
    expect(counts[0]).toMatchObject({ passed: 1, failed: 1, failedNames: ['unit: it breaks'] });
    expect(exitCodeOf(total(counts))).toBe(1);
  });

  it('counts a file that failed before its tests', () => {
    const counts = countReport({ testResults: [file('/x/tests/unit/a.test.ts', [], 'failed')] }, 1, ['unit']);
    expect(total(counts)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts an asked suite in which no test ran', () => {
    const counts = countReport({ testResults: [file('/x/tests/unit/a.test.ts', [test('passed')])] }, 0, [
      'unit',
      'e2e',
    ]);
    expect(total(counts)).toMatchObject({ passed: 1, failed: 1, failedNames: ['e2e: no test ran'] });
  });

  it('counts a run that ended badly though every test passed', () => {
    const counts = countReport({ testResults: [file('/x/tests/unit/a.test.ts', [test('passed')])] }, 1, ['unit']);
    expect(total(counts)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run that left no report', () => {
    expect(total(countReport(null, 139, ['unit', 'vault'])).failed).toBeGreaterThan(0);
  });

  it('counts a step as one', () => {
    const count = countSteps('check', [
      { name: 'lint', ok: true },
      { name: 'format', ok: false },
    ]);
    expect(count).toMatchObject({ passed: 1, failed: 1, failedNames: ['check: format'] });
  });

  it('is not good when nothing ran', () => {
    expect(exitCodeOf(total([]))).toBe(1);
  });
});
