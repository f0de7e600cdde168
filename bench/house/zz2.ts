import { readConfig } from '#kit/config/read.ts'
import { openPostgres } from '#kit/db/postgres.ts'
import { assets } from '#ui/assets.ts'
import { build } from '../../src/main/house.tsx'
import { gateOf } from '../../src/main/open.ts'
import { pages } from './pages.ts'
import { signedIn } from './people.ts'
import { median, quantile } from './figures.ts'
import { secret } from './running.ts'
const base = process.argv[2]!, n=Number(process.argv[3]??100)
const owner = base, serving = base.replace('postgres@','house_login@')
const db = await openPostgres({serving, owner})
const v = await signedIn(db, 20)
const url='http://localhost'
const settings = readConfig({ DATABASE_URL: serving, DATABASE_OWNER_URL: owner, BASE_URL: url, DEVELOPMENT:'1' }, [], '/nowhere') as any
const gate = gateOf(db, settings.config, secret)
const app = build({ db, config: settings.config, gate, assets: await assets(), nudge: () => {}, clock: () => new Date(), log: () => {} })
for (const page of pages) {
  if (process.argv[4] && page.name!==process.argv[4]) continue
  const times:number[]=[]; let cpu0=process.cpuUsage(), status=0, c=0
  for (let i=-40;i<n;i++){ const visitor=v[(i+40)%v.length]!; const a=page.ask(visitor,i+40)
    if(i===0) cpu0=process.cpuUsage()
    const t=performance.now()
    const r=await app.fetch(new Request(url+a.path,{method:a.method,headers:{cookie:visitor.cookie,origin:url,host:'localhost','accept-encoding':'gzip',...(a.body?{'content-type':'application/x-www-form-urlencoded'}:{})},...(a.body?{body:a.body}:{})}))
    await r.arrayBuffer(); status=r.status; if(i>=0) times.push(performance.now()-t) }
  const cpu=process.cpuUsage(cpu0)
  console.log(page.name, status, 'median', median(times).toFixed(2),'p10',quantile(times,0.1).toFixed(2),'node cpu/page', ((cpu.user+cpu.system)/1000/n).toFixed(2))
}
await gate.idle(); await db.close()
