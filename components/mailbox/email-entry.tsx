'use client'

import { ChevronDown, Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { dayNameOf } from '#components/schedule/day-name.ts'
import type { MailboxEmail } from '#lib/mailbox/api.ts'
import { formatDay, formatTime } from '#lib/time/format.ts'
import { EmailContent } from './email-content.tsx'
import { emailGrid } from './email-grid.ts'
import { EmailState } from './email-state.tsx'

type EmailEntryProps = { email: MailboxEmail; configured: boolean; zone: string; now: string }

/** One e-mail; expands to show its content. */
export function EmailEntry({ email: letter, configured, zone, now }: EmailEntryProps) {
  const t = useTranslations('notices')
  const [open, setOpen] = useState(false)
  const { to, subject, createdAt } = letter
  const day = dayNameOf(createdAt, now, zone) === 'today' ? t('today') : formatDay(createdAt, zone)
  return (
    <li className="border-b">
      <details className="group open:bg-canvas" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary
          className={`${emailGrid} min-h-12 grid-cols-[minmax(0,1fr)_1.25rem] list-none gap-y-1 py-2 hover:bg-canvas [&::-webkit-details-marker]:hidden`}
        >
          <span className="flex min-w-0 items-center gap-2.5 font-medium max-lg:col-start-1">
            <Mail aria-hidden="true" className="size-4 flex-none stroke-[1.75] text-text-2" />
            <span className="truncate">{to.address}</span>
          </span>
          <span className="truncate max-lg:col-start-1">{subject}</span>
          <span className="text-text-2 tabular-nums max-lg:col-start-1 max-lg:text-sm">
            {day}, {formatTime(createdAt, zone)}
          </span>
          <span className="max-lg:col-start-1">
            <EmailState email={letter} configured={configured} />
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-4.5 stroke-[1.75] text-text-3 group-open:rotate-180 max-lg:col-start-2 max-lg:row-start-1"
          />
        </summary>
        {open ? <EmailContent letter={letter} /> : null}
      </details>
    </li>
  )
}
