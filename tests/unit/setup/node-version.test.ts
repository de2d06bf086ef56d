import { describe, expect, it } from 'vitest';
import { isNodeSupported, nodeDecision, unsupportedNodeLine } from '../../../scripts/lib/node-version.mjs';

describe('which Node runs the project', () => {
  it.each([
    ['20.20.2', false],
    ['v22.17.9', false],
    ['22.18.0', true],
    ['v24.14.0', true],
    ['26.0.0', true],
  ])('%s is supported: %s', (version, supported) => {
    expect(isNodeSupported(version)).toBe(supported);
  });

  it('goes on under a supported Node and looks no further', () => {
    expect(nodeDecision('v24.14.0', false, false)).toBe('go-on');
  });

  it('switches to the Node of the packages once, and stops rather than switch for ever', () => {
    expect(nodeDecision('v20.20.2', true, false)).toBe('switch');
    expect(nodeDecision('v20.20.2', true, true)).toBe('stop');
    expect(nodeDecision('v20.20.2', false, false)).toBe('stop');
  });

  it('says what is there and what is needed in one line', () => {
    const line = unsupportedNodeLine('v20.20.2');
    expect(line).toContain('22.18');
    expect(line).toContain('20.20.2');
    expect(line).not.toContain('\n');
  });
});
