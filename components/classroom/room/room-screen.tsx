import { RoomAudioRenderer, RoomContext, useRoomContext } from '@livekit/components-react'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { RoomView } from '#components/classroom/connection/room-client.ts'
import { type RoomControls, useRoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Reactions } from '#components/classroom/hands/reactions.tsx'
import { useHeadcount } from '#components/classroom/livekit/people.ts'
import { useRoomReady } from '#components/classroom/livekit/use-room-ready.ts'
import { useSuppressedTimeUpdates } from '#components/classroom/livekit/use-suppressed-time-updates.ts'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { ClassNotStarted } from '#components/classroom/moderation/class-not-started.tsx'
import type { DisconnectedCardProps } from '#components/classroom/network/disconnected-card.tsx'
import { useLongDisconnect } from '#components/classroom/network/use-long-disconnect.ts'
import { RoomServicesContext, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { StageChoicesContext, useNewStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { useEntryState } from '#components/classroom/room-state/use-entry-state.ts'
import { useShortcuts } from '#components/classroom/shortcuts/use-shortcuts.ts'
import type { GridProps } from '#components/classroom/stage/grid.tsx'
import { Stage } from '#components/classroom/stage/stage.tsx'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { Announcements } from './announcements.tsx'
import { ControlBar } from './control-bar.tsx'
import type { SessionRoomClient } from './create-room-client.ts'
import { ModerationNotices } from './moderation-notices.tsx'
import { ConnectionNotice, Notices } from './notices.tsx'
import { RoomHeader } from './room-header.tsx'
import { SidePanel } from './side-panel.tsx'
import { useConnectionGap } from './use-connection-gap.ts'

const EndDialog = lazyWithRetry(() => import('./end-dialog.tsx'))
// A class starts in the stage layout. The stage stays until the grid is loaded.
const Grid = lazyWithRetry(
  () => import('#components/classroom/stage/grid.tsx'),
  ({ me }: GridProps) => <Stage me={me} isReady />,
)
const ShortcutsSheet = lazyWithRetry(() => import('#components/classroom/shortcuts/shortcuts-sheet.tsx'))
const DisconnectedCard = lazyWithRetry(
  () => import('#components/classroom/network/disconnected-card.tsx'),
  ({ entry, onRetryNow: onTryNow, onHelp }: DisconnectedCardProps) => (
    <div className="absolute inset-x-2 top-2 z-10">
      <ConnectionNotice entry={entry} onRetryNow={onTryNow} onHelp={onHelp} />
    </div>
  ),
)
const PhoneHands = lazyWithRetry(() => import('#components/classroom/hands/phone-hands.tsx'))

type RoomScreenProps = RoomView<SessionRoomClient>

/** The room. It renders behind the preview, and can't be used until it is shown. */
export function RoomScreen({ client, connection, ...view }: RoomScreenProps) {
  const { room, localTracks } = client
  const services = useMemo(() => ({ ...client.services, connection }), [client, connection])
  return (
    <RoomContext.Provider value={room}>
      <RoomServicesContext value={services}>
        <StageChoicesContext value={useNewStageChoices(view.session.trainer.id)}>
          <Shown {...view} localTracks={localTracks} />
          <RoomAudioRenderer />
        </StageChoicesContext>
      </RoomServicesContext>
    </RoomContext.Provider>
  )
}

type ScreenProps = Pick<RoomScreenProps, 'session' | 'viewer' | 'actions'> & { localTracks: LocalTracks }

function Shown(props: ScreenProps) {
  const isReady = useRoomReady(useRoomContext(), useEntryState().phase !== 'preview')
  return (
    <div inert={!isReady} aria-hidden={!isReady} className="contents">
      <Screen {...props} isReady={isReady} />
    </div>
  )
}

/** A change of the entry doesn't render the screen again: parts that depend on it call useEntryState(). */
const Screen = memo(function Screen({
  session,
  viewer,
  actions,
  localTracks,
  isReady,
}: ScreenProps & { isReady: boolean }) {
  const t = useTranslations('room')
  const order = useTranslations('moderation')
  const controls = useRoomControls({ actions, localTracks, session, viewer })
  const [talking, setTalking] = useState(false)
  const stage = useRef<HTMLElement>(null)
  useShortcuts({ controls, isUsable: isReady, onTalking: setTalking })
  useSuppressedTimeUpdates()
  useEffect(() => {
    // The pressed button is gone from the page, so the focus moves to what replaced it.
    if (isReady && document.activeElement === document.body) stage.current?.focus({ preventScroll: true })
  }, [isReady])
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
          <PhoneHandQueue me={viewer.id} controls={controls} />
          <div className="relative min-h-0 flex-1">
            <StageOrGrid layout={controls.layout} me={viewer.id} isReady={isReady} />
            <StageOverlays {...{ session, viewer, actions, controls }} />
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
            {isReady ? (
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
      <SpokenAnnouncements talking={talking && controls.microphone.on} me={viewer.id} />
      {controls.dialog === 'end' ? <EndDialog actions={actions} onClose={controls.closeDialog} /> : null}
      {controls.dialog === 'shortcuts' ? (
        <ShortcutsSheet controls={controls} onClose={controls.closeDialog} />
      ) : null}
    </div>
  )
})

type StageOverlaysProps = Pick<RoomScreenProps, 'session' | 'viewer' | 'actions'> & { controls: RoomControls }

/** Overlays on the stage: entry, disconnect, being alone, and the class. */
function StageOverlays({ session, viewer, actions, controls }: StageOverlaysProps) {
  const entry = useEntryState()
  const gap = useConnectionGap(entry)
  const disconnectedSince = useLongDisconnect(entry)
  return (
    <>
      <Notices
        entry={entry}
        gap={gap}
        hasDisconnectedCard={disconnectedSince !== null}
        controls={controls}
        onRetryNow={actions.retryNow}
      >
        {/* Also while reconnecting, so that a dismissed notice doesn't come back with the connection. */}
        {entry.phase === 'inside' || entry.phase === 'reconnecting' ? (
          <ModerationNotices viewer={viewer} trainer={session.trainer.name} controls={controls} />
        ) : null}
      </Notices>
      {entry.phase === 'reconnecting' && disconnectedSince !== null ? (
        <DisconnectedCard
          {...{ entry, session, viewer }}
          since={disconnectedSince}
          onRetryNow={actions.retryNow}
          onHelp={() => controls.showPanel({ kind: 'connection' })}
        />
      ) : null}
      {entry.phase === 'inside' ? <ClassNotStarted session={session} viewer={viewer} /> : null}
      {entry.phase === 'inside' ? <AloneNotice session={session} viewer={viewer} /> : null}
    </>
  )
}

function SpokenAnnouncements({ talking, me }: { talking: boolean; me: string }) {
  const gap = useConnectionGap(useEntryState())
  return <Announcements isBack={gap !== null} talking={talking} me={me} />
}

/** On a phone no panel is beside the stage, and a moderator has no free hand to open one. */
function PhoneHandQueue({ me, controls }: { me: string; controls: RoomControls }) {
  const isInside = useEntryState().phase === 'inside'
  const isPhone = useScreenSize() === 'phone'
  const anyHand = useRoomState((state) => state.hands.length > 0, false)
  if (!isInside || !isPhone || !anyHand || controls.panel || !controls.abilities.canManageHands) return null
  return <PhoneHands me={me} onShowAll={() => controls.showPanel({ kind: 'hands' })} />
}

type StageOrGridProps = { layout: 'stage' | 'grid'; me: string; isReady: boolean }

function StageOrGrid({ layout, me, isReady }: StageOrGridProps) {
  return layout === 'grid' ? <Grid me={me} /> : <Stage me={me} isReady={isReady} />
}

/** Shown while the viewer is alone: people who are still to come. */
function AloneNotice({ session, viewer }: Pick<RoomScreenProps, 'session' | 'viewer'>) {
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
