'use client'

import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { BlockingSessions } from '#components/classes/blocking-sessions.tsx'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'

type ArchiveClassProps = {
  course: { id: string; title: string; archived: boolean }
  zone: string
  change: Action<unknown>
}

/** Archives or restores a class. Open sessions block archiving and are listed. */
export function ArchiveClass({ course, zone, change }: ArchiveClassProps) {
  const t = useTranslations('course.archive')
  const toast = useToast()
  const { id, title, archived } = course
  const { run, busy, failure } = useAction(change, () =>
    toast({
      text: archived ? t('back', { title }) : t('done', { title }),
      action: { label: t('undo'), onPress: () => run({ classId: id, archived }) },
    }),
  )
  return (
    <div className="flex flex-col gap-3">
      {failure ? <BlockingSessions failure={failure} zone={zone} /> : null}
      <Button
        block
        icon={archived ? <ArchiveRestore /> : <Archive />}
        busy={busy}
        busyLabel={archived ? t('bringingBack') : t('archiving')}
        onClick={() => run({ classId: id, archived: !archived })}
      >
        {archived ? t('bringBack') : t('archive')}
      </Button>
      <p className="text-sm text-text-2">{archived ? t('isArchived') : t('hint')}</p>
    </div>
  )
}
