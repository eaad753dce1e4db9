import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ownPath } from '#components/shell/own-path.ts'
import { Texts } from '#components/shell/texts.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { currentActor } from '#lib/http/current-context.ts'
import { BrowserZone } from './browser-zone.tsx'
import { NightCaravan } from './night-caravan.tsx'
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
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.08fr)]">
      <main className="flex flex-col px-6 py-6 lg:px-10 lg:py-8">
        <Brand className="text-lg" />
        <div className="m-auto flex w-full max-w-93 flex-col gap-4.5 py-10">
          <div>
            <h1 className="text-[2rem] leading-[2.375rem] font-semibold tracking-[-.024em]">{t('title')}</h1>
            <p className="mt-1.5 text-lg text-text-2">{t('lead')}</p>
          </div>
          <Texts of={['signIn']}>
            <SignInForm next={next} />
          </Texts>
          <p className="text-center text-sm text-text-2">{t('newHere')}</p>
        </div>
        <footer className="text-sm text-text-2">
          <Texts of={['signIn']}>
            <BrowserZone />
          </Texts>
        </footer>
      </main>
      <NightCaravan title={t('promise')} text={t('offer')} />
      <TimeZoneCookie shown={null} fixed={false} />
    </div>
  )
}
