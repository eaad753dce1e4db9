import { useRoomContext } from '@livekit/components-react'
import { History, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classClock } from '#components/classroom/room-state/class-clock.ts'
import { useChatState } from '#components/classroom/room-state/use-chat-state.ts'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { ConnectionGap } from './use-connection-gap.ts'

/** After a shorter disconnect nothing needs to be said. */
const WORTH_SAYING_MS = 5_000

type ReconnectedNoticeProps = { gap: ConnectionGap; onRead: () => void }

/**
 * Summary after a longer disconnect: its length, the messages written meanwhile, and that the hand kept its
 * position.
 */
export default function ReconnectedNotice({
  gap: { from, to, lastMessage },
  onRead,
}: ReconnectedNoticeProps) {
  const t = useTranslations('room.notice')
  const me = useRoomContext().localParticipant.identity
  const handPosition = useHandPosition(me)
  const { messages } = useChatState()
  const [isRead, setRead] = useState(false)
  if (isRead || to - from < WORTH_SAYING_MS) return null
  const missed = messages.filter(
    ({ number, author, createdAt }) =>
      number > lastMessage && author.id !== me && Date.parse(createdAt) <= to + WORTH_SAYING_MS,
  ).length
  return (
    <Banner
      tone="ok"
      icon={<History />}
      action={
        <>
          {missed > 0 ? (
            <Button
              size="sm"
              onClick={() => {
                setRead(true)
                onRead()
              }}
            >
              {t('read')}
            </Button>
          ) : null}
          <IconButton label={t('dismiss')} icon={<X />} onClick={() => setRead(true)} />
        </>
      }
    >
      <b className="font-semibold">{t('backAfter', { duration: classClock(from, to, to).elapsed })}</b>
      <span className="block text-sm text-text-2">
        {t('missed', { messages: missed })}
        {handPosition > 0 ? ` ${t('handKept', { place: handPosition })}` : null}
      </span>
    </Banner>
  )
}
