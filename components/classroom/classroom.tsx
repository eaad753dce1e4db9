'use client'

import {
  Activity,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react'
import { maySkipPreview } from '#components/classroom/devices/may-skip-preview.ts'
import { openAsChosen, takeMedia } from '#components/classroom/devices/open-as-chosen.ts'
import { createOwnMedia } from '#components/classroom/devices/own-media.ts'
import {
  recogniseDevices,
  rememberedChoices,
  wantsPreviewAlways,
} from '#components/classroom/devices/remembered.ts'
import { OverLater } from '#components/classroom/over/over-later.tsx'
import { Preview } from '#components/classroom/preview/preview.tsx'
import { doorOf } from '#components/classroom/visit/entry-state.ts'
import { GoingIn } from '#components/classroom/visit/going-in.tsx'
import { later } from '#components/classroom/visit/later.tsx'
import { RoomBoundary } from '#components/classroom/visit/room-boundary.tsx'
import { useSessionWatch } from '#components/classroom/visit/use-session-watch.ts'
import { useTabTitle } from '#components/classroom/visit/use-tab-title.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { createVisit } from '#components/classroom/visit/visit.ts'
import type { DeviceCheck } from '#lib/classroom/device-check/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { createClassroomApi } from './api-client.ts'

// Only who is early needs it; the preview fetches it while it shows.
const loadWaiting = () => import('#components/classroom/waiting/waiting.tsx')
const Waiting = later(loadWaiting, () => <GoingIn />)

type ClassroomProps = {
  session: SessionDetail
  viewer: Viewer
  /** The last time one checked one's devices. */
  lastCheck: DeviceCheck | null
  /** One came by Join or Start: straight in, where the last devices still work. */
  go: boolean
  /** The server's time when the page was made, ISO. */
  serverTime: string
}

/** One page from the preview to the end of class. */
export function Classroom({ session: given, viewer, lastCheck, go, serverTime }: ClassroomProps) {
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
  const state = useSyncExternalStore(
    visit.subscribe,
    () => visit.state,
    () => visit.state,
  )
  // Drawn in slices: the press on Join is on its way to the classroom before the room is drawn.
  const { entry, session, connection, start } = useDeferredValue(state)
  // With `go`, what comes first is known once the browser has listed its devices.
  const [decided, setDecided] = useState(!go || entry.at !== 'preview')
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
    setDecided(true)
    if (skips) goIn()
    if (visit.state.entry.at === 'preview') void visit.prepare()
    if (['not-started', 'not-admitted'].includes(doorOf(planned))) loadWaiting().catch(() => {})
    if (visit.state.entry.at === 'preview' && !skips) void openAsChosen(media, viewer.role)
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
  const settle = useEffectEvent(() => {
    // A reload inside or at the door goes straight back there; one after leaving does not.
    if (at === 'inside' || at === 'waiting') history.replaceState(history.state, '', '?go')
    if (at === 'over') history.replaceState(history.state, '', location.pathname)
    if (at === 'waiting' || at === 'over') media.close()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it acts when one arrives somewhere
  useEffect(() => settle(), [at])

  function checkDevices() {
    visit.checkDevices()
    void openAsChosen(media, viewer.role)
  }

  const outside = () => {
    if (!decided) return <GoingIn />
    switch (entry.at) {
      case 'preview':
        return <Preview {...{ session, viewer, lastCheck, media, start, serverTime }} onJoin={goIn} />
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
        return connection ? null : <GoingIn />
    }
  }

  const isInRoom = decided && (entry.at === 'entering' || entry.at === 'inside' || entry.at === 'returning')
  return (
    <>
      {outside()}
      {connection && (isInRoom || entry.at === 'preview') ? (
        // Drawn behind the preview already, so that the press on Join only has to show it.
        <Activity mode={isInRoom ? 'visible' : 'hidden'}>
          <RoomBoundary>{connection.render({ entry, session, viewer, actions: visit.actions })}</RoomBoundary>
        </Activity>
      ) : null}
    </>
  )
}

/** Whoever waited and reloads goes on waiting. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload'
}
