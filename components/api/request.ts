import { createClient } from '#lib/api/client.ts'

/** Requests to the server that sent this page, as the person who is signed in. Throw `ApiFailure`. */
export const { request, send } = createClient()

/** Requests of a person who is not signed in. Throws `ApiFailure`. */
export const { request: requestSignedOut } = createClient({ credentials: 'omit' })
