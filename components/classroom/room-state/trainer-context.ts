import { createContext } from 'react'

/** The trainer's identity, as the session says it; what a participant says of itself counts for nothing. */
export const TrainerContext = createContext('')
