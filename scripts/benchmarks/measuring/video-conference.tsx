import { LiveKitRoom, VideoConference } from '@livekit/components-react'
import type { RoomOptions } from 'livekit-client'
import { createRoot } from 'react-dom/client'

/** As in our room; without these options, hidden pictures would be received. */
const options: RoomOptions = { adaptiveStream: true, dynacast: true }

const root = document.querySelector('main')
const answer = await fetch(root?.dataset.token ?? '', { method: 'POST' })
const { data } = await answer.json()

if (root) {
  createRoot(root).render(
    <LiveKitRoom
      serverUrl={data.url}
      token={data.token}
      options={options}
      video={true}
      data-lk-theme="default"
    >
      <VideoConference />
    </LiveKitRoom>,
  )
}
