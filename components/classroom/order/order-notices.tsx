import { Hand, Lock as LockIcon, Mic, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useToldAttempt } from '#components/classroom/controls/use-told-attempt.ts'
import { useRoomApi, useRoomState } from '#components/classroom/follow/class-context.ts'
import { usePlaceInLine, useWord } from '#components/classroom/hands/use-hands.ts'
import { firstName } from '#components/classroom/visit/first-name.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Arrivals } from './arrivals.tsx'

// Few ever assist.
const AssistantNotice = lazy(() => import('./assistant-notice.tsx'))

type OrderNoticesProps = { viewer: Viewer; trainer: string; controls: RoomControls }

/** What whoever leads did that is about oneself: the word, a lock in one's way, helping. */
export function OrderNotices({ viewer, trainer, controls }: OrderNoticesProps) {
  const helps = useRoomState(
    (state) => state.assistants.find(({ userId }) => userId === viewer.id)?.helps.join() ?? '',
    '',
  )
  return (
    <>
      <WordNotice me={viewer.id} trainer={firstName(trainer)} controls={controls} />
      <LockNotice me={viewer.id} trainer={firstName(trainer)} controls={controls} />
      {helps ? (
        <Suspense>
          <AssistantNotice key={helps} helps={helps} />
        </Suspense>
      ) : null}
      {controls.panel?.kind === 'people' ? null : <Arrivals />}
    </>
  )
}

type NoticeProps = { me: string; trainer: string; controls: RoomControls }

function WordNotice({ me, trainer, controls: { microphone } }: NoticeProps) {
  const t = useTranslations('order.word')
  const api = useRoomApi()
  const attempt = useToldAttempt()
  const word = useWord()
  if (word?.userId !== me) return null
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
          <Button size="sm" onClick={() => attempt(api.takeWordBack())}>
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
