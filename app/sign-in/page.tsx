import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Texts } from '#components/shell/texts.tsx'
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx'
import { currentActor } from '#lib/http/current-context.ts'
import { sameOriginPath } from '#lib/http/same-origin-path.ts'
import { KEEP_SIGNED_IN_COOKIE } from '#lib/http/session-cookie.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = sameOriginPath((await searchParams).next)
  if (await currentActor()) redirect(next)
  const t = await getTranslations('signIn')
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      <Texts of={['common', 'signIn']}>
        <SignInForm next={next} keep={(await cookies()).get(KEEP_SIGNED_IN_COOKIE)?.value === 'true'} />
      </Texts>
      <p className="text-center text-sm text-text-2">{t('newHere')}</p>
    </SignInFrame>
  )
}
