'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { createClassroomApi } from '#components/classroom/api-client.ts'
import type { BroughtMedia } from '#components/classroom/devices/brought-media.ts'
import { OverLater } from '#components/classroom/over/over-later.tsx'
import { GoingIn } from '#components/classroom/visit/going-in.tsx'
import { later } from '#components/classroom/visit/later.tsx'
import { RoomBoundary } from '#components/classroom/visit/room-boundary.tsx'
import { useSessionWatch } from '#components/classroom/visit/use-session-watch.ts'
import { useTabTitle } from '#components/classroom/visit/use-tab-title.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { createVisit } from '#components/classroom/visit/visit.ts'
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
