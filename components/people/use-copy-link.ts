'use client'

import { useTranslations } from 'next-intl'
import { useToast } from '#components/ui/toast.tsx'

/** Puts a link into the clipboard, and says so or why not. Needs the texts of `invitations`. */
export function useCopyLink() {
  const t = useTranslations('invitations.actions')
  const toast = useToast()
  return async function copy(link: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link)
      toast({ text: said })
    } catch {
      // Without a secure connection, or where the browser was told not to.
      toast({ tone: 'failure', text: t('notCopied') })
    }
  }
}
