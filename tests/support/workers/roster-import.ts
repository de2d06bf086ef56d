import { loadCompiled } from './compiled.ts';

await loadCompiled('roster-import');
