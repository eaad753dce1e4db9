import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ListPages } from '#components/forms/list-pages.tsx'
import { EmailList } from '#components/mailbox/email-list.tsx'
import { NoMailServer } from '#components/mailbox/no-mail-server.tsx'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Texts } from '#components/shell/texts.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
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
      <div className="min-w-0 flex-1 pt-5 pb-8">
        <div className="flex flex-col gap-4 px-4 pb-4 sm:px-6">
          <PageHead
            title={t('title')}
            meta={t('lead', { days: NOTICE_RETENTION_DAYS, place: cityOf(zone) })}
          />
          {configured ? null : <NoMailServer waiting={waiting} />}
        </div>
        {items.length > 0 ? (
          <EmailList emails={items} configured={configured} zone={zone} now={now} />
        ) : (
          <EmptyState className="border-t px-4 py-8 sm:px-6" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        )}
        <ListPages
          label={t('pages')}
          first={after ? { href: '/admin/mailbox', label: t('newest') } : null}
          next={nextCursor ? { href: `/admin/mailbox?after=${nextCursor}`, label: t('older') } : null}
        />
      </div>
    </Texts>
  )
}
