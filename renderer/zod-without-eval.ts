/** First of all imports: zod compiles its parsers with `new Function`, which the page's policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
