import 'server-only'
import { createHmac } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import { brandedError } from '#lib/kernel/branded-error.ts'
import type { Configuration } from './configuration.ts'

/** The instance's AUTH_SECRET differs from the one in the database; the message has instructions. */
export class SecretMismatch extends brandedError('SecretMismatch') {}

const ROW = { id: 1 }
const HASHED_TEXT = 'the secret of a Koding Caravan installation'

type InstanceSettings = Pick<Configuration, 'authSecret' | 'acceptNewSecrets' | 'chosenPublicUrl'>

/**
 * Compares the instance's AUTH_SECRET and PUBLIC_URL with the recorded ones. The first instance on a database
 * records its own. Of two instances with different secrets that start together, the second waits for the first and
 * is refused. A different PUBLIC_URL is recorded with a warning in the log.
 * @throws SecretMismatch unless new secrets are accepted
 */
export async function confirmInstallation(
  { database }: Pick<SystemContext, 'database'>,
  own: InstanceSettings,
): Promise<void> {
  const { authSecret, acceptNewSecrets, chosenPublicUrl: publicUrl } = own
  const secretHash = createHmac('sha256', authSecret).update(HASHED_TEXT).digest()
  const { installation } = database
  // If another instance wrote first, only its secret is accepted.
  const compareAgain = () => confirmInstallation({ database }, { ...own, acceptNewSecrets: false })
  const known = await installation.findUnique({ where: ROW })
  if (!known) {
    const data = [{ ...ROW, secretHash, publicUrl }]
    const { count } = await installation.createMany({ data, skipDuplicates: true })
    return count === 0 ? compareAgain() : undefined
  }
  if (!secretHash.equals(known.secretHash)) {
    if (!acceptNewSecrets) throw new SecretMismatch(mismatchMessage)
    const where = { ...ROW, secretHash: known.secretHash }
    const { count } = await installation.updateMany({ where, data: { secretHash } })
    if (count === 0) return compareAgain()
    console.warn('The new AUTH_SECRET is recorded. Start every instance with it, without ACCEPT_NEW_SECRETS.')
  }
  if (!publicUrl || publicUrl === known.publicUrl) return
  await installation.updateMany({ where: { ...ROW, publicUrl: known.publicUrl }, data: { publicUrl } })
  if (!known.publicUrl) return
  console.warn(
    `PUBLIC_URL is ${publicUrl} and was ${known.publicUrl} before: links in mails that were sent lead to the old address.`,
  )
}

const mismatchMessage = [
  'AUTH_SECRET is not the one that this database knows: links of one instance would not work on another.',
  'Start this instance with the AUTH_SECRET of the others, or of the installation that the database was restored from',
  '(npm run up keeps the secret that it made in secrets.json of DATA_DIR). To change the secret for good, start once',
  'with ACCEPT_NEW_SECRETS=true: open invitations, addresses of calendar feeds and links in mails then stop working.',
].join('\n  ')
