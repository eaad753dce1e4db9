'use client'

import {
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { doorOf, type Entry } from '#components/classroom/connection/entry-state.ts'
import { GoingIn } from '#components/classroom/connection/going-in.tsx'
import { useSessionWatch } from '#components/classroom/connection/use-session-watch.ts'
import { useTabTitle } from '#components/classroom/connection/use-tab-title.ts'
import { createVisit } from '#components/classroom/connection/visit.ts'
import { OverLater } from '#components/classroom/ended/over-later.tsx'
import { maySkipPreview } from '#components/classroom/media/may-skip-preview.ts'
import { openAsChosen, takeMedia } from '#components/classroom/media/open-as-chosen.ts'
import { createOwnMedia } from '#components/classroom/media/own-media.ts'
import {
  recogniseDevices,
  rememberedChoices,
  wantsPreviewAlways,
} from '#components/classroom/media/remembered.ts'
import { Preview } from '#components/classroom/preview/preview.tsx'
import { later } from '#components/classroom/ui/later.tsx'
import { RoomBoundary } from '#components/classroom/ui/room-boundary.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { whenIdle } from '#components/classroom/ui/when-idle.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { createClassroomApi } from './api/api-client.ts'

// Only who is early needs it; the preview fetches it while it shows.
const loadWaiting = () => import('#components/classroom/lobby/waiting.tsx')
const Waiting = later(loadWaiting, () => <GoingIn />)

type ClassroomProps = {
  session: SessionDetail
  viewer: Viewer
  /** The last check of the devices, drawn on the server. */
  checkLine: ReactNode
  /** One came by Join or Start: straight in, where the last devices still work. */
  go: boolean
  /** The server's time when the page was made, ISO. */
  serverTime: string
}

/** One page from the preview to the end of class. */
export function Classroom({ session: given, viewer, checkLine, go, serverTime }: ClassroomProps) {
  const [planned] = useState(given)
  const [media] = useState(createOwnMedia)
  const [api] = useState(() => createClassroomApi(planned.id))
  const [visit] = useState(() =>
    createVisit({
      session: planned,
      api,
      loadRoom: () => import('#components/classroom/room/live-connection.tsx'),
      takeMedia: () => takeMedia(media, viewer.role),
    }),
  )
  const { entry, session, connection, start } = useSyncExternalStore(
    visit.subscribe,
    () => visit.state,
    () => visit.state,
  )
  // With `go`, what comes first is known once the browser has listed its devices.
  const [showsPreview, setShowsPreview] = useState(!go || entry.at !== 'preview')
  useSessionWatch(visit, session.id)
  useTabTitle(entry, session)

  const goIn = useCallback(() => {
    if (visit.state.session.abilities.canStart) void visit.start()
    else visit.join()
  }, [visit])

  const decide = useEffectEvent(async (isStale: () => boolean) => {
    const devices = await recogniseDevices()
    const waited = isReload() && go && doorOf(planned) !== 'open'
    const asked = { go, always: wantsPreviewAlways(), choices: rememberedChoices(), devices }
    const skips = waited || maySkipPreview(asked)
    if (isStale()) return
    if (skips) goIn()
    else setShowsPreview(true)
    const { at } = visit.state.entry
    if (at === 'preview') void visit.prepare()
    if (['not_started', 'not_admitted'].includes(doorOf(planned))) loadWaiting().catch(() => {})
    if (at === 'preview' || at === 'entering') void openAsChosen(media, viewer.role)
  })
  useEffect(() => {
    let stale = false
    void decide(() => stale)
    return () => {
      stale = true
    }
  }, [])

  useEffect(
    () => () => {
      visit.close()
      media.close()
    },
    [visit, media],
  )

  const { at } = entry
  const isWaitingOrOver = at === 'waiting' || at === 'over'
  const wasOver = useRef(false)
  const settle = useEffectEvent(() => {
    // A place that was given back: the preview comes back, and nobody is in class without a press.
    if (wasOver.current && at === 'preview' && !showsPreview) showPreview()
    wasOver.current = at === 'over'
    if (isWaitingOrOver) media.close()
    if (isWaitingOrOver || at === 'inside') setShowsPreview(false)
  })
  useEffect(() => {
    settle()
    let gone = false
    // The browser takes its time for it, and the first picture needs that more.
    whenIdle(() => {
      if (gone) return
      // A reload inside or at the door goes straight back there; one after leaving does not.
      if (at === 'inside' || at === 'waiting') history.replaceState(history.state, '', '?go')
      if (at === 'over') history.replaceState(history.state, '', location.pathname)
    })
    return () => {
      gone = true
    }
  }, [at])

  function showPreview() {
    setShowsPreview(true)
    void openAsChosen(media, viewer.role)
  }

  function checkDevices() {
    visit.checkDevices()
    showPreview()
  }

  // The preview stays on the page until the room is connected.
  const isInRoom = at === 'inside' || at === 'returning'
  const roomEntry = isInRoom ? entry : outsideRoom
  const room = useMemo(
    () => connection?.render({ entry: roomEntry, session, viewer, actions: visit.actions }),
    [connection, roomEntry, session, viewer, visit],
  )

  const trouble = at === 'entering' ? entry.trouble : null
  const outside = () => {
    switch (at) {
      case 'waiting':
        return (
          <RoomBoundary>
            <Waiting
              {...{ session, planned, viewer, media, serverTime }}
              knock={api.knock}
              onAdmitted={visit.refresh}
              onCheckDevices={checkDevices}
            />
          </RoomBoundary>
        )
      case 'over':
        return (
          <OverLater
            {...{ session, viewer }}
            because={entry.because}
            onGoIn={visit.join}
            onCheckDevices={checkDevices}
          />
        )
      default:
        return showsPreview && !trouble ? (
          <Preview
            {...{ session, viewer, checkLine, media, start, serverTime }}
            goingIn={at === 'entering'}
            onJoin={goIn}
          />
        ) : (
          <GoingIn trouble={trouble} />
        )
    }
  }

  return (
    <>
      {isInRoom ? null : (
        // A layer of its own: taken away, the room below is there without being painted.
        <div className="relative bg-canvas will-change-[opacity]">{outside()}</div>
      )}
      {room && !isWaitingOrOver ? (
        // Drawn behind the preview already, so that the room only has to be uncovered.
        <div className="fixed inset-0 -z-10">
          <RoomBoundary>{room}</RoomBoundary>
        </div>
      ) : null}
    </>
  )
}

const outsideRoom: Entry = { at: 'preview' }

/** Whoever waited and reloads goes on waiting. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload'
}
