import { z } from 'zod'

/** In answers to changes: the room state includes the change from this number on. */
export const roomNumber = z.int().meta({ description: 'Number of the newest change of the room' })
