import { classes } from './classes.ts'

type AvatarProps = { id: string; name: string; size?: 'sm' | 'md' | 'lg' | 'xl'; className?: string }

/** Initials on the person's colour. Hidden from screen readers, since the name is next to it. */
export function Avatar({ id, name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={classes(
        'inline-grid flex-none place-items-center rounded-full font-semibold tracking-[.01em] before:content-[attr(data-initials)]',
        sizes[size],
        colours[sumOfCodes(id) % colours.length],
        className,
      )}
    />
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words.at(0) ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (firstLetter(first) + firstLetter(last)).toUpperCase()
}

function firstLetter(word: string): string {
  return [...word].at(0) ?? ''
}

function sumOfCodes(id: string): number {
  let sum = 0
  for (const character of id) sum += character.charCodeAt(0)
  return sum
}

const sizes = {
  sm: 'size-6.5 text-[0.65625rem]',
  md: 'size-8 text-xs',
  lg: 'size-10 text-md',
  xl: 'size-16 text-[1.375rem]',
}

const colours = [
  'bg-avatar-1 text-on-avatar-1',
  'bg-avatar-2 text-on-avatar-2',
  'bg-avatar-3 text-on-avatar-3',
  'bg-avatar-4 text-on-avatar-4',
  'bg-avatar-5 text-on-avatar-5',
  'bg-avatar-6 text-on-avatar-6',
]
