import { describe, expect, it } from 'vitest';
import { inspectFile, proposedSheets, readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

const BUDI = '199001012015031001';
const SITI = '198808082012012002';
const book = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'Data', rows }]);
const account = (platform: string, handle: string, url = '', note = ''): object => ({ platform, handle, url, note });

describe('accounts in a list of people', () => {
  it('come with the person, one platform a column', async () => {
    const { rows, warnings } = await readFile(
      book(
        ['NIP', 'Nama', 'Jabatan', 'Status', 'IG', 'Akun Facebook', 'X/Twitter', 'TikTok'],
        [BUDI, 'Budi', 'Analis', 'PNS', '@budi; @budi.dua', 'Budi Contoh', '-', 'https://www.tiktok.com/@budi?_t=1'],
        [SITI, 'Siti', 'Arsiparis', 'PNS', null, null, null, null],
      ),
    );
    expect(rows.map(({ accounts }) => accounts)).toEqual([
      [
        account('Facebook', 'Budi Contoh'),
        account('Instagram', 'budi'),
        account('Instagram', 'budi.dua'),
        account('TikTok', 'budi', 'https://www.tiktok.com/@budi?_t=1'),
      ],
      [],
    ]);
    expect(warnings).toEqual([]);
  });

  it('that cannot be read are a finding, and the person is taken', async () => {
    const { rows, warnings } = await readFile(
      book(['NIP', 'Nama', 'Status', 'Instagram'], [BUDI, 'Budi', 'PNS', 'tidak punya akun!!']),
    );
    expect(rows).toMatchObject([{ nip: BUDI, accounts: [], cells: { accountInstagram: 'tidak punya akun!!' } }]);
    expect(warnings).toMatchObject([{ code: 'ACCOUNT_UNREADABLE', column: 'D', params: { count: 1 } }]);
  });

  it('may be one beside each person, with its platform', async () => {
    const bytes = book(
      ['NIP', 'Nama', 'Golongan', 'Jabatan', 'Platform', 'Akun', 'Keterangan'],
      [BUDI, 'Budi', 'III/a', 'Analis', 'IG', '@budi', 'sering dipakai'],
      [SITI, 'Siti', 'III/b', 'Arsiparis', '-', '-', ''],
    );
    expect((await inspectFile(bytes)).sheets[0]?.kind).toBe('people');
    expect((await readFile(bytes)).rows.map(({ accounts }) => accounts)).toEqual([
      [account('Instagram', 'budi', '', 'sering dipakai')],
      [],
    ]);
  });
});

describe('a handle and its address in columns of their own', () => {
  const read = async (line: Value[], headings = ['Platform', 'Nama Akun', 'Tautan']): Promise<unknown> => {
    const { rows, warnings } = await readFile(
      book(['NIP', 'Nama', 'Golongan', 'Jabatan', ...headings], [BUDI, 'Budi', 'III/a', 'Analis', ...line]),
    );
    return [
      rows[0]?.accounts,
      warnings.filter(({ code }) => code.startsWith('ACCOUNT')).map(({ code, column }) => `${column} ${code}`),
    ];
  };

  it.each<[string, Value[], object[]]>([
    [
      'agree',
      ['IG', '@budi', 'https://instagram.com/Budi'],
      [account('Instagram', 'budi', 'https://instagram.com/Budi')],
    ],
    [
      'are a shown name and its page',
      ['FB', 'Budi Contoh', 'https://www.facebook.com/budi.contoh.9'],
      [account('Facebook', 'Budi Contoh', 'https://www.facebook.com/budi.contoh.9')],
    ],
    [
      'are a shown name, and the address alone says where',
      [null, 'Budi Contoh', 'https://www.facebook.com/profile.php?id=77'],
      [account('Facebook', 'Budi Contoh', 'https://www.facebook.com/profile.php?id=77')],
    ],
    ['are a handle alone', ['IG', '@budi', '-'], [account('Instagram', 'budi')]],
    ['are an address alone', ['-', null, 'https://x.com/budi'], [account('X', 'budi', 'https://x.com/budi')]],
    [
      'are several of each, in any order',
      ['IG', '@budi; @budi.dua', 'instagram.com/budi.dua; instagram.com/budi'],
      [account('Instagram', 'budi', 'instagram.com/budi'), account('Instagram', 'budi.dua', 'instagram.com/budi.dua')],
    ],
    [
      'name two accounts: both are kept, neither is guessed away',
      ['IG', '@budi', 'https://instagram.com/siti'],
      [account('Instagram', 'budi'), account('Instagram', 'siti', 'https://instagram.com/siti')],
    ],
    [
      'name two platforms: both are kept',
      ['IG', '@budi', 'https://x.com/budi'],
      [account('Instagram', 'budi'), account('X', 'budi', 'https://x.com/budi')],
    ],
  ])('%s', async (_, line, accounts) => expect(await read(line)).toEqual([accounts, []]));

  it('keep the handle when the address is none, and say so', async () => {
    expect(await read(['IG', '@budi', 'belum dicek!!'])).toEqual([
      [account('Instagram', 'budi')],
      ['G ACCOUNT_UNREADABLE'],
    ]);
  });

  it('may stand in any order; an address column alone is the one of accounts', async () => {
    const url = 'https://instagram.com/budi';
    expect(await read(['IG', url, 'budi'], ['Platform', 'Link Akun', 'Username'])).toEqual([
      [account('Instagram', 'budi', url)],
      [],
    ]);
    expect(await read(['IG', url], ['Platform', 'Tautan'])).toEqual([[account('Instagram', 'budi', url)], []]);
  });
});

describe('a sheet of accounts', () => {
  const bytes = book(
    ['DAFTAR AKUN MEDIA SOSIAL PEGAWAI'],
    ['No', 'NIP', 'Nama', 'Unit Kerja', 'Platform / Media Sosial', 'Username', 'Keterangan'],
    ['1', '19900101 201503 1 001', 'Budi Santoso, S.E.', 'Statistik', 'Instagram', '@budi', 'akun pribadi'],
    ['', '', '', '', 'FB', 'facebook.com/budi.contoh', ''],
    ['2', SITI, 'Siti Aminah', 'Umum', 'Tik Tok', 'siti', ''],
    ['3', '-', 'Rina', 'Umum', 'X', 'bukan akun!!', ''],
    ['4', '1,98609E+17', 'Tono', 'Umum', 'X', '@tono', ''],
    ['', null, 'Jumlah', '5', null, null, null],
  );

  it('is known as one, and shown as one', async () => {
    const [sheet] = (await inspectFile(bytes)).sheets;
    expect(sheet).toMatchObject({ kind: 'accounts', headerRow: 1, notTaken: ['No'] });
    expect(sheet?.sample).toEqual([
      {
        row: '3',
        nip: BUDI,
        name: 'Budi Santoso, S.E.',
        unit: 'Statistik',
        accountPlatform: 'Instagram',
        accountHandle: 'budi',
        accountNote: 'akun pribadi',
      },
      {
        row: '4',
        nip: BUDI,
        name: 'Budi Santoso, S.E.',
        unit: 'Statistik',
        accountPlatform: 'Facebook',
        accountHandle: 'budi.contoh',
        accountLink: 'facebook.com/budi.contoh',
      },
      { row: '5', nip: SITI, name: 'Siti Aminah', unit: 'Umum', accountPlatform: 'TikTok', accountHandle: 'siti' },
      expect.objectContaining({ row: '6', rejected: 'NO_READABLE_ACCOUNT', name: 'Rina' }),
      expect.objectContaining({ row: '7', rejected: 'NIP_SCIENTIFIC_TEXT', name: 'Tono' }),
    ]);
  });

  it('gives a line for every account, whose person stands there or above', async () => {
    const { accounts, rows, rejected, read, refused, dropped, sheetHashes } = await readFile(bytes);
    expect(rows).toEqual([]);
    const owner = { sheet: 'Data', nip: BUDI, nik: null, name: 'Budi Santoso, S.E.', searchName: 'budi santoso' };
    expect(accounts).toEqual([
      { ...owner, row: 3, unit: 'Statistik', account: account('Instagram', 'budi', '', 'akun pribadi') },
      { ...owner, row: 4, unit: 'Statistik', account: account('Facebook', 'budi.contoh', 'facebook.com/budi.contoh') },
      {
        sheet: 'Data',
        row: 5,
        nip: SITI,
        nik: null,
        name: 'Siti Aminah',
        searchName: 'siti aminah',
        unit: 'Umum',
        account: account('TikTok', 'siti'),
      },
    ]);
    expect(rejected.map(({ row, code, column }) => [row, code, column])).toEqual([
      [6, 'NO_READABLE_ACCOUNT', 'F'],
      [7, 'NIP_SCIENTIFIC_TEXT', 'B'],
    ]);
    expect([read, refused, dropped.totals, sheetHashes[0]?.read]).toEqual([3, 2, 1, 3]);
  });

  it('may name the same person again and again', async () => {
    const sheet = book(
      ['NIP', 'Link'],
      [BUDI, 'https://instagram.com/budi'],
      [BUDI, 'https://x.com/budi'],
      [SITI, 'https://x.com/siti'],
    );
    const [proposed] = await proposedSheets(sheet);
    expect(proposed?.kind).toBe('accounts');
    const { accounts, rejected } = await readFile(sheet);
    expect(rejected).toEqual([]);
    expect(accounts.map(({ nip, name, account: { platform } }) => [nip, name, platform])).toEqual([
      [BUDI, '', 'Instagram'],
      [BUDI, '', 'X'],
      [SITI, '', 'X'],
    ]);
  });

  it('tells of what it could not read beside what it could', async () => {
    const { accounts, rejected, doubtful, notices } = await readFile(
      book(['NIP', 'Platform', 'Akun'], [BUDI, 'IG', '@budi; bukan akun!!'], [SITI, 'IG', '@siti']),
    );
    expect([accounts.length, rejected.length, doubtful]).toEqual([2, 0, 1]);
    expect(notices).toMatchObject([
      { sheet: 'Data', row: 2, column: 'C', code: 'ACCOUNT_UNREADABLE', params: { count: 1 } },
    ]);
  });

  it('does not give an account to the person above a dropped line', async () => {
    const { accounts, rejected } = await readFile(
      book(
        ['Nama', 'NIP', 'Platform', 'Akun'],
        ['Budi', BUDI, 'IG', '@budi'],
        ['BAGIAN UMUM', null, null, null],
        [null, null, 'IG', '@siapa'],
      ),
    );
    expect(accounts).toHaveLength(1);
    expect(accounts.some(({ account: { handle } }) => handle === 'siapa')).toBe(false);
    expect(rejected.length).toBeLessThanOrEqual(1);
  });

  it('keeps what survived of a damaged NIP, for the lines that go on below it too', async () => {
    const { accounts, rejected } = await readFile(
      book(
        ['Nama', 'NIP', 'Unit Kerja', 'Platform', 'Akun'],
        ['Budi Santoso, S.E.', '1,99001E+17', 'Statistik', 'IG', '@budi'],
        [null, null, null, 'FB', 'budi.contoh'],
        ['Siti', SITI, 'Umum', 'IG', '@siti'],
        ['Tono', '1,98609E+17', 'Umum', 'IG', 'bukan akun!!'],
        [null, null, null, 'FB', 'siapa.ini'],
      ),
    );
    expect(accounts.map(({ row, account: { handle } }) => [row, handle])).toEqual([[4, 'siti']]);
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'NIP_SCIENTIFIC_TEXT'],
      [3, 'NIP_SCIENTIFIC_TEXT'],
      [5, 'NIP_SCIENTIFIC_TEXT'],
      [6, 'NIP_SCIENTIFIC_TEXT'],
    ]);
    const owner = { digits: '199001', row: { searchName: 'budi santoso', unit: 'Statistik' } };
    expect(rejected[0]?.survived).toMatchObject({
      ...owner,
      row: { row: 2, accounts: [account('Instagram', 'budi')] },
    });
    expect(rejected[1]?.survived).toMatchObject({
      ...owner,
      row: { row: 3, accounts: [account('Facebook', 'budi.contoh')] },
    });
    expect(rejected[1]?.cells).toEqual({
      name: 'Budi Santoso, S.E.',
      nip: '1,99001E+17',
      unit: 'Statistik',
      accountPlatform: 'FB',
      accountHandle: 'budi.contoh',
    });
    expect(rejected[2]?.survived).toBeUndefined();
    expect(rejected[3]?.survived?.row.accounts).toEqual([account('Facebook', 'siapa.ini')]);
  });

  it('is read as people when the user says so', async () => {
    const [proposed] = await proposedSheets(bytes);
    const { rows, accounts } = await readFile(bytes, [{ ...proposed, kind: 'people' }]);
    expect(accounts).toEqual([]);
    expect(rows.map(({ name }) => name)).toContain('Siti Aminah');
  });
});
