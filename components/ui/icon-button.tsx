import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** The action, with the person's name if it concerns one: "Lower Aisha Diallo's hand". */
  label: string
  icon: ReactNode
  size?: 'sm' | 'md'
}

export function IconButton({ label, icon, size = 'sm', className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...props}
      className={classes(
        'inline-grid flex-none place-items-center rounded-[8px] text-text-2 transition-colors duration-120',
        'enabled:hover:bg-hover enabled:hover:text-text disabled:cursor-not-allowed disabled:opacity-50',
        'pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-4.5 [&_svg]:stroke-[1.75]',
        size === 'sm' ? 'size-8' : 'size-9.5',
        className,
      )}
    >
      {icon}
    </button>
  )
}
