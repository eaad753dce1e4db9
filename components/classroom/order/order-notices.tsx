import { Mic } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useToldAttempt } from '#components/classroom/controls/use-told-attempt.ts'
import { useRoomApi, useRoomState } from '#components/classroom/follow/class-context.ts'
import { useWord } from '#components/classroom/hands/use-hands.ts'
import { firstName } from '#components/classroom/visit/first-name.ts'
import { later } from '#components/classroom/visit/later.tsx'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Arrivals } from './arrivals.tsx'

// Most are never locked out of anything, and few ever assist.
const RareNotices = later(() => import('./rare-notices.tsx'))

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
      {helps || controls.locked.refused ? (
        <RareNotices me={viewer.id} trainer={firstName(trainer)} controls={controls} helps={helps} />
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
