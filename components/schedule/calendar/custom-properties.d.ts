import 'react'

declare module 'react' {
  interface CSSProperties {
    /** The colour of a class (class-colour.ts). */
    '--class'?: string
  }
}
