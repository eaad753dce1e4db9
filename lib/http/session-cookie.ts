import 'server-only'
import { application } from '#lib/process/application.ts'

/** Whether people reach the application under https, so that its cookies must not travel without. */
export function isSecure(): boolean {
  return application().configuration.publicUrl.protocol === 'https:'
}

/** The web's session cookie (docs/contract.md, "Everywhere"). */
export function sessionCookieName(): string {
  return `${isSecure() ? '__Host-' : ''}next-auth.session-token`
}
