import type { Safeguard } from './safeguard.ts'

/** Rules that the room's pages enforce themselves. */
export const roomClientSafeguards: Safeguard[] = [
  {
    rule: 'A page does not return to a state older than the updates that it received.',
    file: 'components/classroom/room-state/room-state-store.ts',
    text: 'if (room && found.number < room.number) return',
    becomes: '',
    test: {
      file: 'components/classroom/room-state/room-state-store.test.ts',
      name: 'does not go back to a read that is older than received changes',
    },
  },
  {
    rule: 'A page shows nothing of a removed person.',
    file: 'lib/classroom/room/apply-change.ts',
    text: 'exceptions: state.exceptions.filter(isOther),',
    becomes: '',
    test: {
      file: 'lib/classroom/room/apply-change.test.ts',
      name: 'a removed person has nothing left in the room',
    },
  },
  {
    rule: 'Room updates are accepted only from our server, not from participants.',
    file: 'components/classroom/connection/livekit-transport.ts',
    text: '!from && topic === ROOM_TOPIC ?',
    becomes: 'topic === ROOM_TOPIC ?',
    test: {
      file: 'components/classroom/connection/livekit-transport.test.ts',
      name: 'room updates are accepted only from our server',
    },
  },
  {
    rule: 'Nothing is published before the class starts.',
    file: 'components/classroom/media/local-tracks.ts',
    text: 'if (room.state !== ConnectionState.Connected || !isClassStarted()) return',
    becomes: 'if (room.state !== ConnectionState.Connected) return',
    test: {
      file: 'components/classroom/media/local-tracks.test.ts',
      name: 'nothing is published before the class starts',
    },
  },
  {
    rule: 'A locked microphone is closed.',
    file: 'components/classroom/media/local-tracks.ts',
    text: 'if (mayPublish(me, source)) removeTrack(source, track)',
    becomes: 'if (track) removeTrack(source, track)',
    test: {
      file: 'components/classroom/media/local-tracks.test.ts',
      name: 'a microphone that',
    },
  },
  {
    rule: 'A message is sent again if our server is too busy.',
    file: 'components/classroom/room-state/outbox.ts',
    text: ' && error.status !== 429',
    becomes: '',
    test: {
      file: 'components/classroom/room-state/chat-store.test.ts',
      name: 'is sent again automatically after status',
    },
  },
  {
    rule: 'A removed message does not reappear from a page of messages read earlier.',
    file: 'components/classroom/room-state/chat-store.ts',
    text: 'removals.set(id, by)',
    becomes: 'void by',
    test: {
      file: 'components/classroom/room-state/chat-store.test.ts',
      name: 'stays removed when an older page arrives later',
    },
  },
  {
    rule: 'A camera that opens after leaving is closed.',
    file: 'components/classroom/connection/room-connection.ts',
    text: "if (store.state.entry.phase === 'ended') stopTracks(media)",
    becomes: 'if (!media) stopTracks(media)',
    test: {
      file: 'components/classroom/connection/room-connection.test.ts',
      name: 'a camera that opens after leaving is closed',
    },
  },
  {
    rule: 'A student whose seat is given back enters the class only by a click.',
    file: 'components/classroom/room-state/entry-state.ts',
    text: "return entry.wasWaiting ? enterOrWait(status) : { phase: 'preview' }",
    becomes: 'return enterOrWait(status)',
    test: {
      file: 'components/classroom/room-state/entry-state.test.ts',
      name: 'a seat given back is not joined without a press',
    },
  },
  {
    rule: 'A message that is too long is not sent.',
    file: 'components/classroom/chat/composer.tsx',
    text: ' || !field.current?.reportValidity()',
    becomes: '',
    test: {
      file: 'components/classroom/chat/composer.test.tsx',
      name: 'a message that is too long is kept, counted and not sent',
    },
  },
  {
    rule: 'A chat link leads to the host that it shows: no user info before the host.',
    file: 'components/classroom/chat/find-links.ts',
    text: "&& new URL(address).username === ''",
    becomes: '',
    test: {
      file: 'components/classroom/chat/find-links.test.ts',
      name: 'https://bank.example@b.example',
    },
  },
  {
    rule: 'Shortcuts do not react to input method composition.',
    file: 'components/classroom/shortcuts/shortcut-command.ts',
    text: 'if (keyPress.isComposing) return null',
    becomes: '',
    test: {
      file: 'components/classroom/shortcuts/shortcut-command.test.ts',
      name: 'does nothing while it is part of a composition',
    },
  },
  {
    rule: 'Disabled single-key shortcuts do nothing.',
    file: 'components/classroom/shortcuts/shortcut-command.ts',
    text: 'if (!settings.letters) return null',
    becomes: '',
    test: {
      file: 'components/classroom/shortcuts/shortcut-command.test.ts',
      name: 'with single keys switched off',
    },
  },
]
