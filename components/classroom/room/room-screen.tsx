import type { Room } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { ControlBar } from '#components/classroom/controls/control-bar.tsx'
import { type RoomControls, useRoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { ClassContext, type InClass, useRoomState } from '#components/classroom/follow/class-context.ts'
import { Reactions } from '#components/classroom/hands/reactions.tsx'
import { useKeys } from '#components/classroom/keys/use-keys.ts'
import type { LostCardProps } from '#components/classroom/network/lost-card.tsx'
import type { ReceptionStore } from '#components/classroom/network/reception.ts'
import { ReceptionContext } from '#components/classroom/network/reception-context.ts'
import { useLongCut } from '#components/classroom/network/use-long-cut.ts'
import { NotBegun } from '#components/classroom/order/not-begun.tsx'
import { OrderNotices } from '#components/classroom/order/order-notices.tsx'
import { SidePanel } from '#components/classroom/panel/side-panel.tsx'
import { focusOnce } from '#components/classroom/room/focus-once.ts'
import { Grid } from '#components/classroom/stage/grid.tsx'
import { OwnPictureContext, useOwnPictureState } from '#components/classroom/stage/own-picture.ts'
import { PinContext } from '#components/classroom/stage/pin.ts'
import { Stage } from '#components/classroom/stage/stage.tsx'
import type { TileKey } from '#components/classroom/stage/tile-key.ts'
import { TrainerContext } from '#components/classroom/stage/trainer-context.ts'
import { createFloorStore, FloorContext } from '#components/classroom/stage/use-floor.ts'
import { useScreenSize } from '#components/classroom/stage/use-screen-size.ts'
import type { RoomView } from '#components/classroom/visit/connection.ts'
import { later } from '#components/classroom/visit/later.tsx'
import { Announcements } from './announcements.tsx'
import { Entering } from './entering.tsx'
import type { KeptTracks } from './kept-tracks.ts'
import { ConnectionNotice, Notices } from './notices.tsx'
import { useHeadcount } from './people.ts'
import { RoomAudio } from './room-audio.ts'
import { RoomContext } from './room-context.ts'
import { RoomHeader } from './room-header.tsx'
import { useAbsence } from './use-absence.ts'
import { useQuietPlayback } from './use-quiet-playback.ts'

const EndDialog = later(() => import('#components/classroom/controls/end-dialog.tsx'))
const KeysSheet = later(() => import('#components/classroom/keys/keys-sheet.tsx'))
const LostCard = later(
  () => import('#components/classroom/network/lost-card.tsx'),
  ({ entry, onTryNow, onHelp }: LostCardProps) => (
    <div className="absolute inset-x-2 top-2 z-10">
      <ConnectionNotice entry={entry} onTryNow={onTryNow} onHelp={onHelp} />
    </div>
  ),
)
const PhoneHands = later(() => import('#components/classroom/hands/phone-hands.tsx'))

type RoomScreenProps = RoomView & {
  room: Room
  own: KeptTracks
  inClass: InClass
  reception: ReceptionStore
}

/** The room, from the press on Join until one is out of it. */
export function RoomScreen({ room, inClass, reception, ...view }: RoomScreenProps) {
  const floor = useMemo(() => createFloorStore(room), [room])
  const [pinned, pin] = useState<TileKey | null>(null)
  const ownPicture = useOwnPictureState()
  const pinning = useMemo(() => ({ pinned, pin }), [pinned])
  return (
    <RoomContext value={room}>
      <ClassContext value={inClass}>
        <FloorContext value={floor}>
          <TrainerContext value={view.session.trainer.id}>
            <PinContext value={pinning}>
              <ReceptionContext value={reception}>
                <OwnPictureContext value={ownPicture}>
                  <Screen {...view} />
                  <RoomAudio />
                </OwnPictureContext>
              </ReceptionContext>
            </PinContext>
          </TrainerContext>
        </FloorContext>
      </ClassContext>
    </RoomContext>
  )
}

function Screen({
  entry,
  session,
  viewer,
  actions,
  own,
}: Omit<RoomScreenProps, 'room' | 'inClass' | 'reception'>) {
  const t = useTranslations('room')
  const order = useTranslations('order')
  const controls = useRoomControls({ actions, own, session, viewer })
  const [talking, setTalking] = useState(false)
  useKeys(controls, setTalking)
  useQuietPlayback()
  const absence = useAbsence(entry)
  const cutSince = useLongCut(entry)
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden">
      <RoomHeader session={session} viewer={viewer} controls={controls} />
      <main
        className={`relative grid min-h-0 gap-3 px-2 md:px-3 ${controls.panel ? 'xl:grid-cols-[minmax(0,1fr)_22rem]' : ''}`}
      >
        <section
          ref={focusOnce}
          aria-label={t('stage')}
          data-region=""
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-col gap-2 focus-visible:outline-offset-4"
        >
          {entry.at === 'inside' ? <HandsToLead me={viewer.id} controls={controls} /> : null}
          <div className="relative min-h-0 flex-1">
            <Notices
              entry={entry}
              absence={absence}
              hasLostCard={cutSince !== null}
              controls={controls}
              onTryNow={actions.tryNow}
            >
              {/* Also while one is cut off: what was read does not come back with the connection. */}
              {entry.at !== 'entering' ? (
                <OrderNotices viewer={viewer} trainer={session.trainer.name} controls={controls} />
              ) : null}
            </Notices>
            {/* Drawn under "Going in…" already, so that the first picture has its place. */}
            <Pictures layout={controls.layout} me={viewer.id} />
            {entry.at === 'entering' ? <Entering trouble={entry.trouble} /> : null}
            {entry.at === 'returning' && cutSince !== null ? (
              <LostCard
                {...{ entry, session, viewer }}
                since={cutSince}
                onTryNow={actions.tryNow}
                onHelp={() => controls.showPanel({ kind: 'connection' })}
              />
            ) : null}
            {entry.at === 'inside' ? <NotBegun session={session} viewer={viewer} /> : null}
            {entry.at === 'inside' ? <AloneNotice session={session} viewer={viewer} /> : null}
            <Reactions />
          </div>
        </section>
        {controls.panel ? (
          <aside
            aria-label={order('panel.label')}
            data-region=""
            tabIndex={-1}
            className="absolute inset-x-2 bottom-0 z-20 flex h-[min(28rem,75%)] min-h-0 [@media(max-height:32rem)]:h-full flex-col overflow-hidden rounded-card border bg-surface shadow-3 md:inset-x-auto md:top-0 md:right-3 md:h-auto md:w-88 xl:static xl:w-auto xl:shadow-1"
          >
            <SidePanel
              panel={controls.panel}
              entry={entry}
              session={session}
              viewer={viewer}
              actions={actions}
              onShow={controls.showPanel}
            />
          </aside>
        ) : null}
      </main>
      <section
        aria-label={t('controls')}
        data-region=""
        tabIndex={-1}
        className="focus-visible:-outline-offset-2"
      >
        <ControlBar controls={controls} viewer={viewer} trainer={session.trainer.name} />
      </section>
      <Announcements isBack={absence !== null} talking={talking && controls.microphone.on} me={viewer.id} />
      {controls.dialog === 'end' ? <EndDialog actions={actions} onClose={controls.closeDialog} /> : null}
      {controls.dialog === 'keys' ? <KeysSheet controls={controls} onClose={controls.closeDialog} /> : null}
    </div>
  )
}

/** On a phone no panel stands beside the stage, and whoever leads has no hand free to open one. */
function HandsToLead({ me, controls }: { me: string; controls: RoomControls }) {
  const isPhone = useScreenSize() === 'phone'
  const anyHand = useRoomState((state) => state.hands.length > 0, false)
  if (!isPhone || !anyHand || controls.panel || !controls.abilities.canLeadHands) return null
  return <PhoneHands me={me} onShowAll={() => controls.showPanel({ kind: 'hands' })} />
}

function Pictures({ layout, me }: { layout: 'stage' | 'grid'; me: string }) {
  return layout === 'grid' ? <Grid me={me} /> : <Stage me={me} />
}

/** One is alone: who is still to come. */
function AloneNotice({ session, viewer }: Pick<RoomView, 'session' | 'viewer'>) {
  const t = useTranslations('room.alone')
  const others = useHeadcount() - 1
  if (others > 0) return null
  return (
    <p
      role="status"
      data-theme="dark"
      className="absolute bottom-3 left-1/2 max-w-[calc(100%-1.5rem)] -translate-x-1/2 rounded-control bg-[rgb(10_13_26/.78)] px-3 py-1.5 text-center text-sm"
    >
      {viewer.role === 'TRAINER' ? t('trainer') : t('student', { trainer: session.trainer.name })}
    </p>
  )
}
