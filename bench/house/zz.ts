import pg from 'pg'
import { openPostgres } from '#kit/db/postgres.ts'
import { listen } from './listen.ts'
import { pages } from './pages.ts'
import { signedIn } from './people.ts'
const base = process.argv[2]!
const owner = base, serving = base.replace('postgres@','house_login@')
const filled = { name:'', schools:0, serving, owner, env:{DATABASE_URL:serving, DATABASE_OWNER_URL:owner}, seconds:0}
const db = await openPostgres({serving, owner})
const v = await signedIn(db, 3).finally(()=>db.close())
const only = process.argv[3]
for (const page of pages) {
  if (only && page.name!==only) continue
  if (page.name==='search') continue
  const { statements } = await listen(filled, v.slice(0,1), page)
  console.log('##', page.name, statements[0]!.length)
  const gate = new pg.Client({connectionString: serving, options:'-c role=house_gate'}); await gate.connect()
  const rest = new pg.Client({connectionString: serving, options:'-c role=house_rest'}); await rest.connect()
  for (const s of statements[0]!) {
    const c = s.by==='gate'?gate:rest
    if (/^(begin|commit)/.test(s.text)) { await c.query(s.text); continue }
    const vals = (s.given as any).values ?? []
    await c.query({text:s.text, values: vals})
    const t0=performance.now(); await c.query({text:s.text, values: vals}); const dt=performance.now()-t0
    const r = await c.query({text:'explain (analyze, buffers, summary) '+s.text, values: vals})
    const lines = r.rows.map((x:any)=>x['QUERY PLAN'])
    const plan = lines.find((l:string)=>/Planning Time/.test(l)), ex = lines.find((l:string)=>/Execution Time/.test(l))
    console.log(dt.toFixed(2),'ms |',plan,'|',ex,'|',s.text.slice(0,110).replace(/\s+/g,' '))
    if (process.argv[4]) console.log(s.text,'\n',vals, '\n', lines.join('\n'))
  }
  await gate.end(); await rest.end()
}
