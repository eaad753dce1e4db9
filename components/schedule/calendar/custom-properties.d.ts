import 'react'

declare module 'react' {
  interface CSSProperties {
    /** A class's own colour (class-colour.ts). */
    '--class'?: string
  }
}
