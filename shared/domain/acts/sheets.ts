/**
 * Capture sheets (lembar pengambilan): what each type of act on social media needs before it can be examined, and why. Reviewed
 * data: the types follow the observed acts of the domain (bentuk aktivitas), never the legal code that an act may fall under.
 */
export const ACT_TYPES = [
  'posting',
  'foto_bersama',
  'komentar',
  'like',
  'share',
  'follow',
  'gabung_grup',
  'story',
] as const;
export type ActType = (typeof ACT_TYPES)[number];

/** Words in both languages of the app. */
export interface ActWords {
  readonly id: string;
  readonly en: string;
}

export interface SheetItem {
  /** Stable name, kept in the vault. */
  readonly code: string;
  /** Without a required item the act cannot be examined; a helpful one answers a usual question. */
  readonly need: 'required' | 'helpful';
  readonly words: ActWords;
  readonly why: ActWords;
}

export interface ActSheet {
  readonly type: ActType;
  readonly words: ActWords;
  readonly items: readonly SheetItem[];
}

const words = (id: string, en: string): ActWords => ({ id, en });
const item =
  (need: SheetItem['need']) =>
  (code: string, name: ActWords, why: ActWords): SheetItem => ({ code, need, words: name, why });
const required = item('required');
const helpful = item('helpful');

/** Every act is done by an account: whose it is begins with its profile. */
const profile = required(
  'profil',
  words('Profil akun yang berbuat', 'Profile of the acting account'),
  words(
    'Menunjukkan nama, nama pengguna, foto, dan keterangan akun; dasar untuk menautkan akun dengan pegawai.',
    'Shows the name, handle, picture and description of the account: the ground for tying it to a person.',
  ),
);
const publicView = helpful(
  'tampak_publik',
  words('Tampilan tanpa masuk akun', 'View without log-in'),
  words(
    'Menjawab apakah perbuatan itu dapat diakses publik saat bukti diambil.',
    'Answers whether the act could be reached by the public when it was captured.',
  ),
);
const candidate = (what: ActWords): SheetItem =>
  helpful(
    'identitas_kandidat',
    what,
    words(
      'Menunjukkan keterkaitan dengan bakal calon, calon, atau partai politik, dan statusnya pada tanggal kejadian.',
      'Shows the tie to an aspirant, candidate or party, and its status on the day of the act.',
    ),
  );
const targetPost = required(
  'unggahan_sasaran',
  words('Unggahan sasaran', 'The target post'),
  words(
    'Tanpa isi yang ditanggapi, maksud perbuatan tidak dapat dinilai.',
    'Without what was reacted to, the meaning of the act cannot be judged.',
  ),
);
const targetAccount = helpful(
  'akun_sasaran',
  words('Profil akun pemilik unggahan sasaran', 'Profile of the account that owns the target post'),
  words(
    'Menunjukkan bahwa unggahan itu milik kandidat, partai, atau tim pemenangan.',
    'Shows that the post belongs to a candidate, a party or a campaign team.',
  ),
);
const aboutCandidate = candidate(
  words('Keterangan tentang kandidat atau partai yang disebut', 'What is known of the candidate or party named'),
);

/** The sheets, in the order in which they are offered. */
export const ACT_SHEETS: readonly ActSheet[] = [
  {
    type: 'posting',
    words: words('Unggahan', 'Post'),
    items: [
      required(
        'unggahan',
        words('Unggahan utuh dengan nama akun dan waktu', 'The whole post with account name and time'),
        words(
          'Isi, nama akun, dan waktu harus terlihat dalam satu tampilan agar tidak dapat dilepas dari konteksnya.',
          'Content, account name and time must be seen in one view, so that none can be taken out of context.',
        ),
      ),
      profile,
      helpful(
        'tautan_unggahan',
        words('Halaman unggahan pada alamatnya sendiri', 'The post at its own address'),
        words(
          'Alamat tetap memungkinkan pemeriksa membuka unggahan yang sama.',
          'A permanent address lets an examiner open the same post.',
        ),
      ),
      publicView,
      aboutCandidate,
    ],
  },
  {
    type: 'foto_bersama',
    words: words('Foto bersama kandidat atau atribut', 'Photo with a candidate or emblems'),
    items: [
      required(
        'unggahan',
        words('Unggahan yang memuat foto', 'The post with the photo'),
        words(
          'Menunjukkan siapa yang mengunggah, kapan, dan dengan keterangan apa.',
          'Shows who posted it, when, and with what caption.',
        ),
      ),
      required(
        'foto_penuh',
        words('Foto dalam ukuran penuh', 'The photo in full size'),
        words(
          'Orang, atribut, dan latar hanya dapat dikenali pada ukuran penuh.',
          'People, emblems and background can only be told at full size.',
        ),
      ),
      profile,
      required(
        'identitas_kandidat',
        words('Keterangan tentang kandidat atau tim dalam foto', 'What is known of the candidate or team in the photo'),
        words(
          'Foto bersama hanya bermakna bila orang di dalamnya diketahui kandidat, tim sukses, atau berlatar alat peraga.',
          'A joint photo only means something when those in it are known to be a candidate, a team, or its emblems.',
        ),
      ),
      publicView,
    ],
  },
  {
    type: 'komentar',
    words: words('Komentar', 'Comment'),
    items: [
      required(
        'komentar',
        words('Komentar dengan nama akun terlihat', 'The comment with the account name visible'),
        words('Menunjukkan kata-kata yang ditulis dan akun yang menulisnya.', 'Shows the words and who wrote them.'),
      ),
      targetPost,
      profile,
      targetAccount,
      helpful(
        'utas',
        words('Komentar sebelum dan sesudahnya', 'The comments before and after'),
        words('Menunjukkan kepada siapa komentar itu menjawab.', 'Shows whom the comment answers.'),
      ),
      publicView,
    ],
  },
  {
    type: 'like',
    words: words('Suka atau reaksi', 'Like or reaction'),
    items: [
      required(
        'daftar_penyuka',
        words('Daftar penyuka dengan nama akun terlihat', 'The list of likers with the account name visible'),
        words(
          'Jumlah suka saja tidak menunjukkan siapa yang menyukai; nama akun harus terbaca pada daftar.',
          'A count does not show who liked; the account must be readable in the list.',
        ),
      ),
      targetPost,
      profile,
      required(
        'akun_sasaran',
        words('Profil akun pemilik unggahan sasaran', 'Profile of the account that owns the target post'),
        words(
          'Suka bermakna karena unggahan itu milik kandidat, partai, atau tim pemenangan.',
          'A like means something because the post belongs to a candidate, a party or a campaign team.',
        ),
      ),
      publicView,
    ],
  },
  {
    type: 'share',
    words: words('Bagikan ulang', 'Share'),
    items: [
      required(
        'kiriman_bagikan',
        words('Kiriman ulang pada akun yang membagikan', 'The share on the sharing account'),
        words(
          'Menunjukkan akun yang membagikan, waktunya, dan kata-kata yang ditambahkan.',
          'Shows who shared it, when, and what words were added.',
        ),
      ),
      targetPost,
      profile,
      targetAccount,
      helpful(
        'khalayak',
        words('Tanda khalayak kiriman (publik atau teman)', 'The audience mark of the share (public or friends)'),
        words('Menunjukkan kepada siapa kiriman itu dibagikan.', 'Shows with whom it was shared.'),
      ),
      publicView,
    ],
  },
  {
    type: 'follow',
    words: words('Mengikuti akun', 'Follow'),
    items: [
      required(
        'daftar_mengikuti',
        words(
          'Daftar pengikut atau daftar yang diikuti, nama akun terlihat',
          'The list of followers or followed accounts, the name visible',
        ),
        words(
          'Hanya daftar itu yang menunjukkan bahwa akun mengikuti akun sasaran.',
          'Only that list shows that the account follows the target.',
        ),
      ),
      required(
        'akun_sasaran',
        words('Profil akun yang diikuti', 'Profile of the followed account'),
        words(
          'Menunjukkan bahwa akun itu akun pemenangan, kandidat, atau partai.',
          'Shows that it is an account of a campaign, a candidate or a party.',
        ),
      ),
      profile,
      helpful(
        'kegiatan_lain',
        words('Tanggapan lain terhadap akun yang sama', 'Other reactions to the same account'),
        words(
          'Mengikuti saja dapat bersifat mengamati; tanggapan lain menunjukkan maksudnya.',
          'Following alone may be watching; other reactions show what it means.',
        ),
      ),
      publicView,
    ],
  },
  {
    type: 'gabung_grup',
    words: words('Bergabung dalam grup', 'Joining a group'),
    items: [
      required(
        'daftar_anggota',
        words('Daftar anggota dengan nama akun terlihat', 'The list of members with the account name visible'),
        words('Menunjukkan keanggotaan akun dalam grup.', 'Shows that the account is a member.'),
      ),
      required(
        'beranda_grup',
        words('Halaman depan grup: nama, keterangan, jenis', 'The front of the group: name, description, kind'),
        words(
          'Menunjukkan bahwa grup itu grup pemenangan, kandidat, atau partai.',
          'Shows that the group is one of a campaign, a candidate or a party.',
        ),
      ),
      profile,
      helpful(
        'tanggal_bergabung',
        words('Tanggal bergabung atau siapa yang menambahkan', 'The joining date, or who added the account'),
        words(
          'Akun dapat ditambahkan orang lain; tanggal dibandingkan dengan penetapan kandidat.',
          'An account may be added by somebody else; the date is compared with the candidate’s nomination.',
        ),
      ),
      helpful(
        'kegiatan_grup',
        words('Unggahan atau komentar akun dalam grup', 'Posts or comments of the account in the group'),
        words('Membedakan anggota yang aktif dari yang sekadar terdaftar.', 'Tells active members from listed ones.'),
      ),
    ],
  },
  {
    type: 'story',
    words: words('Story atau status', 'Story or status'),
    items: [
      required(
        'story',
        words('Story atau status dengan nama akun dan waktu', 'The story or status with account name and time'),
        words(
          'Isi hilang dalam 24 jam dan tidak dapat diambil ulang; nama dan waktu harus ikut terlihat.',
          'It is gone within 24 hours and cannot be captured again; name and time must be seen with it.',
        ),
      ),
      profile,
      helpful(
        'bagian_lain',
        words('Bagian sebelum dan sesudahnya', 'The parts before and after'),
        words('Menunjukkan story itu utuh dan tidak dipotong.', 'Shows that the story is whole.'),
      ),
      helpful(
        'sorotan',
        words('Sorotan (highlight) yang memuat story yang sama', 'A highlight with the same story'),
        words('Sorotan tetap ada sesudah 24 jam.', 'A highlight stays after the 24 hours.'),
      ),
      aboutCandidate,
    ],
  },
];

/** The sheet of a type. */
export function actSheet(type: ActType): ActSheet {
  const sheet = ACT_SHEETS.find((one) => one.type === type);
  if (sheet === undefined) throw new Error(`no sheet for ${type}`);
  return sheet;
}
