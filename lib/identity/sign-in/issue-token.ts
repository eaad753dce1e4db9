import 'server-only'
import type { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'
import type { issueTokenEndpoint } from '#lib/identity/api.ts'
import { clientAddressOf } from '#lib/kernel/client-address-of.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { application } from '#lib/process/application.ts'
import { signIn } from './sign-in.ts'

/**
 * Signs a mobile app in. The app sends the token as `Authorization: Bearer`.
 * @throws Refusal `unauthenticated`, `rate_limited`, `unavailable`
 */
export async function issueToken(
  { request, ...context }: SystemContext & { request: { headers: Headers } },
  { email, password, deviceId, timeZone }: z.output<typeof issueTokenEndpoint.body>,
): Promise<DataOf<typeof issueTokenEndpoint>> {
  const { credential, expiresAt, user, device } = await signIn(
    context,
    {
      email,
      password,
      timeZone,
      carrier: 'bearer',
      address: clientAddressOf(request.headers),
      device: deviceId,
    },
    application().configuration.authSecret,
  )
  return { token: credential, expiresAt: expiresAt.toISOString(), user, deviceId: device }
}
