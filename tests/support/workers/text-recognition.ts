import { loadCompiled } from './compiled.ts';

await loadCompiled('text-recognition');
