/** Topic of our data packets in a room. */
export const ROOM_TOPIC = 'caravan-room'
