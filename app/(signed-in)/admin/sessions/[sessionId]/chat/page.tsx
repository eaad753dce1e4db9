import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ReviewedMessages } from '#components/classroom/chat/reviewed-messages.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { reviewMessagesEndpoint } from '#lib/classroom/chat/api.ts'
import { reviewMessages } from '#lib/classroom/chat/review-messages.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { formatDay, formatTimeRange, zoneName } from '#lib/time/format.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chatReview')
  return { title: t('title') }
}

const A_PAGE = 100

const address = z.object({ after: reviewMessagesEndpoint.query.shape.cursor.catch(undefined) })

type ChatReviewPageProps = {
  params: Promise<{ sessionId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The chat of a session for review by an admin; each view is recorded in the audit trail. */
export default async function ChatReviewPage({ params, searchParams }: ChatReviewPageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('chatReview')
  const id = sessionId.safeParse((await params).sessionId)
  if (!id.success) notFound()
  const { after } = address.parse(await searchParams)
  const session = await pageOr404(findSession(context, { sessionId: id.data }))
  const { items, nextCursor } = await reviewMessages(context, {
    sessionId: id.data,
    cursor: after,
    limit: A_PAGE,
  })
  const zone = await viewerZone(context)
  const { classTitle, startsAt, endsAt } = session
  const here = `/admin/sessions/${id.data}/chat`
  return (
    <Texts of={['common', 'chat', 'chatReview']}>
      <ListPage
        title={t('title')}
        meta={t('of', {
          title: classTitle,
          day: formatDay(startsAt, zone),
          time: formatTimeRange(startsAt, endsAt, zone),
          zone: zoneName(startsAt, zone),
        })}
        actions={<ButtonLink href={`/sessions/${id.data}`}>{t('back')}</ButtonLink>}
        filters={<p className="-mt-2 text-sm text-text-2">{t('lead')}</p>}
        empty={items.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        after={after ? String(after) : undefined}
        nextCursor={nextCursor}
        hrefOf={(after) => (after ? `${here}?after=${after}` : here)}
      >
        <ReviewedMessages messages={items} zone={zone} />
      </ListPage>
    </Texts>
  )
}
