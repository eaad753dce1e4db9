import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Texts } from '#components/shell/texts.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { BrowserZone } from './browser-zone.tsx'
import { NightCaravan } from './night-caravan.tsx'

type SignInFrameProps = { title: string; lead: ReactNode; children: ReactNode }

/** The frame of pages without a sign-in: one task, next to the caravan. */
export async function SignInFrame({ title, lead, children }: SignInFrameProps) {
  const t = await getTranslations('signIn')
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.08fr)]">
      <main className="flex flex-col px-6 py-6 lg:px-10 lg:py-8">
        <Brand className="text-lg" />
        <div className="m-auto flex w-full max-w-93 flex-col gap-4.5 py-10">
          <div>
            <h1 className="text-[2rem] leading-[2.375rem] font-semibold tracking-[-.024em]">{title}</h1>
            <p className="mt-1.5 text-lg text-text-2">{lead}</p>
          </div>
          {children}
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
