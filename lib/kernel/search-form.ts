/** Accents and vowel points that people omit in a search; vowel signs of Indic scripts are letters. */
const ACCENTS = new RegExp(
  `[${[
    // Latin, Greek and Cyrillic
    '\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
    // Hebrew
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    // Arabic
    '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed',
    // joiners, direction marks and variation selectors
    '\\u200b-\\u200f\\ufe00-\\ufe0f',
  ].join('')}]`,
  'g',
)

/** Letters and signs that Unicode does not decompose, with the characters that people type for them. */
const TYPED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const TYPED_OTHERWISE = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'g')

/**
 * A name or search text in normalised form: `joao` for João, `o'brien` for O’Brien. The database function
 * search_form() does the same; a test compares both for every character.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(TYPED_OTHERWISE, (letter) => TYPED[letter] ?? letter)
}

/** The words of a search, each in its search form. */
export function searchWords(text: string): string[] {
  return searchForm(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}
