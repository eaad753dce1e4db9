import {
  ConnectionState,
  LocalAudioTrack,
  type LocalTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  type Room,
  Track,
  TrackEvent,
} from 'livekit-client'
import { isHeldUntilStart, mayPublish } from '#components/classroom/livekit/permissions.ts'
import type { InitialMedia } from './initial-media.ts'

export type LocalTracks = ReturnType<typeof createLocalTracks>

/** One's own tracks by what they show, kept over lost connections and published again after each. */
export function createLocalTracks(room: Room, isClassStarted: () => boolean) {
  const me = room.localParticipant
  const tracks = new Map<Track.Source, LocalTrack>()
  const listeners = new Set<() => void>()
  /** Being switched off by oneself. */
  const mutingSelf = new Set<Track.Source>()
  let mutedByModerator: ReadonlySet<Track.Source> = new Set()
  let pendingMedia: InitialMedia | null = null

  function notify() {
    for (const listener of listeners) listener()
  }

  function addTrack(source: Track.Source, track: LocalTrack) {
    if (tracks.get(source) === track) return
    tracks.set(source, track)
    track.on(TrackEvent.Muted, handleMuted).on(TrackEvent.Unmuted, handleUnmuted)
    if (isScreen(source)) track.mediaStreamTrack.addEventListener('ended', () => removeTrack(source, track))
    notify()
  }

  function removeTrack(source: Track.Source, track: LocalTrack | undefined) {
    if (!track || tracks.get(source) !== track) return
    track.off(TrackEvent.Muted, handleMuted).off(TrackEvent.Unmuted, handleUnmuted)
    tracks.delete(source)
    notify()
  }

  function handleMuted(track: Track) {
    if (!mutingSelf.has(track.source)) {
      // A screen's sound and picture are silenced each, in any order, and the first one ends both.
      const source = isScreen(track.source) ? Track.Source.ScreenShare : track.source
      mutedByModerator = new Set([...mutedByModerator, source])
      // Muted, it would still be captured.
      if (isScreen(track.source)) void stopSharing()
    }
    notify()
  }

  function handleUnmuted(track: Track) {
    clearMutedByModerator(track.source)
  }

  function clearMutedByModerator(source: Track.Source) {
    if (mutedByModerator.has(source))
      mutedByModerator = new Set([...mutedByModerator].filter((other) => other !== source))
    notify()
  }

  async function stopSharing() {
    await me.setScreenShareEnabled(false)
    stopTrack(Track.Source.ScreenShare)
    stopTrack(Track.Source.ScreenShareAudio)
  }

  function stopTrack(source: Track.Source) {
    const track = tracks.get(source)
    track?.stop()
    removeTrack(source, track)
  }

  async function muteSelf(source: Track.Source, track: LocalTrack) {
    mutingSelf.add(source)
    try {
      await track.mute()
    } finally {
      mutingSelf.delete(source)
    }
  }

  /**
   * What is switched while livekit-client (2.23) publishes, it tells nobody: who unmutes in that moment would be heard by
   * nobody, and look unmuted to themselves. So it is told once more.
   */
  async function publishTrack(source: Track.Source, track: LocalTrack) {
    let wasSwitched = false
    const markSwitched = () => {
      wasSwitched = true
    }
    track.on(TrackEvent.Muted, markSwitched).on(TrackEvent.Unmuted, markSwitched)
    await me
      .publishTrack(track, { source })
      .finally(() => track.off(TrackEvent.Muted, markSwitched).off(TrackEvent.Unmuted, markSwitched))
    if (!wasSwitched) return
    mutingSelf.add(source)
    track.emit(track.isMuted ? TrackEvent.Muted : TrackEvent.Unmuted, track)
    mutingSelf.delete(source)
  }

  /** Makes tracks of what was brought. */
  function createPendingTracks() {
    const { camera, microphone, microphoneOn } = pendingMedia ?? noInitialMedia
    pendingMedia = null
    // Not "provided by the user": LiveKit may stop and reopen the device when the person switches it off and on.
    if (camera) addPendingTrack(Track.Source.Camera, new LocalVideoTrack(camera, undefined, false))
    if (!microphone) return
    const voice = new LocalAudioTrack(microphone, undefined, false)
    if (!microphoneOn) void voice.mute()
    addPendingTrack(Track.Source.Microphone, voice)
  }

  function addPendingTrack(source: Track.Source, track: LocalTrack) {
    // Somebody was quicker with the button in the room.
    if (tracks.has(source)) track.stop()
    else addTrack(source, track)
  }

  function publish() {
    if (room.state !== ConnectionState.Connected || !isClassStarted()) return
    createPendingTracks()
    for (const [source, track] of tracks) {
      // A camera that is off has let go of its device; switching it on opens it anew.
      if (source === Track.Source.Camera && track.isMuted) stopTrack(source)
      else if (mayPublish(me, source) && !me.getTrackPublication(source)) {
        void publishTrack(source, track).catch(ignore)
      }
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Whether others get it, or will as soon as there is a connection. */
    isOn(source: Track.Source): boolean {
      if (!mayPublish(me, source) && !isHeldUntilStart(me)) return false
      if (source === Track.Source.Camera && pendingMedia?.camera) return true
      if (source === Track.Source.Microphone && pendingMedia?.microphone) return pendingMedia.microphoneOn
      return tracks.get(source)?.isMuted === false
    },
    /** What comes from the preview; it becomes tracks only when it is needed, for making them takes time. */
    setInitialMedia(media: InitialMedia) {
      pendingMedia = media
      notify()
    },
    addPublication(publication: LocalTrackPublication) {
      if (publication.track) addTrack(publication.source, publication.track)
    },
    /** A track that went while the connection was there, such as that of a device pulled out. */
    removePublication({ source, track }: LocalTrackPublication) {
      // Told while a connection ends, too: by then it is no longer connected, and the track is kept.
      queueMicrotask(() => {
        // What is held back is published once the class begins.
        if (room.state !== ConnectionState.Connected || isHeldUntilStart(me)) return
        if (mayPublish(me, source)) removeTrack(source, track)
        else stopTrack(source)
      })
    },
    publish,
    /** Switches one's own microphone or camera; also while it is still on its way into the room. */
    async set(source: Track.Source.Microphone | Track.Source.Camera, on: boolean) {
      createPendingTracks()
      const track = tracks.get(source)
      if (track && on) {
        await track.unmute()
        // It may never have been: while it was locked, or the class had not begun.
        publish()
      } else if (track) await muteSelf(source, track)
      else if (source === Track.Source.Camera) await me.setCameraEnabled(on)
      else await me.setMicrophoneEnabled(on)
    },
    /** LiveKit changes over what is in the room; what still waits for it is changed over here. */
    async changeDevice(kind: MediaDeviceKind, deviceId: string) {
      createPendingTracks()
      const source = sources[kind]
      const track = source && tracks.get(source)
      if (track && !me.getTrackPublication(source)) await track.setDeviceId({ exact: deviceId })
      await room.switchActiveDevice(kind, deviceId)
    },
    /** Opens the microphone anew where it is open, for browsers change this in no other way. */
    async suppressNoise(noiseSuppression: boolean) {
      createPendingTracks()
      room.options.audioCaptureDefaults = { ...room.options.audioCaptureDefaults, noiseSuppression }
      const track = tracks.get(Track.Source.Microphone)
      if (!(track instanceof LocalAudioTrack)) return
      const { deviceId } = track.mediaStreamTrack.getSettings()
      await track.restartTrack({ ...room.options.audioCaptureDefaults, ...(deviceId && { deviceId }) })
    },
    /** The class has not begun: what one switches on goes out then. */
    isHeldUntilStart: () => isHeldUntilStart(me),
    /** What one may send has changed. */
    handlePermissionsChanged() {
      publish()
      notify()
    },
    stopSharing,
    /** What somebody who leads switched off, and has not been switched on since. */
    mutedByModerator: () => mutedByModerator,
    clearMutedByModerator,
    stopAll() {
      createPendingTracks()
      for (const source of [...tracks.keys()]) stopTrack(source)
    },
  }
}

const sources: Partial<Record<MediaDeviceKind, Track.Source>> = {
  audioinput: Track.Source.Microphone,
  videoinput: Track.Source.Camera,
}

const noInitialMedia: InitialMedia = { camera: null, microphone: null, microphoneOn: false }

function isScreen(source: Track.Source): boolean {
  return source === Track.Source.ScreenShare || source === Track.Source.ScreenShareAudio
}

/** The connection broke meanwhile; after the next one it is published again. */
function ignore() {}
