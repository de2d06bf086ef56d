/** Which hosts a signature may ask: those that the settings name, by http or https, never into the office's network. */
import { type AddressPlace, placeOfAddress } from '#shared/domain/capture/ip-address.ts';

export interface OutsideReach {
  /** Hosts as the settings name them, with a port where one is named. */
  readonly hosts: readonly string[];
  /** Development and tests: this machine itself; packages are made without it. */
  readonly allowLoopback: boolean;
}

export const NO_REACH: OutsideReach = { hosts: [], allowLoopback: false };

/** The address when it may be asked at all. */
export function allowedAddress(address: string, { hosts }: OutsideReach): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  const named = hosts.some((host) => [url.host, url.hostname].includes(host.trim().toLowerCase()));
  return named ? url : null;
}

/** Whether a connection to this IP address may be made. */
export function allowedPlace(ip: string, { allowLoopback }: OutsideReach): boolean {
  const place: AddressPlace | null = placeOfAddress(ip);
  return place === 'public' || (place === 'loopback' && allowLoopback);
}

/** Hosts that the settings name: that of the time stamp address, and those of revocation data. */
export function hostsOf(services: {
  readonly timestampAddress: string;
  readonly revocationHosts: readonly string[];
}): string[] {
  const own = URL.canParse(services.timestampAddress) ? [new URL(services.timestampAddress).host] : [];
  return [...own, ...services.revocationHosts].filter((host) => host.trim() !== '');
}
