import { lt, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Database, Tx } from '#kit/db/database.ts'
import * as accounts from './accounts.ts'
import type { Asker, Caller } from './caller.ts'
import { cookieNames } from './cookies.ts'
import * as away from './elsewhere/away.ts'
import * as posted from './elsewhere/posted.ts'
import * as elsewhere from './elsewhere/providers.ts'
import { openEngine } from './engine.ts'
import * as fresh from './fresh.ts'
import type { Inner, SendMail } from './inner.ts'
import * as byLink from './link.ts'
import * as keys from './passkeys.ts'
import * as second from './secondstep.ts'
import * as door from './signin.ts'
import { session, tries, usedCodes, verification } from './tables.ts'
import { throttle } from './throttle.ts'
import { ways } from './ways.ts'
import { endOtherSessions, endSession, recogniser, sessions } from './who.ts'

export type Gate = ReturnType<typeof openGate>
export { type Asker, type Caller, callerOf } from './caller.ts'
export type { Arrived } from './elsewhere/arrive.ts'
export type { NewProvider, ShownProvider } from './elsewhere/providers.ts'
export { isFresh } from './fresh.ts'
export type { GateLetter, SendMail } from './inner.ts'
export type { KnownPasskey } from './passkeys.ts'
export type { Linked, Ways } from './ways.ts'
export type { OpenSession, Who } from './who.ts'

export type GateOptions = {
  db: Pick<Database, 'gate'>
  config: Pick<Config, 'mode' | 'baseUrl'>
  secret: string
  sendMail: SendMail
  /** What the authenticator shows beside the code. */
  name?: string
  commonWords?: readonly string[]
}

/**
 * Sign-in. Its statements run one by one as the sign-in role: never call it inside a transaction, for on the embedded
 * database the two would wait for each other forever.
 */
export function openGate(options: GateOptions) {
  const g = innerOf(options)
  const idle = async () => {
    while (g.underWay.size) await Promise.all(g.underWay)
  }
  return {
    whoIs: g.whoIs,
    signIn: (given: Parameters<typeof door.signIn>[1], caller: Caller) => door.signIn(g, given, caller),
    secondStep: (given: Parameters<typeof door.secondStep>[1], caller: Caller) => door.secondStep(g, given, caller),
    requestLink: (given: Parameters<typeof byLink.requestLink>[1], caller: Caller) =>
      byLink.requestLink(g, given, caller),
    linkStands: (token: string, caller: Caller) => byLink.linkStands(g, token, caller),
    signInByLink: (token: string, caller: Caller) => byLink.signInByLink(g, token, caller),
    passkeyToSignIn: (caller: Asker) => keys.passkeyToSignIn(g, caller),
    signInByPasskey: (answer: string, caller: Caller) => keys.signInByPasskey(g, answer, caller),
    passkeyToProve: (caller: Asker) => keys.passkeyToProve(g, caller),
    passkeyToMake: (caller: Asker) => keys.passkeyToMake(g, caller),
    addPasskey: (given: Parameters<typeof keys.addPasskey>[1], caller: Asker) => keys.addPasskey(g, given, caller),
    passkeys: (caller: Asker) => keys.passkeys(g, caller),
    removePasskey: (id: string, caller: Asker) => keys.removePasskey(g, id, caller),
    providers: () => elsewhere.providers(g),
    /** By the operator only. */
    addProvider: (given: elsewhere.NewProvider) => elsewhere.addProvider(g, given),
    removeProvider: (id: string) => elsewhere.removeProvider(g, id),
    sendAway: (wish: Parameters<typeof away.sendAway>[1], caller: Caller) => away.sendAway(g, wish, caller),
    comeBack: (id: string, answer: URLSearchParams, caller: Caller) => away.comeBack(g, id, answer, caller),
    postedAnswer: (id: string, answer: Parameters<typeof posted.postedAnswer>[2]) => posted.postedAnswer(g, id, answer),
    providerMetadata: (id: string) => posted.providerMetadata(g, id),
    unlink: (id: string, caller: Asker) => elsewhere.unlink(g, id, caller),
    signOut: (caller: Asker) => door.signOut(g, caller),
    demoSignIn: (accountId: string, caller?: Asker) => door.demoSignIn(g, accountId, caller),
    ways: (caller: Asker) => ways(g, caller),
    sessions: (caller: Asker) => sessions(g, caller),
    endSession: (sessionId: string, caller: Asker) => endSession(g, sessionId, caller),
    endOtherSessions: (caller: Asker) => endOtherSessions(g, caller),
    startTotp: (password: string, caller: Caller) => second.startTotp(g, password, caller),
    confirmTotp: (code: string, caller: Asker) => second.confirmTotp(g, code, caller),
    stopTotp: (password: string, caller: Caller) => second.stopTotp(g, password, caller),
    renewBackupCodes: (password: string, caller: Caller) => second.renewBackupCodes(g, password, caller),
    createAccount: (given: Parameters<typeof accounts.createAccount>[1]) => accounts.createAccount(g, given),
    accountOf: (email: string) => accounts.accountOf(g, email),
    removeAccount: (accountId: string) => accounts.removeAccount(g, accountId),
    dropSecondStep: (accountId: string) => accounts.dropSecondStep(g, accountId),
    provePassword: (password: string, caller: Caller) => fresh.provePassword(g, password, caller),
    proveCode: (code: string, caller: Caller) => fresh.proveCode(g, code, caller),
    demoProve: (caller: Asker) => fresh.demoProve(g, caller),
    provePasskey: (answer: string, caller: Caller) => keys.provePasskey(g, answer, caller),
    changePassword: (given: Parameters<typeof accounts.changePassword>[1], caller: Caller) =>
      accounts.changePassword(g, given, caller),
    requestReset: (given: Parameters<typeof accounts.requestReset>[1], caller: Caller) =>
      accounts.requestReset(g, given, caller),
    resetPassword: (given: Parameters<typeof accounts.resetPassword>[1]) => accounts.resetPassword(g, given),
    /** Removes what has ended. Every sign-in does so too. */
    tidy: g.tidy,
    /** When letters and tidying that were begun are done; wait for it before closing the database. */
    idle,
  }
}

function innerOf({ db: { gate: db }, config, secret, sendMail, name, commonWords = [] }: GateOptions) {
  const names = cookieNames(config.baseUrl)
  const engine = openEngine({ db, baseUrl: config.baseUrl, secret, name: name ?? new URL(config.baseUrl).hostname })
  const underWay = new Set<Promise<unknown>>()
  const inner: Inner & { underWay: Set<Promise<unknown>> } = {
    ...{ db, config, secret, names, engine, sendMail, commonWords, underWay },
    ...recogniser({ db, names, secret }),
    throttle: throttle(db, secret),
    background(work) {
      const done = work()
        .catch(reported)
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    tidy: () => tidy(db),
  }
  return inner
}

// The name only: what a database says of a failed statement has mail addresses in it.
const reported = (fault: unknown) =>
  console.error(`sign-in: something in the background failed (${fault instanceof Error ? fault.name : 'unknown'})`)

async function tidy(db: Tx) {
  await db.delete(session).where(lt(session.expiresAt, sql`now()`))
  await db.delete(verification).where(lt(verification.expiresAt, sql`now()`))
  await db.delete(tries).where(lt(tries.endsAt, sql`now()`))
  await db.delete(usedCodes).where(lt(usedCodes.usedAt, sql`now() - interval '5 minutes'`))
}
