import { useTranslations } from 'next-intl'
import { useToast } from '#components/ui/toast.tsx'

/** Runs a request whose failure has no place on the page. Shows the failure as a toast. */
export function useToastOnFailure(): (action: Promise<unknown>) => void {
  const t = useTranslations('room.notice')
  const common = useTranslations('common')
  const toast = useToast()
  return (action) =>
    void action.catch((error: unknown) => {
      const message = error instanceof Error && error.message
      toast({ tone: 'failure', text: t('failed', { message: message || common('noAnswer') }) })
    })
}
