import type { Meaning } from '#lib/classes/import/api.ts'

/** What a column can mean, as it is offered. */
export const MEANINGS: Meaning[] = ['email', 'name', 'firstName', 'lastName', 'place']
