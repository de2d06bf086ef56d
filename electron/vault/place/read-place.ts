/** Gathers the facts about a folder's place from the running system. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode } from '../files/durable.ts';
import { decidePlace } from './place.ts';
import type { Place, PlaceFacts } from './place.ts';

/** Where a folder lies; one that does not exist yet is judged by the nearest folder above it that does. */
export function placeOf(directory: string): Place {
  return decidePlace(readPlaceFacts(directory));
}

/** VAULT_ON_NETWORK where a vault may not be written: locks and syncs do not hold there, and copies leave the machine. */
export function refuseUnsafePlace(place: Place): void {
  if (place === 'network' || place === 'synchronised') throw new AppError('VAULT_ON_NETWORK', { place });
}

function readPlaceFacts(directory: string): PlaceFacts {
  const resolved = path.resolve(directory);
  let existing = resolved;
  while (!existsSync(existing) && path.dirname(existing) !== existing) existing = path.dirname(existing);
  const real = existsSync(existing) ? realpathSync.native(existing) : existing;
  return {
    platform: process.platform,
    path: path.join(real, path.relative(existing, resolved)),
    mounts: process.platform === 'linux' ? readMounts() : [],
    syncedFolders: ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => process.env[name] ?? []),
    removableDevices: process.platform === 'linux' ? readRemovableDevices() : [],
  };
}

function readMounts(): PlaceFacts['mounts'] {
  return textOrEmpty('/proc/mounts')
    .split('\n')
    .map((line) => line.split(' '))
    .filter((fields) => fields.length >= 3)
    .map(([device = '', at = '', type = '']) => ({ device, at: unescapeMount(at), type }));
}

/** The kernel writes spaces and the like as octal. */
function unescapeMount(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_whole, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function readRemovableDevices(): string[] {
  const folder = '/sys/block';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((device) => textOrEmpty(path.join(folder, device, 'removable')).trim() === '1');
}

/** A fact that the system does not tell is no fact; it never refuses a vault. */
function textOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) !== '') return '';
    throw error;
  }
}
