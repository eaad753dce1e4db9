import { Hand, Lock as LockIcon, Mic, UserCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useFloorHolder, useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

type NoticeProps = { me: string; trainer: string; controls: RoomControls }
type RareNoticesProps = NoticeProps & { assistantPermissions: string }

/** Notices about the floor, a lock that blocks the viewer, and the viewer's assistant permissions. */
export default function RareNotices({ assistantPermissions, ...notice }: RareNoticesProps) {
  return (
    <>
      <FloorNotice {...notice} />
      <LockNotice {...notice} />
      {assistantPermissions ? (
        <AssistantNotice key={assistantPermissions} assistantPermissions={assistantPermissions} />
      ) : null}
    </>
  )
}

function FloorNotice({ me, trainer, controls: { microphone } }: NoticeProps) {
  const t = useTranslations('moderation.floor')
  const api = useRoomApi()
  const attempt = useToastOnFailure()
  const floorHolder = useFloorHolder()
  if (floorHolder?.userId !== me) return null
  return (
    <Banner
      tone="ok"
      icon={<Mic />}
      action={
        <>
          {microphone.on ? null : (
            <Button size="sm" variant="primary" onClick={() => void microphone.set(true)}>
              {t('unmute')}
            </Button>
          )}
          <Button size="sm" onClick={() => attempt(api.takeBackFloor())}>
            {t('giveBack')}
          </Button>
        </>
      }
    >
      <b className="font-semibold">{t('yours')}</b>
      <span className="block text-sm text-text-2">{t('yoursHint', { trainer })}</span>
    </Banner>
  )
}

function LockNotice({ me, trainer, controls }: NoticeProps) {
  const t = useTranslations('moderation')
  const room = useTranslations('room.notice')
  const handPosition = useHandPosition(me)
  const { lockGuard } = controls
  if (!lockGuard.refused) return null
  return (
    <Banner
      tone="info"
      icon={<LockIcon />}
      action={
        <>
          {lockGuard.refused !== 'camera' && handPosition === 0 ? (
            <Button size="sm" icon={<Hand />} onClick={controls.toggleHand}>
              {t('hands.raise')}
            </Button>
          ) : null}
          <IconButton label={room('dismiss')} icon={<X />} onClick={lockGuard.dismiss} />
        </>
      }
    >
      {t(`locks.notice.${lockGuard.refused}`, { trainer })}
    </Banner>
  )
}

/** The viewer's assistant permissions. Shown again after each change. */
function AssistantNotice({ assistantPermissions }: { assistantPermissions: string }) {
  const t = useTranslations('moderation.assistant')
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
  const list = Object.entries(names).flatMap(([permission, name]) =>
    assistantPermissions.split(',').includes(permission) ? [name] : [],
  )
  return (
    <Banner
      tone="info"
      icon={<UserCheck />}
      action={<IconButton label={room('dismiss')} icon={<X />} onClick={() => setRead(true)} />}
    >
      {t('notice', { permissions: list.join(', ') })}
    </Banner>
  )
}
