'use client'

import { useEffect, useState } from 'react'
import { createSessionApi } from '#components/classroom/api/session-api.ts'
import { EnteringScreen } from '#components/classroom/connection/entering-screen.tsx'
import { createRoomConnection } from '#components/classroom/connection/room-connection.ts'
import { useSessionRefresh } from '#components/classroom/connection/use-session-refresh.ts'
import { useTabTitle } from '#components/classroom/connection/use-tab-title.ts'
import { LazyEndScreen } from '#components/classroom/ended/lazy-end-screen.tsx'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { RoomErrorBoundary } from '#components/classroom/ui/room-error-boundary.tsx'
import { useStore } from '#components/classroom/ui/store.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

const CompanionWaiting = lazyWithRetry(
  () => import('./companion-waiting.tsx'),
  () => <EnteringScreen />,
)

type CompanionProps = { session: SessionDetail; viewer: Viewer; serverTime: string }

/** Second screen of an in-person participant. Joins automatically; opens no camera, microphone or loudspeaker. */
export function Companion({ session: initialSession, viewer, serverTime }: CompanionProps) {
  const [api] = useState(() => createSessionApi(initialSession.id, 'companion'))
  const [connection] = useState(() =>
    createRoomConnection({
      session: initialSession,
      api,
      loadRoom,
      takeMedia: async () => noInitialMedia,
    }),
  )
  const { entry, session, room } = useStore(connection, (state) => state)
  useSessionRefresh(connection, session.id)
  useTabTitle(entry, session)

  // Also after a seat was given back.
  const isOutside = entry.phase === 'preview'
  useEffect(() => {
    if (!isOutside) return
    let stale = false
    queueMicrotask(() => {
      if (!stale) connection.join()
    })
    return () => {
      stale = true
    }
  }, [connection, isOutside])

  useEffect(() => connection.close, [connection])

  switch (entry.phase) {
    case 'waiting':
      return (
        <RoomErrorBoundary>
          <CompanionWaiting
            {...{ session, viewer, serverTime }}
            requestEntry={api.requestEntry}
            onAdmitted={connection.refresh}
          />
        </RoomErrorBoundary>
      )
    case 'ended':
      return <LazyEndScreen {...{ session, viewer }} reason={entry.reason} onRejoin={connection.join} />
    case 'preview':
      return <EnteringScreen />
    case 'entering':
      return <EnteringScreen unreachable={entry.unreachable} />
    default:
      return room ? (
        <RoomErrorBoundary>
          <room.RoomScreen
            {...{ client: room.client, connection, session, viewer }}
            actions={connection.actions}
          />
        </RoomErrorBoundary>
      ) : (
        <EnteringScreen />
      )
  }
}

async function loadRoom() {
  const [{ createCompanionClient }, { CompanionScreen }] = await Promise.all([
    import('./create-companion-client.ts'),
    import('./companion-screen.tsx'),
  ])
  return { createRoomClient: createCompanionClient, RoomScreen: CompanionScreen }
}

const noInitialMedia: InitialMedia = { camera: null, microphone: null, microphoneOn: false }
