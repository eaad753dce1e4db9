import { searchForm, searchWords } from '#lib/kernel/search-form.ts'

/** People whose names contain all the words. Accents are ignored. */
export function findPeople<Person extends { name: string }>(people: Person[], search: string): Person[] {
  const words = searchWords(search)
  return people.filter(({ name }) => {
    const form = searchForm(name)
    return words.every((word) => form.includes(word))
  })
}
