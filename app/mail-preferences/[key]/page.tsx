import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StopMails } from '#components/mailbox/stop-mails.tsx'
import { Notice } from '#components/shell/notice.tsx'
import { NoticePage } from '#components/shell/notice-page.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { findMailPreference } from '#lib/notices/mail/find-mail-preference.ts'
import { systemContext } from '#lib/process/application.ts'
import { switchMailsOf } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.stop')
  return { title: t('pageTitle'), robots: { index: false } }
}

type MailPreferencesPageProps = { params: Promise<{ key: string }> }

/** Where the link in a mail leads; opening it changes nothing, as programs that look for viruses open links too. */
export default async function MailPreferencesPage({ params }: MailPreferencesPageProps) {
  const { key } = await params
  const found = await findMailPreference(systemContext(), { key })
  return (
    <NoticePage>
      {found ? (
        <Texts of={['notices']}>
          <StopMails {...found} switchMails={switchMailsOf.bind(null, key)} />
        </Texts>
      ) : (
        <Unknown />
      )}
    </NoticePage>
  )
}

async function Unknown() {
  const t = await getTranslations('notices')
  return (
    <Notice
      title={t('stop.unknown')}
      actions={
        <ButtonAnchor href="/notices" variant="primary">
          {t('title')}
        </ButtonAnchor>
      }
    >
      {t('stop.unknownText')}
    </Notice>
  )
}
