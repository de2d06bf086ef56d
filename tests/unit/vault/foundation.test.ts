import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/custody/canonical-json.ts';
import { judgePassphrase } from '#shared/domain/vault/passphrase.ts';
import {
  readRecoveryCode,
  readRecoveryGroup,
  recoveryCodeFrom,
  recoveryGroup,
  RECOVERY_GROUPS,
} from '#shared/domain/vault/recovery-code.ts';
import { newUuid } from '../../../electron/vault/ids.ts';
import { decidePlace } from '../../../electron/vault/place/place.ts';
import type { PlaceFacts } from '../../../electron/vault/place/place.ts';
import { ensureFreeSpace } from '../../../electron/vault/place/free-space.ts';
import { judgeHead } from '../../../electron/vault/profile/vault-heads.ts';
import { vaultProfileDirectory } from '../../../electron/cli/profile.ts';

describe('canonical JSON', () => {
  it('follows the examples of RFC 8785', () => {
    expect(
      canonicalJson({
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      }),
    ).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
    expect(canonicalJson({ b: [null, true], a: { d: 'x"\\', c: false } })).toBe(
      '{"a":{"c":false,"d":"x\\"\\\\"},"b":[null,true]}',
    );
  });

  it('refuses what has no canonical form', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow();
    expect(() => canonicalJson('\ud800')).toThrow('surrogates');
  });
});

describe('recovery code', () => {
  const random = Uint8Array.from({ length: 17 }, (_value, index) => (index * 37 + 11) & 255);
  const code = recoveryCodeFrom(random);

  it('has seven groups and reads back however it is typed', () => {
    expect(code.split('-')).toHaveLength(RECOVERY_GROUPS);
    expect(readRecoveryCode(code)).toBe(code);
    expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
    expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
  });

  it('notices every single wrong symbol and every swap of neighbours', () => {
    const plain = code.replaceAll('-', '');
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let at = 0; at < plain.length; at += 1) {
      for (const other of alphabet) {
        if (other === plain[at]) continue;
        expect(readRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
      }
      const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2);
      if (swapped !== plain && swapped.length === plain.length && at + 1 < 26)
        expect(readRecoveryCode(swapped)).toBeNull();
    }
  });

  it('refuses what is too short, too long or of other symbols', () => {
    for (const typed of ['', code.slice(1), `${code}0`, code.replace(/./, 'U'), 'lupa'])
      expect(readRecoveryCode(typed)).toBeNull();
    expect(() => recoveryCodeFrom(random.subarray(1))).toThrow();
  });

  it('gives and reads one group', () => {
    expect(readRecoveryGroup(` ${recoveryGroup(code, 3)?.toLowerCase()} `)).toBe(recoveryGroup(code, 3));
    expect(recoveryGroup(code, 7)).toBeNull();
    expect(readRecoveryGroup('ABC')).toBeNull();
  });
});

describe('passphrase', () => {
  it.each(['jambu air di teras 1987', 'kopi tubruk pagi sekali', 'Tz8#kQ2!mW9x', 'selamat datang di rumah nenek'])(
    'accepts %s',
    (good) => {
      expect(judgePassphrase(good, ['Ratna Contohwati'])).toBeNull();
    },
  );

  it.each([
    ['pendek sekal', null],
    ['pendek', 'too-short'],
    ['aaaaaaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabcabc', 'repeated'],
    ['abcdefghijklmnop', 'sequence'],
    ['123456789012', 'sequence'],
    ['qwertyuiopasdf', 'sequence'],
    ['rahasia 123456789', 'common'],
    ['PasswordPassword', 'common'],
    ['kata-sandi-2024!', 'common'],
    ['ratnacontohwati1', 'personal'],
  ] as const)('judges %s as %s', (passphrase, problem) => {
    expect(judgePassphrase(passphrase, ['Ratna Contohwati'])).toBe(problem);
  });
});

describe('place', () => {
  const linux: PlaceFacts = {
    platform: 'linux',
    path: '/home/ratna/vault',
    mounts: [
      { at: '/', type: 'ext4', device: '/dev/sda1' },
      { at: '/srv/share', type: 'cifs', device: '//server/share' },
      { at: '/home/ratna/Cloud', type: 'fuse.rclone', device: 'remote:' },
      { at: '/data', type: 'vfat', device: '/dev/sdb1' },
    ],
    syncedFolders: [],
    removableDevices: ['sdb'],
  };
  const windows: PlaceFacts = {
    platform: 'win32',
    path: 'C:\\Users\\Ratna\\vault',
    mounts: [],
    syncedFolders: ['C:\\Users\\Ratna\\OD'],
    removableDevices: [],
  };

  it.each([
    ['/home/ratna/vault', 'fixed'],
    ['/srv/share/vault', 'network'],
    ['/srv/shared/vault', 'fixed'],
    ['/home/ratna/Cloud/vault', 'network'],
    ['/home/ratna/Dropbox/vault', 'synchronised'],
    ['/home/ratna/OneDrive - Dinas Contoh/vault', 'synchronised'],
    ['/home/ratna/onedrive-lama/vault', 'fixed'],
    ['/media/ratna/STIK/vault', 'removable'],
    ['/data/vault', 'removable'],
  ])('on Linux %s is %s', (path, place) => {
    expect(decidePlace({ ...linux, path })).toBe(place);
  });

  it.each([
    ['C:\\Users\\Ratna\\vault', 'fixed'],
    ['\\\\server\\berbagi\\vault', 'network'],
    ['\\\\?\\UNC\\server\\berbagi\\vault', 'network'],
    ['\\\\?\\C:\\vault', 'fixed'],
    ['c:\\users\\ratna\\od\\vault', 'synchronised'],
    ['C:\\Users\\Ratna\\Google Drive\\vault', 'synchronised'],
    ['C:\\Users\\Ratna\\odessa\\vault', 'fixed'],
  ])('on Windows %s is %s', (path, place) => {
    expect(decidePlace({ ...windows, path })).toBe(place);
  });

  it('on macOS tells sticks and iCloud apart', () => {
    const mac = { ...linux, platform: 'darwin', mounts: [] };
    expect(decidePlace({ ...mac, path: '/Volumes/STIK/vault' })).toBe('removable');
    expect(decidePlace({ ...mac, path: '/Users/r/Library/Mobile Documents/com~apple~CloudDocs/vault' })).toBe(
      'synchronised',
    );
    expect(decidePlace({ ...mac, path: '/Users/r/vault' })).toBe('fixed');
  });
});

describe('free space', () => {
  it('is asked for with a reserve', async () => {
    await expect(ensureFreeSpace('/', 1_000_000, () => Promise.resolve(200_000_000))).resolves.toBeUndefined();
    await expect(ensureFreeSpace('/', 100_000_000, () => Promise.resolve(200_000_000))).rejects.toMatchObject({
      code: 'DISK_NEARLY_FULL',
      params: { free: 200_000_000 },
    });
  });
});

describe('last head seen', () => {
  const head = (sequence: number) => ({ sequence, hash: String(sequence).padStart(64, '0') });
  const log = (last: number) => (one: { sequence: number; hash: string }) =>
    one.sequence <= last && one.hash === head(one.sequence).hash;
  const seen = { head: head(9), trail: [head(3), head(6)] };

  it('is in order when the log goes on from it, or when nothing was seen', () => {
    expect(judgeHead(seen, head(12), log(12))).toBeNull();
    expect(judgeHead(seen, head(9), log(9))).toBeNull();
    expect(judgeHead(null, head(1), log(1))).toBeNull();
  });

  it('tells an older copy from an unrelated or a forked log', () => {
    expect(judgeHead(seen, head(7), log(7))).toMatchObject({ kind: 'older', seen: head(9), found: head(7) });
    expect(judgeHead(seen, { sequence: 7, hash: 'f'.repeat(64) }, () => false)).toMatchObject({ kind: 'unrelated' });
    expect(judgeHead(seen, { sequence: 12, hash: 'f'.repeat(64) }, log(6))).toMatchObject({ kind: 'unrelated' });
  });
});

describe('ids and profile', () => {
  it('are UUIDv7 that sort by time', () => {
    const early = newUuid(new Date('2026-01-01T00:00:00Z'));
    const late = newUuid(new Date('2026-01-01T00:00:01Z'));
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });

  it('lie where the app keeps them', () => {
    const facts = { home: '/home/r', environment: {} };
    expect(vaultProfileDirectory({ ...facts, platform: 'linux' })).toBe('/home/r/.config/Netra/netra/vaults');
    expect(vaultProfileDirectory({ ...facts, platform: 'linux', environment: { XDG_CONFIG_HOME: '/x' } })).toBe(
      '/x/Netra/netra/vaults',
    );
    expect(vaultProfileDirectory({ ...facts, platform: 'darwin' })).toContain('Library/Application Support/Netra');
  });
});
