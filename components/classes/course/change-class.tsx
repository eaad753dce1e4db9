'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { ClassDrawer } from '#components/classes/class-drawer.tsx'
import { useToast } from '#components/ui/toast.tsx'

export function ChangeClass(drawer: Omit<ComponentProps<typeof ClassDrawer>, 'onDone'>) {
  const t = useTranslations('classes.form')
  const toast = useToast()
  return <ClassDrawer {...drawer} onDone={({ title }) => toast({ text: t('changed', { title }) })} />
}
