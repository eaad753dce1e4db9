import 'server-only'
import words from './common-passwords.json' with { type: 'json' }

/**
 * 10,000 common passwords of 8 or more characters, in lower case, by frequency. Source: the password list of
 * @zxcvbn-ts/language-common 4.1.3 (MIT, see common-passwords.licence.txt), after the lists of the UK's NCSC and NordPass.
 */
export const commonPasswords: ReadonlySet<string> = new Set(words)
