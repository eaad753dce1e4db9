'use client'

import { UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Confirmation } from '#components/ui/dialog.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useToast } from '#components/ui/toast.tsx'

type RemoveStudentProps = {
  course: { id: string; title: string }
  student: { id: string; name: string }
  remove: Action<unknown>
}

/** Removes a student from the class after a confirmation. Freed seats go to the waitlist. */
export function RemoveStudent({ course, student, remove }: RemoveStudentProps) {
  const t = useTranslations('course.remove')
  const toast = useToast()
  const [asking, ask] = useState(false)
  const { name } = student
  const { run, busy, failure } = useAction(remove, () => {
    ask(false)
    toast({ text: t('done', { name }) })
  })
  return (
    <>
      <IconButton label={t('label', { name })} icon={<UserMinus />} onClick={() => ask(true)} />
      <Confirmation
        open={asking}
        onClose={() => ask(false)}
        title={t('title', { name })}
        description={t('description', { title: course.title })}
        confirm={t('confirm')}
        keep={t('keep')}
        busy={busy}
        busyLabel={t('busy')}
        onConfirm={() => run({ classId: course.id, studentIds: [student.id] })}
      >
        {failure ? <p role="alert">{failure.message}</p> : null}
      </Confirmation>
    </>
  )
}
