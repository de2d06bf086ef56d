/**
 * The development exception: an old runtime, or one without sandbox, may capture pages of this very machine. A program file of
 * its own that packages leave out (electron-builder.config.mjs): there, a limited runtime captures nothing.
 */
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';

export const LOOPBACK_PAGES: AddressRules = Object.freeze({ loopbackOnly: true, allowLocalNetwork: false });
