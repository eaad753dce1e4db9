'use client'

import { CheckCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'

export type MarkReadAction = (input: { ids?: string[] }) => Promise<ActionResult<unknown>>

/** Marks all notices as read. */
export function MarkAllRead({ markRead }: { markRead: MarkReadAction }) {
  const t = useTranslations('notices')
  const router = useRouter()
  const toast = useToast()
  const [busy, startTransition] = useTransition()

  function mark() {
    startTransition(async () => {
      const result = await markRead({})
      if (!result.ok) toast({ tone: 'failure', text: result.message })
      router.refresh()
    })
  }

  return (
    <Button
      variant="ghost"
      size="sm"
      icon={<CheckCheck />}
      busy={busy}
      busyLabel={t('marking')}
      onClick={mark}
    >
      {t('markAll')}
    </Button>
  )
}
