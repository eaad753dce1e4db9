import { MonitorUp, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { usePeople, useScreenSharers } from '#components/classroom/livekit/people.ts'
import { isSameList } from '#components/classroom/livekit/room-value.ts'
import { useActiveSpeaker } from '#components/classroom/livekit/use-active-speaker.ts'
import { orderStrip } from '#components/classroom/stage/order-strip.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { chooseDisplayStage } from './choose-display-stage.ts'
import { DisplayTile } from './display-tile.tsx'

export type DisplayLayout = 'people' | 'screen' | 'both'

const IN_STRIP = 4

type DisplayStageProps = { layout: DisplayLayout; state: RoomState; trainer: string }

/** Online participants, the shared screen, or both side by side. */
export function DisplayStage({ layout, state, trainer }: DisplayStageProps) {
  const t = useTranslations('roomDisplay')
  return (
    <section
      aria-label={t('people')}
      className={`grid min-h-0 min-w-0 gap-4 ${layout === 'both' ? 'xl:grid-cols-2' : ''}`}
    >
      {layout === 'people' ? null : <Screen />}
      {layout === 'screen' ? null : <People state={state} trainer={trainer} />}
    </section>
  )
}

function Screen() {
  const t = useTranslations('roomDisplay')
  const sharer = useScreenSharers().at(-1)
  return sharer ? (
    <DisplayTile identity={sharer} source="screen" />
  ) : (
    <Empty icon={<MonitorUp />} title={t('noScreen')} />
  )
}

function People({ state, trainer }: { state: RoomState; trainer: string }) {
  const t = useTranslations('roomDisplay')
  const people = usePeople()
  const { activeSpeaker, recent } = useActiveSpeaker()
  const floorHolder = state.floor?.userId ?? null
  const large = chooseDisplayStage({
    people,
    floorHolder,
    spotlight: state.spotlight,
    activeSpeaker,
    trainer,
  })
  const hands = state.hands.map(({ userId }): string => userId)
  const strip = useStrip({ people, large, activeSpeaker, recent, hands })
  if (!large) return <Empty icon={<Users />} title={t('nobody')} hint={t('nobodyHint')} />
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-4">
      <div className="min-h-0 flex-1">
        <DisplayTile identity={large} source="camera" isLarge state={state} />
      </div>
      {strip.length > 0 ? (
        <ul aria-label={t('more')} className="grid h-41 flex-none grid-cols-4 gap-3.5">
          {strip.slice(0, IN_STRIP).map((identity) => (
            <li key={identity} className="min-h-0 min-w-0">
              <DisplayTile identity={identity} source="camera" state={state} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type StripParams = {
  people: string[]
  large: string | null
  activeSpeaker: string | null
  recent: string[]
  hands: string[]
}

/** Strip order, which depends on the previous order: see `orderStrip`. */
function useStrip(params: StripParams): string[] {
  const [previous, setPrevious] = useState<string[]>([])
  const order = orderStrip({ ...params, me: '', perPage: IN_STRIP, previous })
  if (!isSameList(order, previous)) setPrevious(order)
  return order
}

function Empty({ icon, title, hint }: { icon: ReactNode; title: string; hint?: string }) {
  return (
    <div
      role="status"
      className="grid place-content-center justify-items-center gap-2 rounded-[20px] bg-[#151a2d] p-8 text-center [&>svg]:size-9 [&>svg]:stroke-[1.5] [&>svg]:text-text-2"
    >
      {icon}
      <p className="text-[1.5rem] font-semibold">{title}</p>
      {hint ? <p className="text-lg text-text-2">{hint}</p> : null}
    </div>
  )
}
