'use client'

import { CalendarClock, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { readFields } from '#components/forms/read-fields.ts'
import { TYPING_PAUSE_MS } from '#components/forms/typing-pause.ts'
import type { Action } from '#components/forms/use-action.ts'
import type { AmbiguousTime, Collision } from '#lib/kernel/refusal.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { ClockChoices } from './clock-choices.tsx'
import { CollisionList } from './collision-list.tsx'
import { useNotifiedText } from './use-notified-text.ts'

export type ChangePreviewData = {
  sessions: { id: string; startsAt: string; endsAt: string }[]
  recipients: { students: number; trainers: { id: string; name: string }[] }
  collisions: Collision[]
  questions: AmbiguousTime[]
}

type ChangePreviewProps = {
  session: ClassSession
  /** The viewer's time zone. */
  zone: string
  preview: Action<ChangePreviewData>
  /** Builds the action's input from the form's fields by name. */
  toInput: (fields: Record<string, string>) => object
  /** The fields of the change. */
  children: ReactNode
}

const nothing = { sessions: [], recipients: { students: 0, trainers: [] }, collisions: [], questions: [] }

/** Shows below a form, while it is filled in, the effect of the change, the people to notify and the collisions. */
export function ChangePreview({ session, zone, preview, toInput, children }: ChangePreviewProps) {
  const t = useTranslations('admin.change')
  const summary = useNotifiedText()
  const [shown, setShown] = useState<ChangePreviewData | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const timer = useRef<number>(undefined)

  async function look() {
    const form = frame.current?.closest('form')
    if (!form) return
    const result = await preview(toInput(readFields(form))).catch(() => null)
    if (result?.ok) setShown(result.data)
    else setShown(result?.questions ? { ...nothing, questions: result.questions } : null)
  }

  function lookSoon() {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(look, TYPING_PAUSE_MS)
  }

  const lookFirst = useEffectEvent(look)
  useEffect(() => {
    void lookFirst()
    return () => clearTimeout(timer.current)
  }, [])

  const last = shown?.sessions.at(-1)
  return (
    <div ref={frame} className="@container flex flex-col gap-5" onChange={lookSoon}>
      {children}
      {shown ? (
        <section aria-live="polite" aria-label={t('whatItDoes')} className="flex flex-col gap-3">
          <ClockChoices questions={shown.questions} timeZone={session.timeZone} zone={zone} mayLeave />
          {shown.collisions.length > 0 ? (
            <div className="rounded-[12px] bg-bad-soft px-4 py-2.5">
              <p className="font-semibold">{t('collides', { count: shown.collisions.length })}</p>
              <CollisionList collisions={shown.collisions} zone={zone} />
            </div>
          ) : null}
          {last && shown.sessions.length > 1 ? (
            <p className="flex gap-2.5 text-sm text-text-2">
              <CalendarClock className="mt-0.5 size-4 flex-none" />
              {t('sessions', { count: shown.sessions.length, last: formatDay(last.startsAt, zone) })}
            </p>
          ) : null}
          {shown.sessions.length > 0 ? (
            <p className="flex gap-2.5 text-sm text-text-2">
              <Send className="mt-0.5 size-4 flex-none" />
              {summary(shown.recipients)}
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
