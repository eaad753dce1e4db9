import type { ReactNode } from 'react'

type MessageCardProps = { title: string; children: ReactNode; actions: ReactNode; art?: ReactNode }

/** A message that takes the place of a page's content, with a way back. */
export function MessageCard({ title, children, actions, art }: MessageCardProps) {
  return (
    <div className="m-auto w-full max-w-140 overflow-hidden rounded-stage border bg-surface shadow-2">
      {art}
      <div className="p-6 sm:p-8">
        <h1 className="text-h1">{title}</h1>
        <div className="mt-2 text-lg text-text-2">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2.5">{actions}</div>
      </div>
    </div>
  )
}
