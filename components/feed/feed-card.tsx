import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import type { FeedAddress } from '#lib/sessions/feed/api.ts'
import { CopyFeedUrl } from './copy-feed-url.tsx'
import { type RevokeFeedAction, RevokeFeedUrl } from './revoke-feed-url.tsx'

type FeedCardProps = {
  feed: FeedAddress
  /** The sessions in the feed: the viewer's own, or for admins those of the whole school. */
  scope: 'own' | 'school'
  revoke: RevokeFeedAction
}

/** The viewer's calendar feed URL, to copy, open and revoke. Needs the texts of `feed`. */
export function FeedCard({ feed, scope, revoke }: FeedCardProps) {
  const t = useTranslations('feed.card')
  return (
    <Card className="p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-h3">{t('title')}</h2>
        <Badge tone="ok" icon={<Check />}>
          {t('on')}
        </Badge>
      </div>
      <p className="mt-1 mb-3 text-sm text-text-2">{t(`lead.${scope}`)}</p>
      <CopyFeedUrl address={feed.url} />
      <p className="mt-2.5 text-right text-sm">
        <a href={feed.webcalUrl} className="link">
          {t('open')}
        </a>
      </p>
      <div className="mt-3 flex items-center justify-between gap-4 border-t pt-4">
        <p className="text-sm text-text-2">{t(`warning.${scope}`)}</p>
        <RevokeFeedUrl serial={feed.serial} revoke={revoke} />
      </div>
    </Card>
  )
}
