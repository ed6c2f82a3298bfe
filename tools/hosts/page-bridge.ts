/**
 * Runs in the page before its own scripts (Playwright's addInitScript): builds `window.mijuan` of contract/bridge.ts from the bindings,
 * frozen, named functions only, and takes the bindings themselves out of reach. Self-contained: it is sent as text.
 */
export const buildBridge = (): void => {
  type Binding = (text: string) => Promise<string>
  type Reason = 'left' | 'locked' | 'idle'
  const page = globalThis as unknown as Record<string, Binding>
  const take = (name: string): Binding => {
    const binding = page[name] as Binding
    delete page[name]
    return binding
  }
  const call = take('mijuanCall')
  const deliver = take('mijuanDeliver')
  const tell = take('mijuanTell')
  let toldActive = 0
  const delivery = (how: string) => async (ticket: string) => JSON.parse(await deliver(JSON.stringify({ how, ticket: String(ticket) })))
  const bridge = Object.freeze({
    call: async (name: string, input: unknown, options?: { background?: boolean }) =>
      JSON.parse(await call(JSON.stringify({ name: String(name), input: input ?? {}, background: options?.background === true }))),
    savePaper: delivery('savePaper'),
    printPaper: async (ticket: string, printer?: string) =>
      JSON.parse(await deliver(JSON.stringify({ how: 'printPaper', ticket: String(ticket), printer }))),
    printers: async () => JSON.parse(await tell('printers')),
    saveText: delivery('saveText'),
    saveFile: delivery('saveFile'),
    saveBackup: delivery('saveBackup'),
    tryBackup: delivery('tryBackup'),
    saveArchive: delivery('saveArchive'),
    chooseBackup: async () => JSON.parse(await tell('chooseBackup')),
    chooseCalendar: async () => JSON.parse(await tell('chooseCalendar')),
    chooseLedger: async () => JSON.parse(await tell('chooseLedger')),
    // The system's clipboard is out of this host's reach: docs/decisions/0009.
    copied: () => undefined,
    marked: () => undefined,
    active: () => {
      if (Date.now() - toldActive < 10_000) return
      toldActive = Date.now()
      void tell('active')
    },
    onLocked: (listener: (reason: Reason) => void) => {
      void tell('lockedBy').then((reason) => {
        if (reason !== '') listener(reason as Reason)
      })
    },
    host: 'browser',
  })
  Object.defineProperty(globalThis, 'mijuan', { value: bridge, enumerable: true, writable: false, configurable: false })
}
