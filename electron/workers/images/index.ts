/** Decodes, shrinks and joins pictures away from every key; see handle.ts. */
import { runWorker } from '../runtime.ts';
import { handleImageJob } from './handle.ts';

runWorker(handleImageJob);
