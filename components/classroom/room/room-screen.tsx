import type { Room } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { RoomView } from '#components/classroom/connection/connection.ts'
import { EntryContext, useEntry } from '#components/classroom/connection/entry-context.ts'
import { type RoomControls, useRoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Reactions } from '#components/classroom/hands/reactions.tsx'
import { useHeadcount } from '#components/classroom/livekit/people.ts'
import { RoomAudio } from '#components/classroom/livekit/room-audio.ts'
import { RoomContext } from '#components/classroom/livekit/room-context.ts'
import { createFloorStore, FloorContext } from '#components/classroom/livekit/use-floor.ts'
import { useQuietPlayback } from '#components/classroom/livekit/use-quiet-playback.ts'
import { useSettled } from '#components/classroom/livekit/use-settled.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { OwnPictureContext, useOwnPictureState } from '#components/classroom/media/own-picture.ts'
import { NotBegun } from '#components/classroom/moderation/not-begun.tsx'
import type { LostCardProps } from '#components/classroom/network/lost-card.tsx'
import { useLongCut } from '#components/classroom/network/use-long-cut.ts'
import { ClassContext, type InClass, useRoomState } from '#components/classroom/room-state/class-context.ts'
import { PinContext } from '#components/classroom/room-state/pin.ts'
import type { ReceptionStore } from '#components/classroom/room-state/reception.ts'
import { ReceptionContext } from '#components/classroom/room-state/reception-context.ts'
import type { TileKey } from '#components/classroom/room-state/tile-key.ts'
import { TrainerContext } from '#components/classroom/room-state/trainer-context.ts'
import { useKeys } from '#components/classroom/shortcuts/use-keys.ts'
import type { GridProps } from '#components/classroom/stage/grid.tsx'
import { Stage } from '#components/classroom/stage/stage.tsx'
import { later } from '#components/classroom/ui/later.tsx'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { Announcements } from './announcements.tsx'
import { ControlBar } from './control-bar.tsx'
import { ConnectionNotice, Notices } from './notices.tsx'
import { OrderNotices } from './order-notices.tsx'
import { RoomHeader } from './room-header.tsx'
import { SidePanel } from './side-panel.tsx'
import { useAbsence } from './use-absence.ts'

const EndDialog = later(() => import('./end-dialog.tsx'))
// A class begins with its stage, which stays until the grid is there.
const Grid = later(
  () => import('#components/classroom/stage/grid.tsx'),
  ({ me }: GridProps) => <Stage me={me} isSettled />,
)
const KeysSheet = later(() => import('#components/classroom/shortcuts/keys-sheet.tsx'))
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

/** The room. It is drawn behind the preview already, and cannot be used until it is shown. */
export function RoomScreen({ room, inClass, reception, entry, ...view }: RoomScreenProps) {
  const floor = useMemo(() => createFloorStore(room), [room])
  const [pinned, pin] = useState<TileKey | null>(null)
  const ownPicture = useOwnPictureState()
  const pinning = useMemo(() => ({ pinned, pin }), [pinned])
  const isSettled = useSettled(room, entry.at !== 'preview')
  return (
    <RoomContext value={room}>
      <ClassContext value={inClass}>
        <EntryContext value={entry}>
          <FloorContext value={floor}>
            <TrainerContext value={view.session.trainer.id}>
              <PinContext value={pinning}>
                <ReceptionContext value={reception}>
                  <OwnPictureContext value={ownPicture}>
                    <div inert={!isSettled} aria-hidden={!isSettled} className="contents">
                      <Screen {...view} isSettled={isSettled} />
                    </div>
                    <RoomAudio />
                  </OwnPictureContext>
                </ReceptionContext>
              </PinContext>
            </TrainerContext>
          </FloorContext>
        </EntryContext>
      </ClassContext>
    </RoomContext>
  )
}

type ScreenProps = Pick<RoomScreenProps, 'session' | 'viewer' | 'actions' | 'own'> & { isSettled: boolean }

/** A change of the entry does not draw the screen again: parts that depend on the entry call useEntry(). */
const Screen = memo(function Screen({ session, viewer, actions, own, isSettled }: ScreenProps) {
  const t = useTranslations('room')
  const order = useTranslations('order')
  const controls = useRoomControls({ actions, own, session, viewer })
  const [talking, setTalking] = useState(false)
  const stage = useRef<HTMLElement>(null)
  useKeys({ controls, isUsable: isSettled, onTalking: setTalking })
  useQuietPlayback()
  useEffect(() => {
    // What was pressed is gone from the page: the focus goes on to what came in its place.
    if (isSettled && document.activeElement === document.body) stage.current?.focus({ preventScroll: true })
  }, [isSettled])
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden">
      <RoomHeader session={session} viewer={viewer} controls={controls} />
      <main
        className={`relative grid min-h-0 gap-3 px-2 md:px-3 ${controls.panel ? 'xl:grid-cols-[minmax(0,1fr)_22rem]' : ''}`}
      >
        <section
          ref={stage}
          aria-label={t('stage')}
          data-region=""
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-col gap-2 focus-visible:outline-offset-4"
        >
          <HandsToLead me={viewer.id} controls={controls} />
          <div className="relative min-h-0 flex-1">
            <Pictures layout={controls.layout} me={viewer.id} isSettled={isSettled} />
            <OverPictures {...{ session, viewer, actions, controls }} />
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
            {isSettled ? (
              <SidePanel
                panel={controls.panel}
                session={session}
                viewer={viewer}
                actions={actions}
                onShow={controls.showPanel}
              />
            ) : null}
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
      <Spoken talking={talking && controls.microphone.on} me={viewer.id} />
      {controls.dialog === 'end' ? <EndDialog actions={actions} onClose={controls.closeDialog} /> : null}
      {controls.dialog === 'keys' ? <KeysSheet controls={controls} onClose={controls.closeDialog} /> : null}
    </div>
  )
})

type OverPicturesProps = Pick<RoomView, 'session' | 'viewer' | 'actions'> & { controls: RoomControls }

/** What is to be known now, over the pictures: on the way in, cut off, alone, or of the class. */
function OverPictures({ session, viewer, actions, controls }: OverPicturesProps) {
  const entry = useEntry()
  const absence = useAbsence(entry)
  const cutSince = useLongCut(entry)
  return (
    <>
      <Notices
        entry={entry}
        absence={absence}
        hasLostCard={cutSince !== null}
        controls={controls}
        onTryNow={actions.tryNow}
      >
        {/* Also while one is cut off: what was read does not come back with the connection. */}
        {entry.at === 'inside' || entry.at === 'returning' ? (
          <OrderNotices viewer={viewer} trainer={session.trainer.name} controls={controls} />
        ) : null}
      </Notices>
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
    </>
  )
}

function Spoken({ talking, me }: { talking: boolean; me: string }) {
  const absence = useAbsence(useEntry())
  return <Announcements isBack={absence !== null} talking={talking} me={me} />
}

/** On a phone no panel stands beside the stage, and whoever leads has no hand free to open one. */
function HandsToLead({ me, controls }: { me: string; controls: RoomControls }) {
  const isInside = useEntry().at === 'inside'
  const isPhone = useScreenSize() === 'phone'
  const anyHand = useRoomState((state) => state.hands.length > 0, false)
  if (!isInside || !isPhone || !anyHand || controls.panel || !controls.abilities.canLeadHands) return null
  return <PhoneHands me={me} onShowAll={() => controls.showPanel({ kind: 'hands' })} />
}

type PicturesProps = { layout: 'stage' | 'grid'; me: string; isSettled: boolean }

function Pictures({ layout, me, isSettled }: PicturesProps) {
  return layout === 'grid' ? <Grid me={me} /> : <Stage me={me} isSettled={isSettled} />
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
