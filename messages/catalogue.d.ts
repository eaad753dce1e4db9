import type { english } from './en.ts'

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof english
    Locale: 'en'
  }
}
