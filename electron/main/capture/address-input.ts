/** What a person types into the address field, as an address. */
import { AppError } from '#shared/errors/app-error.ts';
import { parseAddress } from './engine/address.ts';

/** The full address; `https://` where no scheme was typed. Throws ADDRESS_NOT_ALLOWED for what is none of the web. */
export function addressFromInput(typed: string): string {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = /\s/.test(text) ? null : parseAddress(hasScheme ? text : `https://${text}`);
  if (text === '' || url === null) throw new AppError('ADDRESS_NOT_ALLOWED', { reason: 'no-host' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError('ADDRESS_NOT_ALLOWED', { reason: 'scheme-not-web' });
  }
  // A password in an address would end up in every record that names the address.
  url.username = '';
  url.password = '';
  return url.href;
}
