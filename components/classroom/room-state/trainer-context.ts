import { createContext } from 'react'

/** The trainer's identity from the session. A participant's own metadata is not trusted. */
export const TrainerContext = createContext('')
