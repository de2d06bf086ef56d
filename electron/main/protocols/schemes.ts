/** Checklist 18: our pages have an origin of their own instead of file://. Told to Electron before it is ready. */
import { APP_SCHEME, EVIDENCE_SCHEME } from '../security/origin.ts';

/** What `protocol.registerSchemesAsPrivileged` takes. Neither scheme passes the content security policy by, nor CORS. */
export const PRIVILEGED_SCHEMES = [
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
  { scheme: EVIDENCE_SCHEME, privileges: { standard: true, secure: true, stream: true } },
];
