import { Page } from '#ui/frame.tsx'
import { Qr } from '#ui/qr.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { words } from '../words/words.ts'

/** One A4 for the hall: what it is, a square for the camera, and the address for who types. In Dutch and in English. */
export const PosterPage = ({ school, address, date }: { school: string; address: string; date: string }) => {
  const t = words.use()
  const [dutch, english] = [words.in('nl'), words.in('en')]
  return (
    <Page title={t['poster.title']} heading={null} back={{ href: '/ouderpagina', label: t['topic.back'] }}>
      <Sheet title={school} address={address} date={date} print={t['poster.print']}>
        <div class="poster">
          <p class="say" lang="nl">
            {dutch['poster.head']}
          </p>
          <p lang="nl">
            {dutch['poster.text']} {dutch['poster.scan']}
          </p>
          <Qr text={address} label={t['poster.qr']} />
          <p class="poster-address">{address.replace(/^https?:\/\//, '')}</p>
          <p lang="en">
            {english['poster.head']} {english['poster.text']} {english['poster.scan']}
          </p>
        </div>
      </Sheet>
    </Page>
  )
}
