import { getRequestConfig } from 'next-intl/server'
import { english } from './en.ts'

export default getRequestConfig(async () => ({ locale: 'en', messages: english, timeZone: 'UTC' }))
