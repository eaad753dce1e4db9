'use client'

import { useTranslations } from 'next-intl'
import { useToast } from '#components/ui/toast.tsx'

/** Copies a link to the clipboard; a toast shows the outcome. Needs the texts of `invitations`. */
export function useCopyLink() {
  const t = useTranslations('invitations.actions')
  const toast = useToast()
  return async function copy(link: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link)
      toast({ text: said })
    } catch {
      // The clipboard needs a secure connection and the browser's permission.
      toast({ tone: 'failure', text: t('notCopied') })
    }
  }
}
