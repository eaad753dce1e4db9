'use client'

import { useEffect, useState } from 'react'
import { createLocalMedia } from '#components/classroom/media/local-media.ts'
import { openChosenDevices, takeMedia } from '#components/classroom/media/open-chosen-devices.ts'
import { refreshDeviceIds } from '#components/classroom/media/remembered.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { RoomErrorBoundary } from '#components/classroom/ui/room-error-boundary.tsx'
import { useStore } from '#components/classroom/ui/store.ts'
import { CodeScreen } from './code-screen.tsx'
import { displayApi } from './display-api.ts'
import { createDisplayConnection } from './display-connection.ts'
import { rememberDisplay, rememberedDisplay } from './remembered-display.ts'

const loadClient = () => import('./create-display-client.ts')
const loadScreen = () => import('./display-screen.tsx')
const DisplayScreen = lazyWithRetry(async () => ({ default: (await loadScreen()).DisplayScreen }))

type RoomDisplayProps = {
  /** The school's address, in the form in which people type it. */
  address: string
  /** The server's time when the page was made, ISO. */
  serverTime: string
}

/** Room display. It shows its code and, once it is paired, the class, without anybody operating it. */
export function RoomDisplay({ address, serverTime }: RoomDisplayProps) {
  const [media] = useState(createLocalMedia)
  const [connection] = useState(() => {
    return createDisplayConnection({
      api: displayApi,
      remembered: rememberedDisplay,
      remember: rememberDisplay,
      async createDisplayClient(secret) {
        const [{ createDisplayClient }] = await Promise.all([loadClient(), loadScreen()])
        return createDisplayClient(() => displayApi.readRoom(secret))
      },
      // Microphone on from the start, as for a trainer.
      takeMedia: () => takeMedia(media, 'TRAINER'),
    })
  })
  const state = useStore(connection, (state) => state)
  const { phase, client } = state

  useEffect(() => {
    let stop: (() => void) | null = null
    let stale = false
    queueMicrotask(() => {
      if (!stale) stop = connection.start()
    })
    return () => {
      stale = true
      stop?.()
    }
  }, [connection])

  useEffect(() => {
    if (phase !== 'code') return
    void refreshDeviceIds().then(() => openChosenDevices(media, 'TRAINER'))
    // The trainer starts the class on another device. The client is loaded by then.
    Promise.all([loadClient(), loadScreen()]).catch(() => {})
  }, [phase, media])
  useEffect(() => () => media.close(), [media])

  if (client && phase !== 'elsewhere' && phase !== 'code') {
    const isReconnecting = phase === 'reconnecting'
    return (
      <RoomErrorBoundary>
        <DisplayScreen {...{ client, isReconnecting }} onUnpair={() => void connection.unpair()} />
      </RoomErrorBoundary>
    )
  }
  return <CodeScreen {...{ state, media, address, serverTime }} onTakeOver={connection.takeOver} />
}
