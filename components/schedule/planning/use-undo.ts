'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { useToast } from '#components/ui/toast.tsx'
import { UNDO_WINDOW_MS } from '#lib/sessions/changes/undo-window.ts'
import { countNotified } from './use-notified-text.ts'

type Done = {
  change: {
    id: string
    recipients: { students: number; trainers: { id: string; name: string }[] }
  } | null
}

/** Shows a toast with the change and the number of people to notify, and offers undo until they are notified. */
export function useUndo(undo: Action<unknown>): (done: string, data: Done) => void {
  const t = useTranslations('admin.change')
  const toast = useToast()
  const router = useRouter()

  async function undoChange(changeId: string) {
    const result = await undo({ changeId }).catch(() => null)
    if (result?.ok) toast({ text: t('undone') })
    else toast({ tone: 'failure', text: result?.message ?? t('notUndone') })
    router.refresh()
  }

  return (done, { change }) => {
    if (!change) return toast({ text: done })
    toast({
      text: t('undoable', { done, count: countNotified(change.recipients) }),
      action: { label: t('undo'), onPress: () => void undoChange(change.id) },
      shownForMs: UNDO_WINDOW_MS,
    })
  }
}
