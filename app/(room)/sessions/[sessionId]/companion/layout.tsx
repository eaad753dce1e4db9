import type { ReactNode } from 'react'
import { Texts } from '#components/shell/texts.tsx'

export default function CompanionLayout({ children }: { children: ReactNode }) {
  return (
    <Texts of={['common', 'errors', 'preview', 'waiting', 'room', 'order', 'chat', 'companion']}>
      {children}
    </Texts>
  )
}
