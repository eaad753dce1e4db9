import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Texts } from '#components/shell/texts.tsx'
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { findLink } from '#lib/identity/password-links/find-link.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { systemContext } from '#lib/process/application.ts'
import { SetPasswordForm } from './set-password-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('passwordLinks')
  return { title: t('title'), robots: { index: false, follow: false } }
}

type InvitationPageProps = { params: Promise<{ key: string }> }

/** Target of a link that sets a password: an invitation or a password reset. */
export default async function InvitationPage({ params }: InvitationPageProps) {
  const { key } = await params
  const t = await getTranslations('passwordLinks')
  const link = await findLinkOrNull(key)
  if (link?.holder) {
    const { name, email } = link.holder
    return (
      <SignInFrame title={t(`open.${link.purpose}.title`, { name })} lead={t(`open.${link.purpose}.lead`)}>
        <Texts of={['common', 'passwordLinks', 'signIn']}>
          <SetPasswordForm linkKey={key} email={email} name={link.purpose === 'invitation' ? name : null} />
        </Texts>
      </SignInFrame>
    )
  }
  const reset = link?.purpose === 'reset'
  return (
    <SignInFrame title={t('closed.title')} lead={t(`closed.${closedBy(link)}`)}>
      <div className="flex flex-wrap gap-2.5">
        {reset ? (
          <ButtonLink href="/sign-in/reset" variant="primary" size="lg">
            {t('closed.again')}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/sign-in" variant={reset ? 'secondary' : 'primary'} size="lg">
          {t('closed.signIn')}
        </ButtonLink>
      </div>
    </SignInFrame>
  )
}

type FoundLink = Awaited<ReturnType<typeof findLink>>

async function findLinkOrNull(key: string): Promise<FoundLink | null> {
  try {
    return await findLink(systemContext(), { key })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return null
    throw error
  }
}

function closedBy(link: FoundLink | null) {
  return link && link.state !== 'open' ? link.state : 'unknown'
}
