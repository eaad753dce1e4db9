import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Person } from '#lib/classroom/message.ts'

type MentionListProps = {
  id: string
  people: Person[]
  chosen: number
  onChoose: (person: Person) => void
}

/** Suggestions for a mention, above the field. The focus stays in the field. */
export function MentionList({ id, people, chosen, onChoose }: MentionListProps) {
  const t = useTranslations('chat')
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('mention')}
      className="absolute inset-x-0 bottom-full z-10 mb-1 rounded-control border bg-surface p-1 shadow-3"
    >
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the field choose
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
          className={classes(
            'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-[7px] px-2',
            index === chosen && 'bg-hover',
          )}
        >
          <Avatar id={person.id} name={person.name} size="sm" />
          {person.name}
        </div>
      ))}
    </div>
  )
}
