/**
 * Beyond the list: a packaged app obeys no variable and no switch that is meant for developers; whoever can set one for
 * the officer's session must not be able to look into the program.
 */

/** Chromium and Node switches that open or weaken the program. */
const DEVELOPER_SWITCHES: readonly string[] = [
  'allow-file-access-from-files',
  'auto-open-devtools-for-tabs',
  'disable-features',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'enable-features',
  'enable-logging',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
  'user-agent',
];

const DEVELOPER_VARIABLE =
  /^(NETRA|ELECTRON)_|^(NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_TLS_REJECT_UNAUTHORIZED|SSLKEYLOGFILE)$/i;

/** The variables a packaged app takes out of its environment before it reads any; none in development. */
export function ignoredVariables(names: Iterable<string>, packaged: boolean): readonly string[] {
  return packaged ? [...names].filter((name) => DEVELOPER_VARIABLE.test(name)) : [];
}

/** The switches a packaged app takes off its command line before it is ready; none in development. */
export function ignoredSwitches(packaged: boolean): readonly string[] {
  return packaged ? DEVELOPER_SWITCHES : [];
}
