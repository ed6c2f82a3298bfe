/** Of hypercore, which comes without types, what the bench uses. */
declare module 'hypercore' {
  export default class Hypercore {
    constructor(folder: string)
    ready(): Promise<void>
    append(block: Uint8Array): Promise<{ length: number; byteLength: number }>
    get(index: number): Promise<Uint8Array>
    readonly length: number
    close(): Promise<void>
  }
}
