import { sendReminderEndpoint } from '#lib/classroom/admission/api.ts'
import { sendReminder } from '#lib/classroom/admission/send-reminder.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(sendReminderEndpoint, sendReminder)
