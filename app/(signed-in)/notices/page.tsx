import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { FeedCard } from '#components/feed/feed-card.tsx'
import { MarkAllRead } from '#components/notices/mark-all-read.tsx'
import { NoticeList } from '#components/notices/notice-list.tsx'
import { PreferencesCard } from '#components/notices/preferences-card.tsx'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pager } from '#components/ui/list-page.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { listNotices } from '#lib/inbox/list-notices.ts'
import { isInstantCursor } from '#lib/kernel/instant-cursor.ts'
import { NOTICE_RETENTION_DAYS } from '#lib/notices/delete-old-notices.ts'
import { findPreferences } from '#lib/notices/preferences.ts'
import { noticeTopic } from '#lib/notices/topics.ts'
import { findFeedAddress } from '#lib/sessions/feed/find-feed-address.ts'
import { changeOwnPreferences, markNoticesRead, revokeOwnFeed } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

const A_PAGE = 30

const address = z.object({ after: z.string().refine(isInstantCursor).optional().catch(undefined) })

type NoticesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NoticesPage({ searchParams }: NoticesPageProps) {
  const context = await currentContext()
  const { after } = address.parse(await searchParams)
  const now = context.now.toISOString()
  const zone = await viewerZone(context)
  const [t, { items, nextCursor, unread }, preferences, feed] = await Promise.all([
    getTranslations('notices'),
    listNotices(context, { cursor: after, limit: A_PAGE, zone }),
    findPreferences(context),
    findFeedAddress(context),
  ])
  return (
    <Texts of={['common', 'feed', 'notices']}>
      <div className="grid w-full max-w-280 items-start gap-x-8 gap-y-5 px-4 pt-5 pb-10 sm:px-8 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
        <div className="min-w-0">
          <header className="mb-5 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-h1">{t('title')}</h1>
            <p className="text-text-2 tabular-nums">{t('new', { count: unread })}</p>
            {unread > 0 ? (
              <div className="ml-auto">
                <MarkAllRead markRead={markNoticesRead} />
              </div>
            ) : null}
          </header>
          {items.length > 0 ? (
            <>
              <NoticeList notices={items} zone={zone} now={now} />
              <p className="mx-1 mt-3.5 text-sm text-text-2">{t('kept', { days: NOTICE_RETENTION_DAYS })}</p>
            </>
          ) : (
            <NothingHere after={after} />
          )}
          <Pager
            after={after}
            nextCursor={nextCursor}
            hrefOf={(after) => (after ? `/notices?after=${after}` : '/notices')}
            newestFirst
          />
        </div>
        <div className="flex min-w-0 flex-col gap-5 lg:pt-14">
          <FeedCard
            feed={feed}
            scope={context.actor.role === 'ADMIN' ? 'school' : 'own'}
            revoke={revokeOwnFeed}
          />
          <PreferencesCard
            topics={noticeTopic.options}
            preferences={preferences}
            change={changeOwnPreferences}
            zone={zone}
            now={now}
          />
        </div>
      </div>
      <RefreshOnEvents kind="notices" />
    </Texts>
  )
}

async function NothingHere({ after }: { after: string | undefined }) {
  const t = await getTranslations('notices')
  return (
    <Card className="p-5">
      {after ? (
        <EmptyState title={t('listEnds')} />
      ) : (
        <EmptyState
          title={t('empty')}
          action={
            <ButtonLink size="sm" href="/">
              {t('openSchedule')}
            </ButtonLink>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </Card>
  )
}
