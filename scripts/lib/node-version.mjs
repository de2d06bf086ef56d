/**
 * Which Node runs us. The SQLite driver needs Node-API 10 and does not fail politely without it: on Node 20 it segfaults.
 * So a script looks at the version first and either goes on under the project's own Node or stops with one line.
 */
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runInherited } from './run.mjs';
import { stop } from './say.mjs';

/** The oldest Node that runs TypeScript files directly and loads the SQLite driver. */
export const oldestNode = [22, 18];

/** Whether a version such as `20.20.2` or `v24.14.0` can run this project. */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The line a person gets when no usable Node is there. */
export function unsupportedNodeLine(version) {
  return `Netra needs Node ${oldestNode.join('.')} or newer, this is ${version.replace(/^v/, '')}: install Node 24 and run this again.`;
}

/** What to do about the running Node: `go-on`, `switch` to the project's own, or `stop`. */
export function nodeDecision(version, projectNodeExists, alreadySwitched) {
  if (isNodeSupported(version)) return 'go-on';
  return projectNodeExists && !alreadySwitched ? 'switch' : 'stop';
}

/** The Node 24 that came with the packages, or null where the platform has none in the registry. */
export function projectNode() {
  const file = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}

/** Returns under a Node that can run the project; under an older one the script is run again by the project's own Node. */
export async function ensureSupportedNode() {
  const own = projectNode();
  const decision = nodeDecision(process.version, own !== null, process.env['NETRA_NODE_SWITCHED'] === '1');
  if (decision === 'go-on') return;
  if (decision === 'stop' || own === null) stop(unsupportedNodeLine(process.version));
  process.env['NETRA_NODE_SWITCHED'] = '1';
  process.exit(await runInherited(own, process.argv.slice(1), { cwd: process.cwd() }));
}
