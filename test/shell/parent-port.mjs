// What Electron gives a utility process, made of Node's own channel: so the vault's real entry runs in a real process without Electron.
const listeners = []
process.on('message', (data) => {
  for (const listener of listeners) listener({ data, ports: [] })
})
process.parentPort = {
  postMessage: (message) => process.send?.(message),
  on: (event, listener) => {
    if (event === 'message') listeners.push(listener)
  },
}
