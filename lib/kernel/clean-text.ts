/** Scripts in which joiners and variation selectors change the shape of letters and are part of the spelling. */
const JOINED_SCRIPTS = [
  ...['Arab', 'Syrc', 'Mand', 'Nkoo', 'Adlm', 'Rohg', 'Mong', 'Phag'],
  ...['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'],
  ...['Khmr', 'Mymr', 'Laoo', 'Tibt', 'Java', 'Bali'],
]
const JOINED = `[${JOINED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`
const VIRAMA = '[\\u09cd\\u0d4d\\u0dca]'
const SKIN = '[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?'

const kept = [
  '[\\n\\t]',
  // several emoji joined into one picture: 👩‍🏫
  `(?<=\\p{Extended_Pictographic}${SKIN})\\u200d(?=\\p{Extended_Pictographic})`,
  // an emoji in colour or as text, a keycap, and the flags of England, Scotland and Wales
  '(?<=[\\p{Extended_Pictographic}0-9#*])[\\ufe0e\\ufe0f]',
  '(?<=\\u{1f3f4})[\\u{e0020}-\\u{e007e}]+\\u{e007f}',
  // variants of Chinese characters that are used in names
  '(?<=\\p{Ideographic})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
  `(?<=${JOINED})[\\u200c\\u200d\\u180b-\\u180f](?=${JOINED})`,
  `(?<=${VIRAMA})\\u200d`,
]
const DIRECTION_MARK = '[\\u200e\\u200f\\u061c]'
const HIDDEN = '[\\p{Cc}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\ufff9-\\ufffb]'

const hidden = new RegExp(`(${kept.join('|')})|${HIDDEN}`, 'gu')
const hiddenBesideMarks = new RegExp(`(${[...kept, DIRECTION_MARK].join('|')})|${HIDDEN}`, 'gu')
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
const BLANK_SYMBOL = /\u2800/g
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
/** Most texts contain only these characters and need no cleaning. */
const PLAIN = /^[\n\x20-\x7e]*$/

/**
 * A text in its stored form: NFC, `\n` for every line break, trimmed, and without invisible characters such as
 * control characters, zero-width characters and direction overrides. Keeps joiners inside emoji and in scripts that
 * need them for spelling, and direction marks in right-to-left text. Empty if nothing is visible. Idempotent.
 * Source: Unicode 17, Default_Ignorable_Code_Point (DerivedCoreProperties.txt).
 */
export function cleanText(text: string): string {
  const broken = text.replace(LINE_BREAK, '\n').trim()
  if (PLAIN.test(broken)) return broken
  const seen = withoutHidden(broken)
  return VISIBLE.test(seen.replace(BLANK_SYMBOL, '')) ? seen : ''
}

/**
 * Repeats until nothing changes, because NFC reorders marks, after which a different joiner may be the one to keep.
 */
function withoutHidden(text: string): string {
  const pattern = RIGHT_TO_LEFT.test(text) ? hiddenBesideMarks : hidden
  const cleaned = text
    .replace(pattern, (_, kept: string | undefined) => kept ?? '')
    .normalize('NFC')
    .trim()
  return cleaned === text ? cleaned : withoutHidden(cleaned)
}

/** cleanText() for a single line: each run of spaces, tabs and line breaks becomes one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\n\t]\s*|\s{2,}/g, ' ')
}
