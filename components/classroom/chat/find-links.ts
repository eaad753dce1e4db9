import { LinkifyIt } from 'linkify-it'

export type FoundLink = {
  /** Start and end index in the text. */
  from: number
  to: number
  href: string
}

// In languages without spaces, a letter may precede a link. A Latin letter before it is part of a word or scheme.
const START = /(?<![\p{Script=Latin}\p{N}_])(?:https?:\/\/|(?<![./\\:@-])www\.)/giu

const linkify = new LinkifyIt({ urlAuth: true })

/**
 * The links in a text: addresses that begin with http://, https:// or www., in any case. Other schemes and bare hosts,
 * such as the file name index.js, are text. Punctuation and brackets of the surrounding sentence are not included.
 */
export function findLinks(text: string): FoundLink[] {
  const links: FoundLink[] = []
  for (const { 0: start, index: from } of text.matchAll(START)) {
    if (from < (links.at(-1)?.to ?? 0)) continue
    const isBare = start.toLowerCase() === 'www.'
    const rest = isBare ? `https://${text.slice(from)}` : text.slice(from)
    const scheme = rest.slice(0, rest.indexOf(':') + 1)
    const length = scheme.length + linkify.testSchemaAt(rest, scheme, scheme.length)
    const address = rest.slice(0, length).replace(/[:*~?]+$/, '')
    if (!isLink(address, isBare)) continue
    const to = from + address.length - (isBare ? 'https://'.length : 0)
    links.push({ from, to, href: scheme.toLowerCase() + address.slice(scheme.length) })
  }
  return links
}

function isLink(address: string, isBare: boolean): boolean {
  if (isBare && !/^https:\/\/www\.[^/?#]+\../i.test(address)) return false
  // The host of https://bank.example@elsewhere.example is elsewhere.example.
  return URL.canParse(address) && new URL(address).username === ''
}
