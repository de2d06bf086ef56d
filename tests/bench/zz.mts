import { run } from './report.bench.ts';
console.table(await run([500]));
