// For tests only: a device that keeps passkeys, as a telephone or a security key does.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')

// The few forms of CBOR that an answer needs.
const head = (major: number, size: number) => {
  if (size < 24) return Buffer.from([(major << 5) | size])
  return Buffer.from(size < 256 ? [(major << 5) | 24, size] : [(major << 5) | 25, size >> 8, size & 255])
}
const number = (n: number) => (n < 0 ? head(1, -1 - n) : head(0, n))
const word = (s: string) => Buffer.concat([head(3, s.length), Buffer.from(s)])
const bytes = (b: Buffer) => Buffer.concat([head(2, b.length), b])
const map = (...pairs: Buffer[][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

type Asked = { challenge: string; rp?: { id: string }; rpId?: string }
type Manner = { origin?: string; verified?: boolean; counter?: number; challenge?: string }

export function aDevice(origin = 'https://huis.example.nl') {
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const client = (type: string, asked: Asked, manner: Manner) =>
    Buffer.from(
      JSON.stringify({ type, challenge: manner.challenge ?? asked.challenge, origin: manner.origin ?? origin }),
    )
  const data = (rp: string, flags: number, manner: Manner) => {
    const count = Buffer.alloc(4)
    counter += 1
    count.writeUInt32BE(manner.counter ?? counter)
    return Buffer.concat([digest(rp), Buffer.from([flags | (manner.verified === false ? 0 : 4)]), count])
  }
  const common = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
  return {
    /** Makes a passkey; 0x41: somebody touched it, and the key comes along. */
    make(asked: unknown, manner: Manner = {}): string {
      const task = asked as Asked
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([
        data(task.rp?.id ?? '', 0x41, manner),
        Buffer.alloc(16),
        length,
        id,
        cose(publicKey),
      ])
      const attestation = map(
        [word('fmt'), word('none')],
        [word('attStmt'), map()],
        [word('authData'), bytes(authData)],
      )
      const response = {
        clientDataJSON: text(client('webauthn.create', task, manner)),
        attestationObject: text(attestation),
        transports: ['internal'],
      }
      return JSON.stringify({ ...common, response })
    },
    use(asked: unknown, manner: Manner = {}): string {
      const task = asked as Asked
      const said = client('webauthn.get', task, manner)
      const authData = data(task.rpId ?? '', 1, manner)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, digest(said)]))
        .sign(privateKey)
      const response = { clientDataJSON: text(said), authenticatorData: text(authData), signature: text(signature) }
      return JSON.stringify({ ...common, response })
    },
  }
}

function cose(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const point = (value: string) => bytes(Buffer.from(value, 'base64url'))
  return map(
    [number(1), number(2)],
    [number(3), number(-7)],
    [number(-1), number(1)],
    [number(-2), point(x)],
    [number(-3), point(y)],
  )
}
