import type { ReactNode } from 'react'
import { Texts } from '#components/shell/texts.tsx'
import { Toaster } from '#components/ui/toast.tsx'

export default function RoomLayout({ children }: { children: ReactNode }) {
  return (
    <Texts
      of={[
        'common',
        'errors',
        'preview',
        'lobby',
        'room',
        'network',
        'moderation',
        'chat',
        'companion',
        'deviceCheck',
        'roomDisplay',
      ]}
    >
      <Toaster>{children}</Toaster>
    </Texts>
  )
}
