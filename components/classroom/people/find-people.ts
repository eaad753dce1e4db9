/** Those in whose names the words stand, however they are accented. */
export function findPeople<Person extends { name: string }>(people: Person[], words: string): Person[] {
  const sought = plain(words.trim())
  return people.filter(({ name }) => plain(name).includes(sought))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
