import { useTranslations } from 'next-intl'
import { type RefObject, useEffect } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement

/** Blocks the form while the text is too long: the browser shows by how much, and focuses the field. */
export function useLimit(field: RefObject<Control | null>, excess: number) {
  const t = useTranslations('common')
  const fault = excess > 0 ? t('tooLong', { count: excess }) : ''
  useEffect(() => field.current?.setCustomValidity(fault), [field, fault])
}
