/** Hard limits of the spreadsheet reader. Each is refused by name (ROSTER_LIMIT_EXCEEDED), never worked around. */
import { ROSTER_COLUMNS_READ } from '#shared/contract/roster-job.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** What is limited, and at how much. A roster of 100,000 people in 90 columns stays far below every one of them. */
export const LIMITS = {
  /** Bytes of the file as it lies on disk. */
  fileBytes: 256 * 1024 * 1024,
  /** Entries in the zip's central directory. */
  entries: 4096,
  /** Unpacked bytes of all parts together, as the directory declares them: what bounds the time of an inspection. */
  totalBytes: 768 * 1024 * 1024,
  /** Unpacked bytes of one worksheet part: a million rows of twelve columns. */
  sheetBytes: 512 * 1024 * 1024,
  /** Unpacked bytes of the shared strings part. */
  sharedStringBytes: 256 * 1024 * 1024,
  /** Unpacked bytes of any other part that is read (workbook, styles, relationships). */
  otherPartBytes: 32 * 1024 * 1024,
  /** Unpacked bytes of one file in a chat export. */
  mediaBytes: 512 * 1024 * 1024,
  /** Unpacked to packed, for parts over `ratioFromBytes`. Deflate itself can do 1032. */
  ratio: 200,
  ratioFromBytes: 10 * 1024 * 1024,
  /** Worksheets in one workbook. */
  sheets: 512,
  sharedStrings: 4_000_000,
  /** Characters of one cell: Excel's own limit. */
  cellCharacters: 32_767,
  /** Characters between two pieces of markup; guards the XML parser's own buffers. */
  runCharacters: 1024 * 1024,
  xmlDepth: 64,
  /** Rows of a sheet, by the format. */
  rows: 1_048_576,
  /** Columns of a sheet, by the format. */
  columns: 16_384,
  /** Cells with a link: Excel allows 65,530 links in a sheet. */
  links: 100_000,
  /** Columns that are looked at; a cell further right is counted and not read. */
  columnsRead: ROSTER_COLUMNS_READ,
  /** Cells of a file that has to be held in memory: 160,000 rows of twelve columns. */
  cells: 2_000_000,
  /** Bytes of a file that has to be read whole before it can be understood (.xls, .xlsb, locked files). */
  wholeBytes: 40 * 1024 * 1024,
  /** Unpacked bytes of such a file's parts together. */
  wholeUnpackedBytes: 160 * 1024 * 1024,
  /** Bytes of a spreadsheet that is one XML document, and of a text file. */
  xmlBytes: 256 * 1024 * 1024,
  htmlBytes: 40 * 1024 * 1024,
  /** Tables of one web page; those without text count, too. */
  htmlTables: 10_000,
  /** Characters of one line of a text file, quoted line breaks included. */
  lineCharacters: 1024 * 1024,
  /** Rounds by which a password is made into a key: ten times what Excel writes. */
  passwordRounds: 1_000_000,
  /** Refused rows: more means that the file or the mapping is wrong as a whole. */
  rejectedRows: 100_000,
} as const;

/** Bounds on what is told about a row, so that a hopeless file cannot flood its reader. */
export const REPORT_LIMITS = {
  /** Characters of a value that is echoed back. */
  echoCharacters: 60,
} as const;

/** The name of a limit, as it appears in the error's parameters. */
export type LimitName = keyof typeof LIMITS;

/** The error for a file that goes past a limit: `{limit, allowed}` and where it was seen. */
export function limitExceeded(limit: LimitName, where: { sheet?: string | null; row?: number | null } = {}): AppError {
  return new AppError('ROSTER_LIMIT_EXCEEDED', {
    limit,
    allowed: LIMITS[limit],
    sheet: where.sheet ?? null,
    row: where.row ?? null,
  });
}
