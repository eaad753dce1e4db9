import { useTranslations } from 'next-intl'

type NotifiedPeople = { students: number; trainers: { name: string }[] }

/** The text for the people to notify: `18 students and Leïla Haddad will be notified in the app and by e-mail.` */
export function useNotifiedText(): (told: NotifiedPeople) => string {
  const t = useTranslations('admin.change')
  return ({ students, trainers }) => {
    const names = new Intl.ListFormat('en-GB').format(trainers.map((trainer) => trainer.name))
    if (students > 0 && names) return t('notifiesBoth', { students, trainers: names })
    if (students > 0) return t('notifiesStudents', { students })
    return names ? t('notifiesTrainers', { trainers: names }) : t('notifiesNobody')
  }
}

/** The number of people to notify. */
export function countNotified({ students, trainers }: NotifiedPeople): number {
  return students + trainers.length
}
