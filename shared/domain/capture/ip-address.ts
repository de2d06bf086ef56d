/**
 * IP addresses as text, in every form a browser accepts for a host, and what kind of place they name.
 * No name is looked up here: names are resolved by the caller, and their addresses judged.
 */

/** What an address leads to; only `loopback` and `public` are ever reached without a setting. */
export type AddressPlace = 'loopback' | 'unspecified' | 'private' | 'link-local' | 'reserved' | 'multicast' | 'public';

/** An address as its bytes: 4 or 16 of them. An IPv6 form that carries an IPv4 address is given as those 4 bytes. */
export type IpBytes = readonly number[];

/** IPv4 ranges by their prefix in bits, most special first; what is in none of them is public. */
const V4_PLACES: readonly (readonly [IpBytes, number, AddressPlace])[] = [
  [[0, 0, 0, 0], 8, 'unspecified'],
  [[127, 0, 0, 0], 8, 'loopback'],
  [[10, 0, 0, 0], 8, 'private'],
  [[172, 16, 0, 0], 12, 'private'],
  [[192, 168, 0, 0], 16, 'private'],
  // Shared by a provider and its customers: the office's own router is often found here.
  [[100, 64, 0, 0], 10, 'private'],
  [[169, 254, 0, 0], 16, 'link-local'],
  [[192, 0, 0, 0], 24, 'reserved'],
  [[192, 0, 2, 0], 24, 'reserved'],
  [[192, 88, 99, 0], 24, 'reserved'],
  [[198, 18, 0, 0], 15, 'reserved'],
  [[198, 51, 100, 0], 24, 'reserved'],
  [[203, 0, 113, 0], 24, 'reserved'],
  [[224, 0, 0, 0], 4, 'multicast'],
  [[240, 0, 0, 0], 4, 'reserved'],
];

/** IPv6 ranges by their first bytes. */
const V6_PLACES: readonly (readonly [IpBytes, number, AddressPlace])[] = [
  [[0xfc], 7, 'private'],
  [[0xfe, 0x80], 10, 'link-local'],
  [[0xfe, 0xc0], 10, 'private'],
  [[0xff], 8, 'multicast'],
  [[0x20, 0x01, 0x0d, 0xb8], 32, 'reserved'],
  // Tunnels and identifiers (2001::/23), behind which any IPv4 address may lie, and documentation.
  [[0x20, 0x01, 0x00], 23, 'reserved'],
  [[0x3f, 0xff, 0x00], 20, 'reserved'],
  [[0x20, 0x00], 3, 'public'],
];

/** IPv6 prefixes behind which an IPv4 address hides, with the byte at which it starts. */
const V4_CARRIERS: readonly (readonly [IpBytes, number])[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 12],
  [[0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0], 12],
  [[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 12],
  [[0x20, 0x02], 2],
];

/**
 * The ranges as a table for a program that knows CIDR alone: the first row that holds an address says what it leads to, and
 * every address is in one. The same places as placeOfAddress gives, IPv4 addresses inside IPv6 ones included.
 */
export function addressRanges(): readonly { readonly range: string; readonly place: AddressPlace }[] {
  const v4: readonly (readonly [IpBytes, number, AddressPlace])[] = [...V4_PLACES, [[], 0, 'public']];
  const carried = V4_CARRIERS.flatMap(([prefix, at]) =>
    v4.map(([bytes, bits, place]) => ({ range: cidr([...prefix.slice(0, at), ...bytes], at * 8 + bits, 16), place })),
  );
  return [
    ...v4.map(([bytes, bits, place]) => ({ range: cidr(bytes, bits, 4), place })),
    ...carried,
    { range: cidr([], 128, 16), place: 'unspecified' },
    { range: cidr([...new Array<number>(15).fill(0), 1], 128, 16), place: 'loopback' },
    ...V6_PLACES.map(([bytes, bits, place]) => ({ range: cidr(bytes, bits, 16), place })),
    { range: cidr([], 0, 16), place: 'reserved' },
  ];
}

function cidr(head: IpBytes, bits: number, length: 4 | 16): string {
  const bytes = [...head, ...new Array<number>(length - head.length).fill(0)];
  if (length === 4) return `${bytes.join('.')}/${bits}`;
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bytes[at * 2] ?? 0) * 256 + (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  return `${groups.join(':')}/${bits}`;
}

/** The bytes of an address, or null when the text is a name. Takes brackets, zones, short and numeric IPv4 forms. */
export function parseIpAddress(text: string): IpBytes | null {
  const bare = text
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  return bare.includes(':') ? parseV6(bare) : parseV4(bare.replace(/\.$/, ''));
}

/** Where an address leads; null when the text is a name. */
export function placeOfAddress(text: string): AddressPlace | null {
  const bytes = parseIpAddress(text);
  return bytes === null ? null : placeOfBytes(bytes);
}

/** Whether a host, as written in an address or as resolved, is this very machine and nothing else. A name never is. */
export function isLoopbackAddress(host: string): boolean {
  return placeOfAddress(host) === 'loopback';
}

function placeOfBytes(bytes: IpBytes): AddressPlace {
  if (bytes.length === 4) return placeIn(bytes, V4_PLACES) ?? 'public';
  const head = bytes.slice(0, 15);
  if (head.every((byte) => byte === 0) && (bytes[15] ?? 0) <= 1) return bytes[15] === 1 ? 'loopback' : 'unspecified';
  return placeIn(bytes, V6_PLACES) ?? 'reserved';
}

function placeIn(bytes: IpBytes, places: readonly (readonly [IpBytes, number, AddressPlace])[]): AddressPlace | null {
  for (const [prefix, bits, place] of places) if (startsWith(bytes, prefix, bits)) return place;
  return null;
}

function startsWith(bytes: IpBytes, prefix: IpBytes, bits: number): boolean {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff;
    if (((bytes[bit / 8] ?? 0) & mask) !== ((prefix[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
}

/** The forms of the URL standard: one to four parts, each decimal, octal (0…) or hexadecimal (0x…). */
function parseV4(text: string): IpBytes | null {
  const parts = text.split('.');
  if (parts.length > 4) return null;
  const numbers = parts.map(parsePart);
  const last = numbers.at(-1);
  if (last === undefined || last === null) return null;
  if (last >= 256 ** (5 - parts.length)) return null;
  const bytes: number[] = [];
  for (const number of numbers.slice(0, -1)) {
    if (number === null || number > 255) return null;
    bytes.push(number);
  }
  for (let shift = 3 - bytes.length; shift >= 0; shift -= 1) bytes.push(Math.floor(last / 256 ** shift) % 256);
  return bytes;
}

function parsePart(part: string): number | null {
  if (/^0x[0-9a-f]*$/.test(part)) return part.length === 2 ? 0 : Number.parseInt(part.slice(2), 16);
  if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
  return /^[0-9]+$/.test(part) ? Number.parseInt(part, 10) : null;
}

function parseV6(text: string): IpBytes | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const front = groupsOf(halves[0] ?? '');
  const back = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (front === null || back === null) return null;
  const missing = 16 - front.length - back.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  return carriedV4([...front, ...new Array<number>(missing).fill(0), ...back]);
}

function groupsOf(half: string): number[] | null {
  if (half === '') return [];
  const bytes: number[] = [];
  const groups = half.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const v4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(group) && index === groups.length - 1 ? parseV4(group) : null;
      if (v4 === null) return null;
      bytes.push(...v4);
    } else {
      if (!/^[0-9a-f]{1,4}$/.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    }
  }
  return bytes;
}

function carriedV4(bytes: IpBytes): IpBytes {
  for (const [prefix, at] of V4_CARRIERS) {
    if (startsWith(bytes, prefix, prefix.length * 8)) return bytes.slice(at, at + 4);
  }
  return bytes;
}
