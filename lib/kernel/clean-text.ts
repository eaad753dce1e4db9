/** Letters of these scripts change their shape by joiners and variation selectors, so that spelling needs them. */
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
  // one picture of several emoji: 👩‍🏫
  `(?<=\\p{Extended_Pictographic}${SKIN})\\u200d(?=\\p{Extended_Pictographic})`,
  // an emoji in colour or as text, a keycap, and the flags of England, Scotland and Wales
  '(?<=[\\p{Extended_Pictographic}0-9#*])[\\ufe0e\\ufe0f]',
  '(?<=\\u{1f3f4})[\\u{e0020}-\\u{e007e}]+\\u{e007f}',
  // forms of Chinese characters that names are written with
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
/** Most texts are of these characters only, of which nothing has to be looked at. */
const PLAIN = /^[\n\x20-\x7e]*$/

/**
 * A text as it is kept: in NFC, with `\n` for every line break, trimmed, and without characters that are not seen, such as
 * control characters, zero-width characters and overrides of the direction. Joiners inside emoji and in scripts that are
 * spelled with them are kept, and direction marks in right-to-left text. Empty where nothing of it would be seen. Cleaning
 * twice changes nothing.
 * Source: Unicode 17, Default_Ignorable_Code_Point (DerivedCoreProperties.txt).
 */
export function cleanText(text: string): string {
  const broken = text.replace(LINE_BREAK, '\n').trim()
  if (PLAIN.test(broken)) return broken
  const seen = withoutHidden(broken)
  return VISIBLE.test(seen.replace(BLANK_SYMBOL, '')) ? seen : ''
}

/** NFC puts marks in another order, after which another joiner may be the one to keep: so until nothing changes. */
function withoutHidden(text: string): string {
  const pattern = RIGHT_TO_LEFT.test(text) ? hiddenBesideMarks : hidden
  const cleaned = text
    .replace(pattern, (_, kept: string | undefined) => kept ?? '')
    .normalize('NFC')
    .trim()
  return cleaned === text ? cleaned : withoutHidden(cleaned)
}

/** The same in one line: each run of blanks, tabs and line breaks becomes one blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\n\t]\s*|\s{2,}/g, ' ')
}
