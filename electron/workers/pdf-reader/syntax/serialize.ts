/** Writes PDF values as text, one character a byte. */
import { isDictionary, isReference, isString, type PdfString, type PdfValue } from './values.ts';

/** A value as PDF source (Latin-1). */
export function serializeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return serializeNumber(value);
  if (Array.isArray(value)) return `[${value.map(serializeValue).join(' ')}]`;
  if (isDictionary(value))
    return `<<${[...value].map(([key, item]) => `${serializeName(key)} ${serializeValue(item)}`).join('\n')}>>`;
  if (isReference(value)) return `${value.number} ${value.generation} R`;
  return isString(value) ? serializeString(value) : serializeName(value.name);
}

function serializeNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function serializeString({ bytes, hex }: PdfString): string {
  const binary = Buffer.from(bytes);
  if (hex) return `<${binary.toString('hex')}>`;
  return `(${binary
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')})`;
}

function serializeName(name: string): string {
  const escape = (character: string): string => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, escape)}`;
}
