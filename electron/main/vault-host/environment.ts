/** What a child process may know of our environment: enough to find folders, the zone and the language; nothing else. */

const ALLOWED: readonly string[] = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
];

/** The allow-listed part of an environment; Windows spells names in any case. */
export function childEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const allowed = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && ALLOWED.includes(entry[0].toUpperCase()),
  );
  return Object.fromEntries(allowed);
}
