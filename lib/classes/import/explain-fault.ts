import 'server-only'
import { createTranslator } from 'next-intl'
import rowFaults from '#messages/en/rowFaults.json'
import type { FaultyRow } from './api.ts'
import type { Fault } from './check-rows.ts'

const translate = createTranslator({ locale: 'en', messages: { rowFaults } })

/** A row's fault with a readable message. */
export function explainFault({ field, reason, values }: Fault): FaultyRow['faults'][number] {
  return { field, reason, message: translate(`rowFaults.${reason}`, values as never) }
}
