// A page of the same size by the same server, with nothing behind it: what HTTP, headers and compression alone cost.
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

const html = readFileSync(process.argv[2] ?? '', 'utf8')
const app = new Hono().use(compress()).all('*', (c) => c.html(html))
serve({ fetch: app.fetch, port: Number(process.argv[3]), hostname: '127.0.0.1' }, () => console.log('is open at'))
