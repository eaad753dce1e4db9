'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Confirmation } from '#components/ui/dialog.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'

export type RevokeFeedAction = (input: { serial: number }) => Promise<ActionResult<unknown>>

type RevokeFeedUrlProps = { serial: number; revoke: RevokeFeedAction }

/** Revokes the feed URL, after a confirmation. */
export function RevokeFeedUrl({ serial, revoke }: RevokeFeedUrlProps) {
  const t = useTranslations('feed.card')
  const router = useRouter()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [busy, startTransition] = useTransition()

  function confirm() {
    startTransition(async () => {
      const result = await revoke({ serial })
      toast(result.ok ? { text: t('revoked') } : { tone: 'failure', text: result.message })
      setAsking(false)
      router.refresh()
    })
  }

  return (
    <>
      <Button variant="danger-quiet" size="sm" onClick={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <Confirmation
        open={asking}
        onClose={() => setAsking(false)}
        title={t('askTitle')}
        description={t('askText')}
        confirm={t('confirm')}
        keep={t('keep')}
        busy={busy}
        busyLabel={t('revoking')}
        onConfirm={confirm}
      />
    </>
  )
}
