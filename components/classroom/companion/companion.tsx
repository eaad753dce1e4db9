'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { createClassroomApi } from '#components/classroom/api/api-client.ts'
import { GoingIn } from '#components/classroom/connection/going-in.tsx'
import { useSessionWatch } from '#components/classroom/connection/use-session-watch.ts'
import { useTabTitle } from '#components/classroom/connection/use-tab-title.ts'
import { createVisit } from '#components/classroom/connection/visit.ts'
import { OverLater } from '#components/classroom/ended/over-later.tsx'
import type { BroughtMedia } from '#components/classroom/media/brought-media.ts'
import { later } from '#components/classroom/ui/later.tsx'
import { RoomBoundary } from '#components/classroom/ui/room-boundary.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

const CompanionWaiting = later(
  () => import('./companion-waiting.tsx'),
  () => <GoingIn />,
)

type CompanionProps = { session: SessionDetail; viewer: Viewer; serverTime: string }

/** A device beside somebody who sits in the room: it goes in by itself, and opens nothing that sounds or films. */
export function Companion({ session: given, viewer, serverTime }: CompanionProps) {
  const [api] = useState(() => createClassroomApi(given.id, 'companion'))
  const [visit] = useState(() =>
    createVisit({
      session: given,
      api,
      loadRoom: () => import('./companion-connection.tsx'),
      takeMedia: async () => nothing,
    }),
  )
  const { entry, session, connection } = useSyncExternalStore(
    visit.subscribe,
    () => visit.state,
    () => visit.state,
  )
  useSessionWatch(visit, session.id)
  useTabTitle(entry, session)

  // Also once a place was given back.
  const isOutside = entry.at === 'preview'
  useEffect(() => {
    if (!isOutside) return
    let stale = false
    queueMicrotask(() => {
      if (!stale) visit.join()
    })
    return () => {
      stale = true
    }
  }, [visit, isOutside])

  useEffect(() => visit.close, [visit])

  switch (entry.at) {
    case 'waiting':
      return (
        <RoomBoundary>
          <CompanionWaiting
            {...{ session, viewer, serverTime }}
            knock={api.knock}
            onAdmitted={visit.refresh}
          />
        </RoomBoundary>
      )
    case 'over':
      return <OverLater {...{ session, viewer }} because={entry.because} onGoIn={visit.join} />
    case 'preview':
      return <GoingIn />
    case 'entering':
      return <GoingIn trouble={entry.trouble} />
    default:
      return connection ? (
        <RoomBoundary>{connection.render({ entry, session, viewer, actions: visit.actions })}</RoomBoundary>
      ) : (
        <GoingIn />
      )
  }
}

const nothing: BroughtMedia = { camera: null, microphone: null, microphoneOn: false }
