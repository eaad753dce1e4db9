/** A date as a calendar leaf: the day of the month over its weekday. */
export function CalendarDay({ iso, zone }: { iso: string; zone: string }) {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric' })
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' })
  const date = new Date(iso)
  return (
    <div className="text-center leading-tight">
      <b className="block text-[1.25rem] leading-6 font-semibold tracking-[-.02em] tabular-nums">
        {day.format(date)}
      </b>
      <span className="text-xs font-medium text-text-2">{weekday.format(date)}</span>
    </div>
  )
}
