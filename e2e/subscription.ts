import ICAL from 'ical.js'
import { feedAddress } from '#lib/sessions/feed/api.ts'
import type { createApiClient } from './api.ts'

type ShownEvent = { status: string; starts: string; description: string }

/** Subscribes a calendar to a person's feed; the returned function reads its current events. */
export async function subscribe(api: ReturnType<typeof createApiClient>) {
  const response = await api.send('GET', '/api/v1/calendar-feed')
  const { url } = feedAddress.parse((await response.json()).data)
  return async () => eventsIn(await (await fetch(url)).text())
}

/** Calendar events by session id, parsed by an independent library; `starts` is in UTC. */
export function eventsIn(calendar: string): Record<string, ShownEvent> {
  const root = new ICAL.Component(ICAL.parse(calendar))
  for (const zone of root.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return Object.fromEntries(
    root.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return [
        String(event.uid).split('@')[0],
        {
          status: String(component.getFirstPropertyValue('status')),
          starts: event.startDate.toJSDate().toISOString(),
          description: event.description,
        },
      ]
    }),
  )
}
