import { createClient } from '#lib/api/client.ts'

/** Requests to the server of this page, with the signed-in user's cookies. Throw `ApiFailure`. */
export const { request, send } = createClient()

/** Requests without cookies, for pages without a sign-in. Throws `ApiFailure`. */
export const { request: requestSignedOut } = createClient({ credentials: 'omit' })
