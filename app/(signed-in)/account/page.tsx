import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Texts } from '#components/shell/texts.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { zoneList } from '#lib/time/zone-list.ts'
import { changeOwnPassword, changeOwnTimeZone } from './actions.ts'
import { PasswordForm } from './password-form.tsx'
import { PreviewChoice } from './preview-choice.tsx'
import { ThemeChoice } from './theme-choice.tsx'
import { TimeZoneChoice } from './time-zone-choice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const { actor } = await currentContext()
  const t = await getTranslations('account')
  return (
    <Texts of={['account', 'common', 'shell']}>
      <div className="flex w-full max-w-180 flex-col gap-5 px-4 pt-6 pb-10 sm:px-9 sm:pt-7">
        <PageHead title={t('title')} meta={t('lead', { name: actor.name, email: actor.email })} />
        <Section title={t('times')}>
          <TimeZoneChoice own={actor.timeZone} zones={zoneList(actor.timeZone)} change={changeOwnTimeZone} />
        </Section>
        <Section title={t('look')}>
          <ThemeChoice />
        </Section>
        {actor.role === 'ADMIN' ? null : (
          <Section title={t('joining')}>
            <PreviewChoice />
          </Section>
        )}
        <Section title={t('password')}>
          <PasswordForm email={actor.email} change={changeOwnPassword} />
        </Section>
      </div>
    </Texts>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="p-5">
      <h2 className="mb-3 text-h3">{title}</h2>
      {children}
    </Card>
  )
}
