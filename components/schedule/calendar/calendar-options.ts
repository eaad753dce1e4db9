import type { CalendarOptions } from '@fullcalendar/react'
import { classes } from '#components/ui/classes.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'

/**
 * The appearance of the time grid: the library's bare skeleton with our design tokens, so that it follows the theme.
 */
export const calendarOptions = {
  height: '100%',
  headerToolbar: false,
  firstDay: 1,
  allDaySlot: false,
  // Slots have the length of a drag step: the library grabs an event at the middle of a slot.
  slotDuration: '00:15',
  slotHeaderInterval: '01:00',
  slotMinHeight: 13,
  slotEventOverlap: false,
  eventMinHeight: 26,
  eventOrder: 'start,-duration,title',
  dragRevertDuration: 180,
  longPressDelay: 400,
  tableHeaderClass: 'border-b bg-surface',
  dayHeaderClass: 'border-l h-11.5 justify-center px-1',
  dayHeaderInnerClass:
    'flex items-center gap-1.5 rounded-[8px] px-1.5 py-1 text-sm font-medium text-text-2 not-aria-hidden:hover:bg-hover focus-visible:-outline-offset-1',
  // The visible text is the accessible name; the library would set a different one, `November 23, 2026`.
  dayHeaderDidMount: ({ el }) => el.querySelector('[role=link]')?.removeAttribute('aria-label'),
  slotHeaderClass: 'justify-end border-transparent',
  slotHeaderInnerClass: 'relative -top-2 h-2 pr-2 pl-2.5 text-xs font-medium text-text-3 tabular-nums',
  slotHeaderContent: ({ time, isFirst }) =>
    isFirst || !time ? '' : `${Math.round(time.milliseconds / HOUR_MS)}`.padStart(2, '0').concat(':00'),
  slotLaneClass: ({ isMinor }) => classes('border-t', isMinor ? 'border-transparent' : 'border-border/55'),
  dayLaneClass: ({ isToday }) => classes('border-l', isToday && 'bg-canvas/70'),
  slotHeaderDividerClass: 'border-l',
  // In front of the line at the current time.
  dayLaneInnerClass: 'mx-0.75 z-3!',
  columnEventClass: 'mb-0.5 mr-px',
  columnEventAfterClass: ({ isEndResizable }) => (isEndResizable ? 'absolute inset-x-0 bottom-0 h-2' : ''),
  nowIndicatorLineClass: 'border-t-2 border-primary',
  nowIndicatorDotClass: '-mt-1 -ml-1 size-2.5 rounded-full bg-primary',
} satisfies CalendarOptions
