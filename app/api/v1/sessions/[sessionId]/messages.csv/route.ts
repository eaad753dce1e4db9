import { exportMessagesEndpoint } from '#lib/classroom/chat/api.ts'
import { exportMessages } from '#lib/exports/export-messages.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportMessagesEndpoint, exportMessages)
