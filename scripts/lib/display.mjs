/** A place where windows can appear: the person's own, or a virtual one for the demo and the tests. */
import { spawn } from 'node:child_process';

/** Whether this machine shows windows to somebody. */
export function hasDisplay(platform = process.platform, environment = process.env) {
  if (platform !== 'linux') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** What `npm start` says where nobody could see the window. */
export const noDisplayLine = 'There is no display here to open a window on: `npm run demo` shows the same without one.';

/**
 * Starts Xvfb on a free number.
 *
 * @param {string} [size] of its screen, WIDTHxHEIGHT
 * @returns {Promise<{display: string, stop: () => void}>} `display` is a value for DISPLAY
 */
export function startVirtualDisplay(size = '1600x1000') {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    let answer = '';
    const stop = () => {
      process.off('exit', stop);
      server.kill();
    };
    process.on('exit', stop);
    server.on('error', (error) => reject(new Error(`Xvfb does not start: ${error.message}`)));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
    server.stdio[3].on('data', (piece) => {
      answer += piece.toString('utf8');
      if (!answer.includes('\n')) return;
      // From here on the server is the caller's; it must not keep a finished script alive.
      server.unref();
      server.stdio[3].unref?.();
      resolve({ display: `:${answer.trim()}`, stop });
    });
  });
}

/**
 * Sets DISPLAY for this process and what it starts, where there is none.
 *
 * @param {string} [size] of a virtual one, WIDTHxHEIGHT
 * @returns {Promise<() => void>} takes the virtual display away again
 */
export async function ensureDisplay(size) {
  if (hasDisplay()) return () => undefined;
  const { display, stop } = await startVirtualDisplay(size);
  process.env['DISPLAY'] = display;
  return () => {
    delete process.env['DISPLAY'];
    stop();
  };
}
