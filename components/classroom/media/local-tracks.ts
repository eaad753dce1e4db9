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
import { createStore } from '#components/classroom/ui/store.ts'
import type { InitialMedia } from './initial-media.ts'

export type LocalTracks = ReturnType<typeof createLocalTracks>

/** The local tracks by source. They survive lost connections, and are published again after each reconnect. */
export function createLocalTracks(room: Room, isClassStarted: () => boolean) {
  const me = room.localParticipant
  const tracks = new Map<Track.Source, LocalTrack>()
  /** Sources that the participant is muting themselves. */
  const mutingSelf = new Set<Track.Source>()
  // Whether a source is on is read from the tracks: the store tells when it may have changed.
  const [store, set] = createStore<{ mutedByModerator: ReadonlySet<Track.Source> }>({
    mutedByModerator: new Set(),
  })
  let pendingMedia: InitialMedia | null = null

  const notify = () => set({})

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
      // Audio and video of a screen share are muted separately, in any order; the first mute ends both.
      const source = isScreen(track.source) ? Track.Source.ScreenShare : track.source
      set({ mutedByModerator: new Set([...store.state.mutedByModerator, source]) })
      // A muted screen would still be captured.
      if (isScreen(track.source)) void stopSharing()
    }
    notify()
  }

  function handleUnmuted(track: Track) {
    clearMutedByModerator(track.source)
  }

  function clearMutedByModerator(source: Track.Source) {
    const { mutedByModerator } = store.state
    if (mutedByModerator.has(source))
      set({ mutedByModerator: new Set([...mutedByModerator].filter((other) => other !== source)) })
    else notify()
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
   * livekit-client (2.23) does not signal a mute or unmute during publishing: after an unmute the track would look
   * unmuted here, but others would hear nothing. So the event is emitted again.
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

  /** Creates the tracks of the initial media. */
  function createPendingTracks() {
    const { camera, microphone, microphoneOn } = pendingMedia ?? noInitialMedia
    pendingMedia = null
    // Not "provided by the user": LiveKit may stop and reopen the device when it is switched off and on.
    if (camera) addPendingTrack(Track.Source.Camera, new LocalVideoTrack(camera, undefined, false))
    if (!microphone) return
    const voice = new LocalAudioTrack(microphone, undefined, false)
    if (!microphoneOn) void voice.mute()
    addPendingTrack(Track.Source.Microphone, voice)
  }

  function addPendingTrack(source: Track.Source, track: LocalTrack) {
    // The button in the room was pressed first.
    if (tracks.has(source)) track.stop()
    else addTrack(source, track)
  }

  function publish() {
    if (room.state !== ConnectionState.Connected || !isClassStarted()) return
    createPendingTracks()
    for (const [source, track] of tracks) {
      // A camera that is off releases its device; switching it on opens it again.
      if (source === Track.Source.Camera && track.isMuted) stopTrack(source)
      else if (mayPublish(me, source) && !me.getTrackPublication(source)) {
        void publishTrack(source, track).catch(ignore)
      }
    }
  }

  return Object.assign(store, {
    /** Whether others receive the source, or will as soon as there is a connection. */
    isOn(source: Track.Source): boolean {
      if (!mayPublish(me, source) && !isHeldUntilStart(me)) return false
      if (source === Track.Source.Camera && pendingMedia?.camera) return true
      if (source === Track.Source.Microphone && pendingMedia?.microphone) return pendingMedia.microphoneOn
      return tracks.get(source)?.isMuted === false
    },
    /** Takes the media of the preview. Its tracks are created only when needed, because that takes time. */
    setInitialMedia(media: InitialMedia) {
      pendingMedia = media
      notify()
    },
    addPublication(publication: LocalTrackPublication) {
      if (publication.track) addTrack(publication.source, publication.track)
    },
    /** Removes a track that was unpublished while connected, for example after its device was unplugged. */
    removePublication({ source, track }: LocalTrackPublication) {
      // Also called while a connection ends: by the microtask it is disconnected, and the track is kept.
      queueMicrotask(() => {
        // A track that is held until the start is published then.
        if (room.state !== ConnectionState.Connected || isHeldUntilStart(me)) return
        if (mayPublish(me, source)) removeTrack(source, track)
        else stopTrack(source)
      })
    },
    publish,
    /** Switches the microphone or camera, also before it is published. */
    async set(source: Track.Source.Microphone | Track.Source.Camera, on: boolean) {
      createPendingTracks()
      const track = tracks.get(source)
      if (track && on) {
        await track.unmute()
        // The track may not be published yet, because of a lock or before the start of the class.
        publish()
      } else if (track) await muteSelf(source, track)
      else if (source === Track.Source.Camera) await me.setCameraEnabled(on)
      else await me.setMicrophoneEnabled(on)
    },
    /** Changes the device of a kind. LiveKit switches published tracks; unpublished tracks are switched here. */
    async changeDevice(kind: MediaDeviceKind, deviceId: string) {
      createPendingTracks()
      const source = sources[kind]
      const track = source && tracks.get(source)
      if (track && !me.getTrackPublication(source)) await track.setDeviceId({ exact: deviceId })
      await room.switchActiveDevice(kind, deviceId)
    },
    /** Reopens the microphone if it is open; browsers cannot change noise suppression otherwise. */
    async suppressNoise(noiseSuppression: boolean) {
      createPendingTracks()
      room.options.audioCaptureDefaults = { ...room.options.audioCaptureDefaults, noiseSuppression }
      const track = tracks.get(Track.Source.Microphone)
      if (!(track instanceof LocalAudioTrack)) return
      const { deviceId } = track.mediaStreamTrack.getSettings()
      await track.restartTrack({ ...room.options.audioCaptureDefaults, ...(deviceId && { deviceId }) })
    },
    /** The class has not started: tracks that are switched on are published at the start. */
    isHeldUntilStart: () => isHeldUntilStart(me),
    /** Called when the participant's permissions have changed. */
    handlePermissionsChanged() {
      publish()
      notify()
    },
    stopSharing,
    clearMutedByModerator,
    stopAll() {
      createPendingTracks()
      for (const source of [...tracks.keys()]) stopTrack(source)
    },
  })
}

const sources: Partial<Record<MediaDeviceKind, Track.Source>> = {
  audioinput: Track.Source.Microphone,
  videoinput: Track.Source.Camera,
}

const noInitialMedia: InitialMedia = { camera: null, microphone: null, microphoneOn: false }

function isScreen(source: Track.Source): boolean {
  return source === Track.Source.ScreenShare || source === Track.Source.ScreenShareAudio
}

/** The connection broke during publishing; the track is published again after the next connection. */
function ignore() {}
