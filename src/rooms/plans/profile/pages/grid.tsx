import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { longestName } from '../forms.ts'
import type { Cell, Grid, Named } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = {
  units: readonly Named[]
  competences: readonly Named[]
  grid: Grid
  unit: Said
  competence: Said
  mayDraw: boolean
}

export const sayErrors = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** Unit by competence: which partner feeds it, where nobody does, and where more than one does. In words, not colours. */
export const GridPage = (props: Props) => {
  const { units, competences, grid, unit, competence, mayDraw } = props
  const t = words.use()
  // Two forms on one page, both of one field: each has an id of its own.
  const asked = (id: string, said: Said) => {
    const { name } = sayErrors(said, t)
    return name ? { [id]: name } : {}
  }
  return (
    <Page title={t['grid.title']} lead={t['grid.lead']}>
      <ErrorSummary
        title={t['error.summary']}
        errors={{ ...asked('unit', unit), ...asked('competence', competence) }}
      />
      {units.length === 0 && (
        <Empty title={t['grid.off']} example={t['grid.off.example']}>
          {mayDraw ? t['grid.off.text'] : `${t['grid.off.text']} ${t['grid.off.who']}`}
        </Empty>
      )}
      {units.length > 0 && competences.length === 0 && (
        <Empty title={t['grid.noCompetences']} example={t['grid.noCompetences.example']}>
          {t['grid.noCompetences.text']}
        </Empty>
      )}
      {grid.all > 0 && (
        <>
          <p>{fill(t['grid.figures'], { filled: grid.filled, all: grid.all })}</p>
          <TheGrid {...props} />
          <Lacks grid={grid} />
          <Actions>
            <PrintButton>{t['grid.print']}</PrintButton>
          </Actions>
        </>
      )}
      {mayDraw && <Draw {...props} />}
    </Page>
  )
}

const TheGrid = ({ units, grid, mayDraw }: Props) => {
  const t = words.use()
  return (
    <Table
      caption={t['grid.title']}
      captionHidden
      columns={[{ label: t['grid.competence'] }, ...units.map(({ name }) => ({ label: name }))]}
      rows={grid.rows.map(({ competence, cells }) => ({
        cells: [competence.name, ...cells.map((cell) => <InCell cell={cell} mayDraw={mayDraw} />)],
      }))}
    />
  )
}

const InCell = ({ cell: { unit, competence, by, state }, mayDraw }: { cell: Cell; mayDraw: boolean }) => {
  const t = words.use()
  const where = fill(t['grid.at'], { competence: competence.name, unit: unit.name })
  return (
    <>
      {state === 'gap' && <Tag kind="quiet">{t['grid.gap']}</Tag>}
      {by.map(({ relationId, partner, what }) => (
        <>
          <a href={`/netwerk/${relationId}`}>{partner}</a>
          {what && <span class="soft"> {what}</span>}
          <br />
        </>
      ))}
      {state === 'double' && <Tag>{t['grid.double']}</Tag>}{' '}
      {mayDraw && (
        <a class="not-printed" href={`/eenheden/${unit.id}/competenties/${competence.id}`}>
          {t['grid.change']} <span class="only-heard">{where}</span>
        </a>
      )}
    </>
  )
}

/** The gaps and the doubles, said once more as lists: what a meeting is about. */
const Lacks = ({ grid: { gaps, doubles } }: { grid: Grid }) => {
  const t = words.use()
  const lines = (cells: readonly Cell[]) => (
    <ul>
      {cells.map(({ unit, competence, by }) => (
        <li>
          {[
            fill(t['grid.at'], { competence: competence.name, unit: unit.name }),
            by.map(({ partner }) => partner).join(', '),
          ]
            .filter(Boolean)
            .join(': ')}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {gaps.length > 0 && (
        <Details summary={fill(t['grid.gaps'], { count: gaps.length })} open={gaps.length <= 6}>
          {lines(gaps)}
        </Details>
      )}
      {doubles.length > 0 && (
        <Details summary={fill(t['grid.doubles'], { count: doubles.length })} open={doubles.length <= 6}>
          <p>{t['grid.doubles.text']}</p>
          {lines(doubles)}
        </Details>
      )}
    </>
  )
}

const Draw = ({ units, competences, unit, competence }: Props) => {
  const t = words.use()
  const has = units.length > 0
  const wrong = Object.keys({ ...unit.errors, ...competence.errors }).length > 0
  const forms = (
    <>
      <Things at="/eenheden" things={units} kind="unit" said={unit} />
      {has && <Things at="/competenties" things={competences} kind="competence" said={competence} />}
      {has && <p class="soft">{t['draw.remove.text']}</p>}
    </>
  )
  if (!has || !competences.length) return forms
  return (
    <Details summary={t['draw.title']} open={wrong}>
      {forms}
    </Details>
  )
}

type ThingsProps = { at: string; things: readonly Named[]; kind: 'unit' | 'competence'; said: Said }
const Things = ({ at, things, kind, said }: ThingsProps) => {
  const t = words.use()
  const title = t[`draw.${kind === 'unit' ? 'units' : 'competences'}`]
  return (
    <section class="not-printed">
      <h2>{title}</h2>
      {things.length > 0 && (
        <List label={title}>
          {things.map(({ id, name }) => (
            <Row
              title={name}
              action={
                <ButtonForm action={`${at}/${id}/verwijdering`} label={t['draw.remove']} about={name} kind="quiet" />
              }
            />
          ))}
        </List>
      )}
      <Form action={at} id={`new-${kind}`}>
        <TextField
          name="name"
          id={kind}
          label={t[`draw.${kind}`]}
          hint={t[`draw.${kind}.hint`]}
          value={said.values['name']}
          error={sayErrors(said, t)['name']}
          maxlength={longestName}
        />
        <Submit kind="quiet">{t[`draw.${kind}.add`]}</Submit>
      </Form>
    </section>
  )
}
