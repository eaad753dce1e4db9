import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MessagePage } from '#components/shell/message-page.tsx'
import { NotFoundMessage } from '#components/shell/refused-messages.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle') }
}

export default function MissingPage() {
  return (
    <MessagePage>
      <NotFoundMessage />
    </MessagePage>
  )
}
