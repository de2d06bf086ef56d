import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { UsageError } from './command.ts';

/**
 * A file that an option names, as JSON of that shape. FILE_UNREADABLE where it cannot be read, INVALID_INPUT with the field that
 * does not fit; UsageError where it is no JSON.
 */
export function readJsonFile<Value>(file: string, shape: z.ZodType<Value>): Value {
  const name = path.basename(file);
  const parsed = shape.safeParse(contentOf(textOf(file, name), name));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('INVALID_INPUT', { field: field === '' ? name : `${name}: ${field}` });
}

function textOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
  }
}

function contentOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError({ id: `isi berkas ${name} bukan JSON yang sah`, en: `what ${name} holds is no valid JSON` });
  }
}
