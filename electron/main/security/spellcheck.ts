/** Beyond the list: no spell checker. Its dictionaries are downloaded, and it would see every name that is typed. */

export interface SpellcheckSession {
  setSpellCheckerEnabled(enabled: boolean): void;
}

/** Switches the spell checker of a session off. */
export function disableSpellcheck(session: SpellcheckSession): void {
  session.setSpellCheckerEnabled(false);
}
