'use client'

import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { EnteringScreen } from '#components/classroom/connection/entering-screen.tsx'
import { createRoomConnection } from '#components/classroom/connection/room-connection.ts'
import { useSessionRefresh } from '#components/classroom/connection/use-session-refresh.ts'
import { useTabTitle } from '#components/classroom/connection/use-tab-title.ts'
import { LazyEndScreen } from '#components/classroom/ended/lazy-end-screen.tsx'
import { createLocalMedia } from '#components/classroom/media/local-media.ts'
import { maySkipPreview } from '#components/classroom/media/may-skip-preview.ts'
import { openChosenDevices, takeMedia } from '#components/classroom/media/open-chosen-devices.ts'
import {
  alwaysShowsPreview,
  refreshDeviceIds,
  rememberedChoices,
} from '#components/classroom/media/remembered.ts'
import { Preview } from '#components/classroom/preview/preview.tsx'
import { entryStatusOf } from '#components/classroom/room-state/entry-state.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { RoomErrorBoundary } from '#components/classroom/ui/room-error-boundary.tsx'
import { useStore } from '#components/classroom/ui/store.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { whenIdle } from '#components/classroom/ui/when-idle.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { createSessionApi } from './api/session-api.ts'

// Needed only before the class starts; the preview loads it in the background.
const loadWaitingScreen = () => import('#components/classroom/lobby/waiting-screen.tsx')
const WaitingScreen = lazyWithRetry(loadWaitingScreen, () => <EnteringScreen />)

type ClassroomProps = {
  session: SessionDetail
  viewer: Viewer
  /** The last check of the devices, drawn on the server. */
  checkLine: ReactNode
  /** Opened by Join or Start: skips the preview if the last devices still work. */
  joinNow: boolean
  /** The server's time when the page was made, ISO. */
  serverTime: string
}

/** The classroom page, from the preview to the end of the class. */
export function Classroom({
  session: initialSession,
  viewer,
  checkLine,
  joinNow,
  serverTime,
}: ClassroomProps) {
  const [sessionAtOpening] = useState(initialSession)
  const [media] = useState(createLocalMedia)
  const [api] = useState(() => createSessionApi(sessionAtOpening.id))
  const [connection] = useState(() =>
    createRoomConnection({
      session: sessionAtOpening,
      api,
      loadRoom,
      takeMedia: () => takeMedia(media, viewer.role),
    }),
  )
  const { entry, session, room, start } = useStore(connection, (state) => state)
  // With `joinNow`, whether the preview shows is decided once the browser has listed its devices.
  const [showsPreview, setShowsPreview] = useState(!joinNow || entry.phase !== 'preview')
  useSessionRefresh(connection, session.id)
  useTabTitle(entry, session)

  const join = useCallback(() => {
    if (connection.state.session.abilities.canStart) void connection.start()
    else connection.join()
  }, [connection])

  const decideEntry = useEffectEvent(async (isStale: () => boolean) => {
    const devices = await refreshDeviceIds()
    const wasWaiting = isReload() && joinNow && entryStatusOf(sessionAtOpening) !== 'open'
    const params = { joinNow, alwaysPreview: alwaysShowsPreview(), choices: rememberedChoices(), devices }
    const skips = wasWaiting || maySkipPreview(params)
    if (isStale()) return
    if (skips) join()
    else setShowsPreview(true)
    const { phase } = connection.state.entry
    if (phase === 'preview') void connection.prepare()
    if (['not_started', 'not_admitted'].includes(entryStatusOf(sessionAtOpening)))
      loadWaitingScreen().catch(() => {})
    if (phase === 'preview' || phase === 'entering') void openChosenDevices(media, viewer.role)
  })
  useEffect(() => {
    let stale = false
    void decideEntry(() => stale)
    return () => {
      stale = true
    }
  }, [])

  useEffect(
    () => () => {
      connection.close()
      media.close()
    },
    [connection, media],
  )

  const { phase } = entry
  const isWaitingOrEnded = phase === 'waiting' || phase === 'ended'
  const wasEnded = useRef(false)
  const onPhaseChange = useEffectEvent(() => {
    // A seat was given back: the preview shows again, and the user joins only by pressing the button.
    if (wasEnded.current && phase === 'preview' && !showsPreview) showPreview()
    wasEnded.current = phase === 'ended'
    if (isWaitingOrEnded) media.close()
    if (isWaitingOrEnded || phase === 'inside') setShowsPreview(false)
  })
  useEffect(() => {
    onPhaseChange()
    let gone = false
    // Replacing the address is slow, and the first video frame is more important.
    whenIdle(() => {
      if (gone) return
      // A reload inside the room or in the lobby returns there; a reload after leaving does not.
      if (phase === 'inside' || phase === 'waiting') history.replaceState(history.state, '', '?join')
      if (phase === 'ended') history.replaceState(history.state, '', location.pathname)
    })
    return () => {
      gone = true
    }
  }, [phase])

  function showPreview() {
    setShowsPreview(true)
    void openChosenDevices(media, viewer.role)
  }

  function checkDevices() {
    connection.checkDevices()
    showPreview()
  }

  // The preview stays on the page until the room is connected.
  const isInRoom = phase === 'inside' || phase === 'reconnecting'
  // Steps of the entry render nothing in it.
  const roomScreen = useMemo(
    () =>
      room && (
        <room.RoomScreen
          {...{ client: room.client, connection, session, viewer }}
          actions={connection.actions}
        />
      ),
    [room, connection, session, viewer],
  )

  const unreachable = phase === 'entering' ? entry.unreachable : null
  const renderOutsideRoom = () => {
    switch (phase) {
      case 'waiting':
        return (
          <RoomErrorBoundary>
            <WaitingScreen
              {...{ session, sessionAtOpening, viewer, media, serverTime }}
              requestEntry={api.requestEntry}
              onAdmitted={connection.refresh}
              onCheckDevices={checkDevices}
            />
          </RoomErrorBoundary>
        )
      case 'ended':
        return (
          <LazyEndScreen
            {...{ session, viewer }}
            reason={entry.reason}
            onRejoin={connection.join}
            onCheckDevices={checkDevices}
          />
        )
      default:
        return showsPreview && !unreachable ? (
          <Preview
            {...{ session, viewer, checkLine, media, start, serverTime }}
            isJoining={phase === 'entering'}
            onJoin={join}
          />
        ) : (
          <EnteringScreen unreachable={unreachable} />
        )
    }
  }

  return (
    <>
      {isInRoom ? null : (
        // A separate layer: when it is removed, the room below needs no paint.
        <div className="relative bg-canvas will-change-[opacity]">{renderOutsideRoom()}</div>
      )}
      {roomScreen && !isWaitingOrEnded ? (
        // Rendered behind the preview, so that the room only has to be uncovered.
        <div className="fixed inset-0 -z-10">
          <RoomErrorBoundary>{roomScreen}</RoomErrorBoundary>
        </div>
      ) : null}
    </>
  )
}

async function loadRoom() {
  const [{ createRoomClient }, { RoomScreen }] = await Promise.all([
    import('#components/classroom/room/create-room-client.ts'),
    import('#components/classroom/room/room-screen.tsx'),
  ])
  return { createRoomClient, RoomScreen }
}

/** Whether the page was reloaded. After a reload, a waiting user continues to wait. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload'
}
