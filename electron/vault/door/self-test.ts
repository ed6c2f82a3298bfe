import { createCipheriv, createHmac, diffieHellman, generateKeyPairSync, getCiphers, getHashes, hkdfSync, sign, verify } from 'node:crypto'

const works = (test: () => boolean): boolean => {
  try {
    return test()
  } catch {
    return false
  }
}

const tests: Record<string, () => boolean> = {
  'SHA-256': () => getHashes().some((name) => /^(RSA-)?sha-?256$/i.test(name)),
  'HMAC-SHA-256': () =>
    createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex') ===
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  HKDF: () => hkdfSync('sha256', 'key', 'salt', 'info', 32).byteLength === 32,
  'AES-256-GCM': () => getCiphers().includes('aes-256-gcm') && createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12)) !== null,
  Ed25519: () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const bytes = Buffer.from('密卷')
    return verify(null, bytes, publicKey, sign(null, bytes, privateKey))
  },
  X25519: () => {
    const [one, other] = [generateKeyPairSync('x25519'), generateKeyPairSync('x25519')]
    const shared = diffieHellman({ privateKey: one.privateKey, publicKey: other.publicKey })
    return shared.equals(diffieHellman({ privateKey: other.privateKey, publicKey: one.publicKey }))
  },
}

let found: string[] | undefined

/** What of the cryptography that the vault stands on is missing in this runtime (Electron's differs from Node's). Empty when all is well. */
export const missingCryptography = (): string[] => {
  found ??= Object.entries(tests).flatMap(([name, test]) => (works(test) ? [] : [name]))
  return found
}
