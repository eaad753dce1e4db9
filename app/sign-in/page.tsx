import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Texts } from '#components/shell/texts.tsx'
import { Doorway } from '#components/sign-in/doorway.tsx'
import { currentActor } from '#lib/http/current-context.ts'
import { ownPath } from '#lib/http/own-path.ts'
import { KEEP_COOKIE } from '#lib/http/session-cookie.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = ownPath((await searchParams).next)
  if (await currentActor()) redirect(next)
  const t = await getTranslations('signIn')
  return (
    <Doorway title={t('title')} lead={t('lead')}>
      <Texts of={['common', 'signIn']}>
        <SignInForm next={next} keep={(await cookies()).get(KEEP_COOKIE)?.value === 'true'} />
      </Texts>
      <p className="text-center text-sm text-text-2">{t('newHere')}</p>
    </Doorway>
  )
}
