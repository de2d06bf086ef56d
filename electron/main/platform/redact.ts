/** Takes out of a log line what must not be on the disk in plain text. Pure; fed with known secrets by its test. */

const HOME = /(?:[A-Za-z]:\\Users\\|\/home\/|\/Users\/|\/root\b)[^\s"'():]*/g;
const ABSOLUTE_PATH = /(?<![\w:/.])(?:[A-Za-z]:\\|\/)(?:[^\s"'()\\/:]+[\\/])+([^\s"'()\\/:]+)/g;
const WEB_ADDRESS = /\b(?:https?|wss?|ftp):\/\/[^\s"'<>]+/gi;
const LONG_HEX = /\b[0-9a-f]{40,}\b/gi;
const KEY_LITERAL = /x'[0-9a-f]+'/gi;
const LONG_BASE64 = /\b[A-Za-z0-9+/]{40,}={0,2}/g;
/** NIP (18 digits) and NIK (16), also when written in groups; not the digits inside an id of ours. */
const IDENTITY_NUMBER = /(?<![\w-])\d(?:[ .-]?\d){15,17}(?![\w-])/g;
const RECOVERY_CODE = /\b[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){3,}\b/g;
const NAMED_SECRET =
  /((?:pass(?:phrase|word)|sandi|recovery\w*|secret|token|key|cookie|authorization)\w*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi;

/** The line without secrets, personal numbers, addresses of the web and folders of the person. */
export function redact(text: string): string {
  return text
    .replace(NAMED_SECRET, '$1[redacted]')
    .replace(KEY_LITERAL, '[key]')
    .replace(WEB_ADDRESS, '[address]')
    .replace(RECOVERY_CODE, '[code]')
    .replace(LONG_HEX, '[hex]')
    .replace(ABSOLUTE_PATH, '…/$1')
    .replace(HOME, '[home]')
    .replace(LONG_BASE64, '[base64]')
    .replace(IDENTITY_NUMBER, '[number]');
}
