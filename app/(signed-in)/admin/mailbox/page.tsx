import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { EmailList } from '#components/mailbox/email-list.tsx'
import { NoMailServer } from '#components/mailbox/no-mail-server.tsx'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Texts } from '#components/shell/texts.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { isInstantCursor } from '#lib/kernel/instant-cursor.ts'
import { listMailbox } from '#lib/mailbox/list-mailbox.ts'
import { NOTICE_RETENTION_DAYS } from '#lib/notices/delete-old-notices.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.mailbox')
  return { title: t('title') }
}

const A_PAGE = 25

const address = z.object({ after: z.string().refine(isInstantCursor).optional().catch(undefined) })

type MailboxPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MailboxPage({ searchParams }: MailboxPageProps) {
  const context = await currentContext('ADMIN')
  const { after } = address.parse(await searchParams)
  const t = await getTranslations('notices.mailbox')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const { items, nextCursor, configured, waiting } = await listMailbox(context, {
    cursor: after,
    limit: A_PAGE,
  })
  return (
    <Texts of={['common', 'notices']}>
      <ListPage
        title={t('title')}
        meta={t('lead', { days: NOTICE_RETENTION_DAYS, place: cityOf(zone) })}
        filters={configured ? null : <NoMailServer waiting={waiting} />}
        empty={items.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        after={after}
        nextCursor={nextCursor}
        hrefOf={(after) => (after ? `/admin/mailbox?after=${after}` : '/admin/mailbox')}
        newestFirst
      >
        <EmailList emails={items} configured={configured} zone={zone} now={now} />
      </ListPage>
    </Texts>
  )
}
