const eventName = 'gips:session-active'
const channelName = 'gips-session'

/** Tells this tab and the others that the server has just seen activity: call it after a save that succeeded. */
export function reportSessionActivity(): void {
  window.dispatchEvent(new Event(eventName))
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('active')
  channel.close()
}

/** Calls back at every reported activity, in whichever tab of this browser; returns how to stop. */
export function onSessionActivity(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  window.addEventListener(eventName, listener)
  channel.addEventListener('message', listener)
  return () => {
    window.removeEventListener(eventName, listener)
    channel.close()
  }
}
