/** What a roster is read for. Nothing that is not in this list leaves the process that reads the file. */

/**
 * The fields that the purpose needs (personal-data law): who the person is, where they serve, and how to reach them
 * at work. Religion, marriage, tax and insurance numbers, home address and the like have no field, on purpose.
 */
export const ROSTER_FIELDS = [
  'nip',
  'nik',
  /** A column in which civil servants have their NIP and contract staff their NIK. */
  'nipOrNik',
  'nipLama',
  'name',
  'titleFront',
  'titleBack',
  'sex',
  'birthDate',
  'status',
  /** SIASN's "STATUS CPNS PNS": C or P beside an employee kind. */
  'cpnsMark',
  'grade',
  'rank',
  'position',
  'positionType',
  'unit',
  'agency',
  'workEmail',
  'workPhone',
  /** Public accounts, one platform a column: a handle or an address. */
  'accountFacebook',
  'accountInstagram',
  'accountTiktok',
  'accountX',
  'accountYoutube',
  'accountThreads',
  'accountTelegram',
  /** One account a line: the platform, its handle or address, and a remark. */
  'accountPlatform',
  'accountHandle',
  /** Its address, where the handle has a column of its own. */
  'accountLink',
  'accountNote',
] as const;

/** A field that a column can be mapped to. */
export type RosterField = (typeof ROSTER_FIELDS)[number];
