/**
 * Converts pasted text to a table. A spreadsheet table is kept; addresses become a table of e-mail and name. Addresses
 * are separated by lines, commas, semicolons or spaces, and may have names as in mail programs: `Ana Lima
 * <ana@example.org>`. Text that is not an address becomes a row too, so that it is shown as faulty.
 */
export function toTable(pasted: string): { text: string; isAddresses: boolean } {
  if (pasted.includes('\t')) return { text: pasted, isAddresses: false }
  const people = pasted.split(/[\r\n;]+/).flatMap(parsePeople)
  return { text: people.map((person) => person.map(quoted).join(',')).join('\n'), isAddresses: true }
}

type Person = [email: string, name: string]

/** The people in a line. A comma belongs to a name if an address in brackets follows. */
function parsePeople(line: string): Person[] {
  const people: Person[] = []
  let rest = line
  for (let named = nextNamed(rest); named; named = nextNamed(rest)) {
    people.push(...bare(named.before), [named.email, named.name])
    rest = named.after
  }
  return [...people, ...bare(rest)]
}

/** The next address in brackets and the name before it. */
function nextNamed(line: string) {
  const match = /<([^<>]*)>/.exec(line)
  if (!match) return null
  const words = line.slice(0, match.index)
  // A name starts after the last bare address. It is quoted if it has a comma; an unquoted name has at most one.
  const [, before = '', name = ''] = /^(.*@[^\s,]+[\s,]+)?(.*)$/s.exec(words) ?? []
  return {
    before,
    name: name
      .trim()
      .replace(/^,\s*/, '')
      .replace(/^"(.*)"$/s, '$1')
      .trim(),
    email: (match[1] ?? '').trim(),
    after: line.slice(match.index + match[0].length).replace(/^[\s,]+/, ''),
  }
}

function bare(text: string): Person[] {
  return text.split(',').flatMap((part) => {
    const words = part.trim().split(/\s+/).filter(Boolean)
    const addresses = words.filter((word) => word.includes('@'))
    const [address] = addresses
    if (words.length === 0) return []
    if (!address) return [[words.join(' '), ''] satisfies Person]
    if (addresses.length > 1) return words.map((word): Person => [word, ''])
    return [[address, words.filter((word) => word !== address).join(' ')] satisfies Person]
  })
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
