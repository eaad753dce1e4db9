import { useTranslations } from 'next-intl'

type Told = { students: number; trainers: { name: string }[] }

/** Says whom something is told: `Tells 18 students and Leïla Haddad.` */
export function useTold(): (told: Told) => string {
  const t = useTranslations('admin.change')
  return ({ students, trainers }) => {
    const names = new Intl.ListFormat('en-GB').format(trainers.map((trainer) => trainer.name))
    if (students > 0 && names) return t('tellsBoth', { students, trainers: names })
    if (students > 0) return t('tellsStudents', { students })
    return names ? t('tellsTrainers', { trainers: names }) : t('tellsNobody')
  }
}

/** How many people that is. */
export function countTold({ students, trainers }: Told): number {
  return students + trainers.length
}
