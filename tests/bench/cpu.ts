/** CPU time: what a figure of the clock hides on a machine that others use too. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own tick is. */
const MILLISECONDS_PER_TICK = 10;

/**
 * User and system time in milliseconds of a process and of those of its children that have ended; this process when no id
 * is given. Null where the system does not tell (only Linux does).
 */
export function cpuMilliseconds(pid: number | 'self' = 'self'): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name stands in brackets and may hold anything; utime, stime, cutime and cstime are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks * MILLISECONDS_PER_TICK;
}
