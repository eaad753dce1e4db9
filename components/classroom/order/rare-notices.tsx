import { Hand, Lock as LockIcon, UserCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { usePlaceInLine } from '#components/classroom/hands/use-hands.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

type LockNoticeProps = { me: string; trainer: string; controls: RoomControls }
type RareNoticesProps = LockNoticeProps & { helps: string }

/** A lock in one's way, and what one was given to help with. */
export default function RareNotices({ helps, ...lock }: RareNoticesProps) {
  return (
    <>
      <LockNotice {...lock} />
      {helps ? <AssistantNotice key={helps} helps={helps} /> : null}
    </>
  )
}

function LockNotice({ me, trainer, controls }: LockNoticeProps) {
  const t = useTranslations('order')
  const room = useTranslations('room.notice')
  const place = usePlaceInLine(me)
  const { locked } = controls
  if (!locked.refused) return null
  return (
    <Banner
      tone="info"
      icon={<LockIcon />}
      action={
        <>
          {locked.refused !== 'camera' && place === 0 ? (
            <Button size="sm" icon={<Hand />} onClick={controls.toggleHand}>
              {t('hands.raise')}
            </Button>
          ) : null}
          <IconButton label={room('dismiss')} icon={<X />} onClick={locked.forget} />
        </>
      }
    >
      {t(`locks.notice.${locked.refused}`, { trainer })}
    </Banner>
  )
}

/** What one was given to help with, each time it is something else. */
function AssistantNotice({ helps }: { helps: string }) {
  const t = useTranslations('order.assistant')
  const room = useTranslations('room.notice')
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  const names = {
    admit: t('admit'),
    hands: t('hands'),
    mute: t('mute'),
    messages: t('messages'),
    locks: t('locks'),
  }
  const list = Object.entries(names).flatMap(([help, name]) =>
    helps.split(',').includes(help) ? [name] : [],
  )
  return (
    <Banner
      tone="info"
      icon={<UserCheck />}
      action={<IconButton label={room('dismiss')} icon={<X />} onClick={() => setRead(true)} />}
    >
      {t('notice', { helps: list.join(', ') })}
    </Banner>
  )
}
