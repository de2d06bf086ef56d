/** `npm run build`: makes the program files in out/ again. */
import { stop } from './lib/say.mjs';
import { prepareNode } from './lib/set-up.mjs';

await prepareNode();
const { build } = await import('./lib/build.mjs');
await build().catch((error) => stop(error.message));
