/**
 * Who a page showed itself to: somebody who is not logged in, or the office's own account. A fresh window starts logged out;
 * what happens in it since is watched for signs of a log-in by hand. A sign proves nothing, so it never says "logged in":
 * it takes away the certainty, and the officer is asked. Pure; nothing of what was typed is kept.
 */

export const LOGIN_SIGNS = ['password-sent', 'login-sent', 'login-cookie', 'logout-offered'] as const;
export type LoginSign = (typeof LOGIN_SIGNS)[number];

export type SeenBy =
  | { readonly how: 'without-login' }
  | { readonly how: 'office-account'; readonly profileId: string; readonly profileName: string }
  | { readonly how: 'uncertain'; readonly signs: readonly LoginSign[] };

/** What an officer says where the window could not tell. */
export const SEEN_BY_ANSWERS = ['without-login', 'office-account', 'other-account'] as const;
export type SeenByAnswer = (typeof SEEN_BY_ANSWERS)[number];

/** A named session of the office that a window was opened with. */
export interface ProfileInUse {
  readonly id: string;
  readonly name: string;
}

/** What is looked at of a request that leaves the page; the body's text is only asked for field names. */
export interface SentRequest {
  readonly method: string;
  readonly address: string;
  readonly body: string;
}

/** Follows one window from its opening. */
export interface LoginWatch {
  /** A person typed or pasted into the page. */
  typed(): void;
  sent(request: SentRequest): void;
  /** A cookie was set. */
  cookie(cookie: { readonly name: string; readonly domain: string; readonly httpOnly: boolean }): void;
  signs(): readonly LoginSign[];
}

/** A field of a form, of JSON or of a multipart body that is named as a password is. */
const PASSWORD_FIELD =
  /(?:^|[&"'{,;\s[\]])[\w.-]{0,40}(?:password|passwd|pwd|passcode|encpass|kata_?sandi|sandi)[\w.-]{0,20}\]?["']?\s*(?:[=:]|\r?\n)/i;
const LOGIN_PATH = /\/(?:ajax\/)?(?:login|log-in|log_in|signin|sign-in|sign_in|masuk|sessions?)(?:\/|\.|$)/i;
/** A line of the page that is nothing but the way out of a session. */
const LOGOUT_LINE = /^(keluar(?: akun)?|log ?out|sign ?out)$/i;

/** A watch that has seen nothing yet. */
export function createLoginWatch(): LoginWatch {
  const signs = new Set<LoginSign>();
  const known = new Set<string>();
  let typed = false;
  let answered = false;
  return {
    typed: () => void (typed = true),
    sent({ method, address, body }) {
      if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
      if (PASSWORD_FIELD.test(body)) signs.add('password-sent');
      if (!typed) return;
      if (LOGIN_PATH.test(pathOf(address))) signs.add('login-sent');
      answered = true;
    },
    cookie({ name, domain, httpOnly }) {
      const key = `${domain} ${name}`;
      // A cookie that scripts cannot read, new after something was typed and sent, is how sites keep a session.
      if (httpOnly && answered && !known.has(key)) signs.add('login-cookie');
      known.add(key);
    },
    signs: () => LOGIN_SIGNS.filter((sign) => signs.has(sign)),
  };
}

/** The statement for one capture: from the window's profile, its watch, and the beginning of the page's visible text. */
export function seenByOf(profile: ProfileInUse | null, signs: readonly LoginSign[], text: string): SeenBy {
  if (profile !== null) return { how: 'office-account', profileId: profile.id, profileName: profile.name };
  const offered = text.split('\n').some((line) => LOGOUT_LINE.test(line.trim()));
  const all = offered && !signs.includes('logout-offered') ? [...signs, 'logout-offered' as const] : signs;
  return all.length === 0 ? { how: 'without-login' } : { how: 'uncertain', signs: all };
}

/**
 * Whether a capture may hold data of the officer's or the office's account: of one made with the account always, of an
 * uncertain one until the officer has said that nobody was logged in. Captures of older records were made logged out.
 */
export function mayHoldAccountData(seenBy: SeenBy | null, answer: SeenByAnswer | null): boolean {
  if (seenBy === null || seenBy.how === 'without-login') return false;
  return seenBy.how === 'office-account' || answer !== 'without-login';
}

/** Kinds of artefact that hold a page's code or its connections: account data can be in them without being seen. */
export function carriesPageData(kind: string): boolean {
  return /(^|-)(mhtml|wacz|warc)$/.test(kind);
}

function pathOf(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}
