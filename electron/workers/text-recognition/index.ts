/** Reads the words in pictures, away from every key; see handle.ts. */
import { runWorker } from '../runtime.ts';
import { handleTextRecognition } from './handle.ts';

runWorker(handleTextRecognition);
