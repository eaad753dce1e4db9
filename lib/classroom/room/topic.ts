/** The topic under which news of a room is sent in it. */
export const ROOM_TOPIC = 'caravan-room'
