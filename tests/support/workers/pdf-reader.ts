import { loadCompiled } from './compiled.ts';

await loadCompiled('pdf-reader');
