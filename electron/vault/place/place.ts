/** Where a folder lies, decided from facts of the system: a vault may not be written on a share or in a synchronised folder. */

export type Place = 'fixed' | 'removable' | 'network' | 'synchronised';

export interface PlaceFacts {
  readonly platform: string;
  /** The folder with links resolved; on Windows a mapped drive resolves to its \\server\share. */
  readonly path: string;
  /** Mounts as /proc/mounts lists them: where, and which file system. Empty where the system has no such list. */
  readonly mounts: readonly { readonly at: string; readonly type: string; readonly device: string }[];
  /** Folders that the system says are synchronised (OneDrive's environment variables). */
  readonly syncedFolders: readonly string[];
  /** Block devices that the system calls removable. */
  readonly removableDevices: readonly string[];
}

const NETWORK_TYPES = [
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afpfs',
  'webdav',
  'davfs',
  'ncpfs',
  'afs',
  'coda',
  'ceph',
  'glusterfs',
  'lustre',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs2',
  'fuse.gvfsd-fuse',
  'fuse.glusterfs',
  'fuse.s3fs',
  'fuse.smbnetfs',
  'fuse.ceph',
];
const SYNCED_TYPES = ['fuse.onedriver', 'fuse.google-drive-ocamlfuse', 'fuse.drive-stream', 'fuse.pcloud'];
/** Names that synchronising programs give their folders, as whole folder names or their beginnings. */
const SYNCED_NAMES = [
  /^onedrive( - .+)?$/i,
  /^sharepoint( - .+)?$/i,
  /^dropbox( \(.+\))?$/i,
  /^google ?drive$/i,
  /^googledrive-.+$/i,
  /^my drive$/i,
  /^drive saya$/i,
  /^icloud ?drive$/i,
  /^com~apple~clouddocs$/i,
  /^mobile documents$/i,
  /^cloudstorage$/i,
  /^nextcloud\d*$/i,
  /^owncloud\d*$/i,
  /^syncthing$/i,
  /^mega(sync)?$/i,
  /^pcloud ?drive$/i,
  /^box( sync)?$/i,
  /^yandex\.disk$/i,
  /^seafile$/i,
  /^tresorit$/i,
];
const REMOVABLE_MOUNTS = /^\/(media|run\/media|mnt\/usb)\//;

/** The first that fits; network before synchronised, since a share can hold both. */
export function decidePlace(facts: PlaceFacts): Place {
  const separator = facts.platform === 'win32' ? '\\' : '/';
  if (facts.platform === 'win32' && /^(\\\\|\/\/)/.test(facts.path) && !/^\\\\[?.]\\[a-z]:/i.test(facts.path))
    return 'network';
  const mount = mountOf(facts);
  if (mount && NETWORK_TYPES.includes(mount.type)) return 'network';
  if (mount && SYNCED_TYPES.includes(mount.type)) return 'synchronised';
  if (facts.path.split(/[\\/]/).some((name) => SYNCED_NAMES.some((pattern) => pattern.test(name))))
    return 'synchronised';
  if (facts.syncedFolders.some((folder) => isInside(facts.path, folder, separator))) return 'synchronised';
  return isRemovable(facts, mount) ? 'removable' : 'fixed';
}

type Mount = PlaceFacts['mounts'][number];

function isRemovable(facts: PlaceFacts, mount: Mount | undefined): boolean {
  if (facts.platform === 'darwin') return facts.path.startsWith('/Volumes/');
  if (REMOVABLE_MOUNTS.test(`${facts.path}/`)) return true;
  return mount !== undefined && facts.removableDevices.some((device) => mount.device.startsWith(`/dev/${device}`));
}

/** The mount with the longest path that holds the folder. */
function mountOf(facts: PlaceFacts): Mount | undefined {
  const holding = facts.mounts.filter((mount) => isInside(facts.path, mount.at, '/'));
  return holding.sort((left, right) => right.at.length - left.at.length)[0];
}

function isInside(inner: string, outer: string, separator: string): boolean {
  const trimmed = outer.length > 1 && outer.endsWith(separator) ? outer.slice(0, -1) : outer;
  if (separator === '\\') return `${inner.toLowerCase()}\\`.startsWith(`${trimmed.toLowerCase()}\\`);
  return trimmed === '/' || inner === trimmed || inner.startsWith(`${trimmed}/`);
}
