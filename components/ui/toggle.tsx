import type { ReactNode } from 'react'

type ToggleProps = {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A switch that applies at once, without saving. */
export function Toggle({ label, hint, checked, onChange }: ToggleProps) {
  return (
    <label className="flex cursor-pointer items-center justify-between gap-4 pointer-coarse:min-h-11">
      <span>
        <span className="block font-medium">{label}</span>
        {hint ? <span className="block text-sm text-text-2">{hint}</span> : null}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-6 w-10 flex-none cursor-pointer appearance-none rounded-full bg-control transition-colors before:absolute before:top-1 before:left-1 before:size-4 before:rounded-full before:bg-surface before:transition-transform checked:bg-text checked:before:translate-x-4"
      />
    </label>
  )
}
