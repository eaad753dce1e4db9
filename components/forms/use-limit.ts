import { useTranslations } from 'next-intl'
import { type RefObject, useEffect } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement

/** While the text is too long its form is not sent: the browser says by how much, and puts the focus there. */
export function useLimit(field: RefObject<Control | null>, excess: number) {
  const t = useTranslations('common')
  const fault = excess > 0 ? t('tooLong', { count: excess }) : ''
  useEffect(() => field.current?.setCustomValidity(fault), [field, fault])
}
