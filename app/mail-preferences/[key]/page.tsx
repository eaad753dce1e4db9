import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnsubscribeForm } from '#components/mailbox/unsubscribe-form.tsx'
import { MessageCard } from '#components/shell/message-card.tsx'
import { MessagePage } from '#components/shell/message-page.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { findMailPreference } from '#lib/notices/mail/find-mail-preference.ts'
import { systemContext } from '#lib/process/application.ts'
import { switchMailPreference } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.unsubscribe')
  return { title: t('pageTitle'), robots: { index: false } }
}

type MailPreferencesPageProps = { params: Promise<{ key: string }> }

/** Target of the link in an e-mail. Opening it changes nothing, because virus scanners open links too. */
export default async function MailPreferencesPage({ params }: MailPreferencesPageProps) {
  const { key } = await params
  const found = await findMailPreference(systemContext(), { key })
  return (
    <MessagePage>
      {found ? (
        <Texts of={['notices']}>
          <UnsubscribeForm {...found} setSubscription={switchMailPreference.bind(null, key)} />
        </Texts>
      ) : (
        <Unknown />
      )}
    </MessagePage>
  )
}

async function Unknown() {
  const t = await getTranslations('notices')
  return (
    <MessageCard
      title={t('unsubscribe.unknown')}
      actions={
        <ButtonAnchor href="/notices" variant="primary">
          {t('title')}
        </ButtonAnchor>
      }
    >
      {t('unsubscribe.unknownText')}
    </MessageCard>
  )
}
