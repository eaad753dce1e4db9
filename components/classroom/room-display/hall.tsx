'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { openAsChosen, takeMedia } from '#components/classroom/media/open-as-chosen.ts'
import { createOwnMedia } from '#components/classroom/media/own-media.ts'
import { recogniseDevices } from '#components/classroom/media/remembered.ts'
import { RoomBoundary } from '#components/classroom/ui/room-boundary.tsx'
import { CodeScreen } from './code-screen.tsx'
import { createHallApi } from './hall-api.ts'
import { createHallVisit } from './hall-visit.ts'
import { rememberedHall, rememberHall } from './remembered-hall.ts'

const loadConnection = () => import('./hall-connection.tsx')

type HallProps = {
  /** The school's address, as one types it. */
  address: string
  /** The server's time when the page was made, ISO. */
  serverTime: string
}

/** A room's screen: it shows its code, and once it is paired the class, without anybody at it. */
export function Hall({ address, serverTime }: HallProps) {
  const [media] = useState(createOwnMedia)
  const [visit] = useState(() => {
    const api = createHallApi()
    return createHallVisit({
      api,
      remembered: rememberedHall,
      remember: rememberHall,
      openConnection: async (secret) => (await loadConnection()).openConnection(() => api.readRoom(secret)),
      // Like a trainer's: heard at once.
      takeMedia: () => takeMedia(media, 'TRAINER'),
    })
  })
  const state = useSyncExternalStore(
    visit.subscribe,
    () => visit.state,
    () => visit.state,
  )
  const { at, connection } = state

  useEffect(() => {
    let stop: (() => void) | null = null
    let stale = false
    queueMicrotask(() => {
      if (!stale) stop = visit.start()
    })
    return () => {
      stale = true
      stop?.()
    }
  }, [visit])

  useEffect(() => {
    if (at !== 'code') return
    void recogniseDevices().then(() => openAsChosen(media, 'TRAINER'))
    // The class begins at a press somewhere else: by then it is here.
    loadConnection().catch(() => {})
  }, [at, media])
  useEffect(() => () => media.close(), [media])

  if (connection && at !== 'elsewhere' && at !== 'code') {
    const isBack = at === 'returning'
    return <RoomBoundary>{connection.render({ isBack, onUnpair: () => void visit.unpair() })}</RoomBoundary>
  }
  return <CodeScreen {...{ state, media, address, serverTime }} onTakeOver={visit.takeOver} />
}
