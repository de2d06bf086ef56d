/** In a process that runs end-to-end tests: the display of its own, where the set-up made virtual ones. */
import process from 'node:process';

/** Name of the variable that tells the displays that were made, one for each process. */
export const DISPLAYS = 'NETRA_TEST_DISPLAYS';

const displays = process.env[DISPLAYS]?.split(' ');
if (displays !== undefined) {
  const own = displays[Number(process.env['VITEST_POOL_ID']) - 1];
  if (own === undefined) throw new Error(`there are ${displays.length} displays, and none for this process`);
  process.env['DISPLAY'] = own;
}
