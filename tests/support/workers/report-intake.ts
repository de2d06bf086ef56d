import { loadCompiled } from './compiled.ts';

await loadCompiled('report-intake');
