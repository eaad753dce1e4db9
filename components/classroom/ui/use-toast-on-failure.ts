import { useTranslations } from 'next-intl'
import { useToast } from '#components/ui/toast.tsx'

/** Something that is asked of our server where nothing stays to say what came in its way: the page's foot says it. */
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
