import type { Safeguard } from './safeguard.ts'

/** What the pages of a room hold to by themselves. */
export const roomClientSafeguards: Safeguard[] = [
  {
    rule: 'A page does not go back to a state that is older than what it was told.',
    file: 'components/classroom/room-state/room-state-store.ts',
    text: 'if (state && found.number < state.number) return',
    becomes: '',
    test: {
      file: 'components/classroom/room-state/room-state-store.test.ts',
      name: 'does not go back to a read that is older than received changes',
    },
  },
  {
    rule: 'A page shows nothing of a person who was put out.',
    file: 'lib/classroom/room/apply-change.ts',
    text: 'exceptions: state.exceptions.filter(isOther),',
    becomes: '',
    test: {
      file: 'lib/classroom/room/apply-change.test.ts',
      name: 'a removed person has nothing left in the room',
    },
  },
  {
    rule: 'News of a room come from our server alone, and from nobody inside.',
    file: 'components/classroom/connection/livekit-transport.ts',
    text: '!from && topic === ROOM_TOPIC ?',
    becomes: 'topic === ROOM_TOPIC ?',
    test: {
      file: 'components/classroom/connection/livekit-transport.test.ts',
      name: 'room updates are accepted only from our server',
    },
  },
  {
    rule: 'Nothing is sent before the class begins.',
    file: 'components/classroom/media/local-tracks.ts',
    text: 'if (room.state !== ConnectionState.Connected || !isClassStarted()) return',
    becomes: 'if (room.state !== ConnectionState.Connected) return',
    test: {
      file: 'components/classroom/media/local-tracks.test.ts',
      name: 'nothing is published before the class starts',
    },
  },
  {
    rule: 'A microphone that is locked is closed.',
    file: 'components/classroom/media/local-tracks.ts',
    text: 'if (mayPublish(me, source)) removeTrack(source, track)',
    becomes: 'if (track) removeTrack(source, track)',
    test: {
      file: 'components/classroom/media/local-tracks.test.ts',
      name: 'a microphone that',
    },
  },
  {
    rule: 'A message that our server is too busy for is sent again.',
    file: 'components/classroom/room-state/outbox.ts',
    text: ' && error.status !== 429',
    becomes: '',
    test: {
      file: 'components/classroom/room-state/chat-store.test.ts',
      name: 'is sent again automatically after status',
    },
  },
  {
    rule: 'A message that was removed does not come back with a page that was read before.',
    file: 'components/classroom/room-state/chat-store.ts',
    text: 'removals.set(id, by)',
    becomes: 'void by',
    test: {
      file: 'components/classroom/room-state/chat-store.test.ts',
      name: 'stays removed when an older page arrives later',
    },
  },
  {
    rule: 'A camera that opens after one has left is closed.',
    file: 'components/classroom/connection/room-connection.ts',
    text: "if (state.entry.phase === 'ended') stopTracks(media)",
    becomes: 'if (!media) stopTracks(media)',
    test: {
      file: 'components/classroom/connection/room-connection.test.ts',
      name: 'a camera that opens after leaving is closed',
    },
  },
  {
    rule: 'A place that is given back takes nobody into class without a press.',
    file: 'components/classroom/connection/entry-state.ts',
    text: "return entry.wasWaiting ? enterOrWait(status) : { phase: 'preview' }",
    becomes: 'return enterOrWait(status)',
    test: {
      file: 'components/classroom/connection/entry-state.test.ts',
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
    rule: 'A link in chat leads where it says: nothing before its host is taken for a name.',
    file: 'components/classroom/chat/find-links.ts',
    text: "&& new URL(address).username === ''",
    becomes: '',
    test: {
      file: 'components/classroom/chat/find-links.test.ts',
      name: 'https://bank.example@b.example',
    },
  },
  {
    rule: 'No shortcut acts on what an input method composes.',
    file: 'components/classroom/shortcuts/shortcut-command.ts',
    text: 'if (keyPress.isComposing) return null',
    becomes: '',
    test: {
      file: 'components/classroom/shortcuts/shortcut-command.test.ts',
      name: 'does nothing while it is part of a composition',
    },
  },
  {
    rule: 'Single-key shortcuts that were switched off do nothing.',
    file: 'components/classroom/shortcuts/shortcut-command.ts',
    text: 'if (!settings.letters) return null',
    becomes: '',
    test: {
      file: 'components/classroom/shortcuts/shortcut-command.test.ts',
      name: 'with single keys switched off',
    },
  },
]
