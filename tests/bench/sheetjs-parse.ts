/** The baseline of the roster benchmark: SheetJS parses a file and tells its parent how long that took (ms). */
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const bytes = readFileSync(process.argv[2] ?? '');
const startedAt = performance.now();
read(bytes, { dense: true });
process.send?.(performance.now() - startedAt);
