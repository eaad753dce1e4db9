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
import { isHeldBack, maySend } from '#components/classroom/livekit/permissions.ts'
import type { BroughtMedia } from './brought-media.ts'

export type KeptTracks = ReturnType<typeof createKeptTracks>

/** One's own tracks by what they show, kept over lost connections and published again after each. */
export function createKeptTracks(room: Room, hasBegun: () => boolean) {
  const me = room.localParticipant
  const kept = new Map<Track.Source, LocalTrack>()
  const listeners = new Set<() => void>()
  /** Being switched off by oneself. */
  const ownDoing = new Set<Track.Source>()
  let silenced: ReadonlySet<Track.Source> = new Set()
  let brought: BroughtMedia | null = null

  function tell() {
    for (const listener of listeners) listener()
  }

  function remember(source: Track.Source, track: LocalTrack) {
    if (kept.get(source) === track) return
    kept.set(source, track)
    track.on(TrackEvent.Muted, hearSilenced).on(TrackEvent.Unmuted, hearOn)
    if (isScreen(source)) track.mediaStreamTrack.addEventListener('ended', () => forget(source, track))
    tell()
  }

  function forget(source: Track.Source, track: LocalTrack | undefined) {
    if (!track || kept.get(source) !== track) return
    track.off(TrackEvent.Muted, hearSilenced).off(TrackEvent.Unmuted, hearOn)
    kept.delete(source)
    tell()
  }

  function hearSilenced(track: Track) {
    if (!ownDoing.has(track.source)) {
      // A screen's sound and picture are silenced each, in any order, and the first one ends both.
      const source = isScreen(track.source) ? Track.Source.ScreenShare : track.source
      silenced = new Set([...silenced, source])
      // Muted, it would still be captured.
      if (isScreen(track.source)) void stopSharing()
    }
    tell()
  }

  function hearOn(track: Track) {
    forgetSilenced(track.source)
  }

  function forgetSilenced(source: Track.Source) {
    if (silenced.has(source)) silenced = new Set([...silenced].filter((other) => other !== source))
    tell()
  }

  async function stopSharing() {
    await me.setScreenShareEnabled(false)
    drop(Track.Source.ScreenShare)
    drop(Track.Source.ScreenShareAudio)
  }

  function drop(source: Track.Source) {
    const track = kept.get(source)
    track?.stop()
    forget(source, track)
  }

  async function muteByOneself(source: Track.Source, track: LocalTrack) {
    ownDoing.add(source)
    try {
      await track.mute()
    } finally {
      ownDoing.delete(source)
    }
  }

  /**
   * What is switched while livekit-client (2.23) publishes, it tells nobody: who unmutes in that moment would be heard by
   * nobody, and look unmuted to themselves. So it is told once more.
   */
  async function send(source: Track.Source, track: LocalTrack) {
    let wasSwitched = false
    const hear = () => {
      wasSwitched = true
    }
    track.on(TrackEvent.Muted, hear).on(TrackEvent.Unmuted, hear)
    await me
      .publishTrack(track, { source })
      .finally(() => track.off(TrackEvent.Muted, hear).off(TrackEvent.Unmuted, hear))
    if (!wasSwitched) return
    ownDoing.add(source)
    track.emit(track.isMuted ? TrackEvent.Muted : TrackEvent.Unmuted, track)
    ownDoing.delete(source)
  }

  /** Makes tracks of what was brought. */
  function adopt() {
    const { camera, microphone, microphoneOn } = brought ?? nothing
    brought = null
    // Not "provided by the user": LiveKit may stop and reopen the device when the person switches it off and on.
    if (camera) add(Track.Source.Camera, new LocalVideoTrack(camera, undefined, false))
    if (!microphone) return
    const voice = new LocalAudioTrack(microphone, undefined, false)
    if (!microphoneOn) void voice.mute()
    add(Track.Source.Microphone, voice)
  }

  function add(source: Track.Source, track: LocalTrack) {
    // Somebody was quicker with the button in the room.
    if (kept.has(source)) track.stop()
    else remember(source, track)
  }

  function publish() {
    if (room.state !== ConnectionState.Connected || !hasBegun()) return
    adopt()
    for (const [source, track] of kept) {
      // A camera that is off has let go of its device; switching it on opens it anew.
      if (source === Track.Source.Camera && track.isMuted) drop(source)
      else if (maySend(me, source) && !me.getTrackPublication(source)) {
        void send(source, track).catch(ignore)
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
      if (!maySend(me, source) && !isHeldBack(me)) return false
      if (source === Track.Source.Camera && brought?.camera) return true
      if (source === Track.Source.Microphone && brought?.microphone) return brought.microphoneOn
      return kept.get(source)?.isMuted === false
    },
    /** What comes from the preview; it becomes tracks only when it is needed, for making them takes time. */
    bring(media: BroughtMedia) {
      brought = media
      tell()
    },
    keep(publication: LocalTrackPublication) {
      if (publication.track) remember(publication.source, publication.track)
    },
    /** A track that went while the connection was there, such as that of a device pulled out. */
    forget({ source, track }: LocalTrackPublication) {
      // Told while a connection ends, too: by then it is no longer connected, and the track is kept.
      queueMicrotask(() => {
        // What is held back is published once the class begins.
        if (room.state !== ConnectionState.Connected || isHeldBack(me)) return
        if (maySend(me, source)) forget(source, track)
        else drop(source)
      })
    },
    publish,
    /** Switches one's own microphone or camera; also while it is still on its way into the room. */
    async set(source: Track.Source.Microphone | Track.Source.Camera, on: boolean) {
      adopt()
      const track = kept.get(source)
      if (track && on) {
        await track.unmute()
        // It may never have been: while it was locked, or the class had not begun.
        publish()
      } else if (track) await muteByOneself(source, track)
      else if (source === Track.Source.Camera) await me.setCameraEnabled(on)
      else await me.setMicrophoneEnabled(on)
    },
    /** LiveKit changes over what is in the room; what still waits for it is changed over here. */
    async changeDevice(kind: MediaDeviceKind, deviceId: string) {
      adopt()
      const source = sources[kind]
      const track = source && kept.get(source)
      if (track && !me.getTrackPublication(source)) await track.setDeviceId({ exact: deviceId })
      await room.switchActiveDevice(kind, deviceId)
    },
    /** Opens the microphone anew where it is open, for browsers change this in no other way. */
    async suppressNoise(noiseSuppression: boolean) {
      adopt()
      room.options.audioCaptureDefaults = { ...room.options.audioCaptureDefaults, noiseSuppression }
      const track = kept.get(Track.Source.Microphone)
      if (!(track instanceof LocalAudioTrack)) return
      const { deviceId } = track.mediaStreamTrack.getSettings()
      await track.restartTrack({ ...room.options.audioCaptureDefaults, ...(deviceId && { deviceId }) })
    },
    /** The class has not begun: what one switches on goes out then. */
    isHeldBack: () => isHeldBack(me),
    /** What one may send has changed. */
    hearPermissions() {
      publish()
      tell()
    },
    stopSharing,
    /** What somebody who leads switched off, and has not been switched on since. */
    silenced: () => silenced,
    forgetSilenced,
    letGo() {
      adopt()
      for (const source of [...kept.keys()]) drop(source)
    },
  }
}

const sources: Partial<Record<MediaDeviceKind, Track.Source>> = {
  audioinput: Track.Source.Microphone,
  videoinput: Track.Source.Camera,
}

const nothing: BroughtMedia = { camera: null, microphone: null, microphoneOn: false }

function isScreen(source: Track.Source): boolean {
  return source === Track.Source.ScreenShare || source === Track.Source.ScreenShareAudio
}

/** The connection broke meanwhile; after the next one it is published again. */
function ignore() {}
