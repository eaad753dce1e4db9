'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { useToast } from '#components/ui/toast.tsx'
import { ClassDrawer } from './class-drawer.tsx'
import { classesHref } from './classes-href.ts'

/** Creates a class, then offers to enrol its students. */
export function NewClass(drawer: Omit<ComponentProps<typeof ClassDrawer>, 'course' | 'onDone'>) {
  const t = useTranslations('classes.form')
  const router = useRouter()
  const toast = useToast()
  return (
    <ClassDrawer
      {...drawer}
      onDone={({ id, title }) =>
        toast({
          text: t('done', { title }),
          action: {
            label: t('enrol'),
            onPress: () => router.push(classesHref({ panel: 'enrol', classId: id })),
          },
        })
      }
    />
  )
}
