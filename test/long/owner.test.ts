import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openPostgres } from '#kit/db/postgres.ts'
import { startPostgres } from '../postgres.ts'

/** Where somebody else runs the server, whoever owns the database is no superuser: she lays the ground all the same, again too. */
const whose = `select pg_get_userbyid(proowner) as owner, pg_has_role(current_user, proowner, 'usage') as keeps
  from pg_proc where proname in ('house_polls_on_face', 'house_proven_address') order by proname`

for (const version of ['15', '18'] as const)
  test(`an owner who is no superuser opens the house, twice, and keeps no role it was lent (PostgreSQL ${version})`, async () => {
    const server = await startPostgres(version)
    const as = async <T>(login: string, work: (client: pg.Client) => Promise<T>, database = 'house') => {
      const client = new pg.Client({ connectionString: addressOf(server.url, login, database) })
      await client.connect()
      return work(client).finally(() => client.end())
    }
    const open = async () => {
      const [serving, owner] = ['house_serves', 'house_owns'].map((login) => addressOf(server.url, login, 'house'))
      await (await openPostgres({ serving: serving!, owner })).close()
    }
    try {
      const made = [
        'role house_owns login createrole',
        'role house_serves login noinherit',
        'database house owner house_owns',
      ]
      await as(
        'postgres',
        (client) =>
          each(
            client,
            made.map((what) => `create ${what}`),
          ),
        'postgres',
      )
      for (const again of [[], ['drop function house_as_of()']]) {
        await as('house_owns', (client) => each(client, again))
        await open()
        const { rows } = await as('house_owns', (client) => client.query(whose))
        assert.deepEqual(
          rows,
          ['house_keeper', 'house_gate'].map((owner) => ({ owner, keeps: false })),
        )
      }
      const ask = (role: string) =>
        as('house_serves', async (client) => {
          await client.query(`set role ${role}`)
          return (await client.query('select * from house_polls_on_face(now())')).rows
        })
      assert.deepEqual(await ask('house_member'), [])
      await assert.rejects(ask('house_guest'), /permission denied/)
    } finally {
      await server.stop()
    }
  })

async function each(client: pg.Client, statements: readonly string[]) {
  for (const statement of statements) await client.query(statement)
}

function addressOf(server: string, login: string, database: string) {
  const url = new URL(server)
  url.username = login
  url.pathname = `/${database}`
  return url.href
}
