import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { agencyKinds, agencyLevels } from '../../../features/agencies/agency-kinds.ts'
import type { AgencyProfile } from '../../../features/agencies/agency-profile.view.ts'
import { linesOfBusiness } from '../../../features/agencies/lines-of-business.ts'
import { agencyQuery, commonSuperiorQuery } from '../../api/agency-queries.ts'
import { Loading } from '../../parts/loading.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { agencyName, type NamedAgency } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'
import { WideTable } from '../../parts/wide-table.tsx'
import './agency.css'

export const route = createLazyRoute('/inside/directory/$agencyId')({ component: AgencyPage })

/** Whom to call at an agency, where it belongs, and who decides between it and mine. */
function AgencyPage() {
  const { agencyId } = route.useParams()
  const { t, language } = useWords()
  const agency = useQuery(agencyQuery(agencyId))
  useTitle(agency.data ? agencyName(language, agency.data) : t('directory.title'))
  if (agency.isError) return <ProblemPage error={agency.error} onRetry={() => void agency.refetch()} />
  if (!agency.data) return <Loading rows={12} />
  return <Profile agency={agency.data} />
}

function Profile({ agency }: { readonly agency: AgencyProfile }) {
  const { t, say, list, language } = useWords()
  const own = useSession().agency
  const nameOf = (each: NamedAgency) => agencyName(language, each)
  const link = (each: NamedAgency & { readonly id: string }) => (
    <Link to="/directory/$agencyId" params={{ agencyId: each.id }}>
      {nameOf(each)}
    </Link>
  )
  return (
    <>
      <div className="page-head">
        <h1>{nameOf(agency)}</h1>
        {agency.active ? null : <span className="tag tag-urgent">{t('directory.closed')}</span>}
        {agency.id === own.id ? null : (
          <Link to="/matters" search={{ agency: agency.id }}>
            {t('directory.mattersWith')}
          </Link>
        )}
      </div>
      <div className="agency">
        <section className="card" aria-labelledby="agency-facts">
          <h2 id="agency-facts">{t('directory.about')}</h2>
          <dl className="shown">
            {language === 'en' ? (
              <Fact label={t('directory.official')}>
                <span lang="zh-CN">{agency.name}</span>
              </Fact>
            ) : null}
            <Fact label={t('directory.kind')}>{say(agencyKinds[agency.kind])}</Fact>
            <Fact label={t('directory.level')}>{say(agencyLevels[agency.level])}</Fact>
            <Fact label={t('directory.division')}>
              {(language === 'en' ? agency.divisionNameEn : agency.divisionName) ?? '—'}
            </Fact>
            <Fact label={t('directory.lines')}>
              {list(agency.lines.map((line) => say(linesOfBusiness[line]))) || '—'}
            </Fact>
            <Fact label={t('directory.parents')}>
              {agency.parents.map((parent, index) => (
                <span key={parent.id}>
                  {index > 0 ? ' › ' : ''}
                  {link(parent)}
                </span>
              ))}
            </Fact>
            {agency.actsInNameOf ? (
              <Fact label={t('directory.actsInNameOf')}>{link(agency.actsInNameOf)}</Fact>
            ) : null}
            {agency.successor ? <Fact label={t('directory.successor')}>{link(agency.successor)}</Fact> : null}
            <Fact label={t('directory.alliances')}>
              <Alliances agency={agency} />
            </Fact>
            <Fact label={t('directory.code')}>
              <span className="mono">{agency.code}</span>
              {agency.nameConfidence === 'pattern' ? (
                <span className="soft"> · {t('directory.pattern')}</span>
              ) : null}
            </Fact>
          </dl>
        </section>
        <div>
          <DutyDesk agency={agency} />
          {agency.id === own.id ? null : <CommonSuperior own={own.id} other={agency.id} link={link} />}
        </div>
        <Liaisons agency={agency} />
        <section className="card" aria-labelledby="agency-neighbours">
          <h2 id="agency-neighbours">{t('directory.neighbourList')}</h2>
          {agency.neighbours.length === 0 ? <p className="soft">{t('directory.noNeighbours')}</p> : null}
          <ul className="plain agency-neighbours">
            {agency.neighbours.map((neighbour) => (
              <li key={neighbour.id}>{link(neighbour)}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The agreements an agency is under, and which kinds of matters each covers where it does not cover all. */
function Alliances({ agency }: { readonly agency: AgencyProfile }) {
  const { t, say, list, language } = useWords()
  const kinds = useKinds()
  if (agency.alliances.length === 0) return '—'
  return (
    <ul className="plain">
      {agency.alliances.map((alliance) => (
        <li key={alliance.id}>
          {agencyName(language, alliance)}
          {alliance.kinds ? (
            <span className="soft">
              {' · '}
              {t('directory.covers', {
                kinds: list(
                  kinds
                    .filter(({ kind }) => alliance.kinds?.includes(kind))
                    .map(({ words }) => say(words.name)),
                ),
              })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function DutyDesk({ agency }: { readonly agency: AgencyProfile }) {
  const { t } = useWords()
  const desk = agency.dutyDesk
  return (
    <section className="card" aria-labelledby="duty-desk">
      <h2 id="duty-desk">{t('directory.dutyDesk')}</h2>
      {desk ? (
        <dl className="shown">
          <Fact label={t('directory.deskName')}>{desk.name}</Fact>
          <Fact label={t('directory.phone')}>
            <a href={`tel:${desk.phone.replaceAll(/[^\d+]/g, '')}`}>{desk.phone}</a>
          </Fact>
          <Fact label={t('directory.hours')}>{desk.hours}</Fact>
          {desk.urgent ? <Fact label={t('directory.urgent')}>{t('frame.yes')}</Fact> : null}
        </dl>
      ) : (
        <p className="soft">{t('directory.noDutyDesk')}</p>
      )}
    </section>
  )
}

function Liaisons({ agency }: { readonly agency: AgencyProfile }) {
  const { t, say } = useWords()
  return (
    <section className="card" aria-labelledby="liaisons">
      <h2 id="liaisons">{t('directory.liaisons')}</h2>
      {agency.liaisons.length === 0 ? (
        <p className="soft">{t('directory.noLiaisons')}</p>
      ) : (
        <WideTable label={t('directory.liaisons')}>
          <thead>
            <tr>
              <th scope="col">{t('directory.line')}</th>
              <th scope="col">{t('directory.person')}</th>
              <th scope="col">{t('directory.phone')}</th>
              <th scope="col">{t('directory.note')}</th>
            </tr>
          </thead>
          <tbody>
            {agency.liaisons.map((liaison) => (
              <tr key={liaison.id}>
                <td>{say(linesOfBusiness[liaison.line])}</td>
                <td>{liaison.name}</td>
                <td>
                  <a href={`tel:${liaison.phone.replaceAll(/[^\d+]/g, '')}`}>{liaison.phone}</a>
                </td>
                <td>{liaison.note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}

type SuperiorProps = {
  readonly own: string
  readonly other: string
  readonly link: (agency: {
    readonly id: string
    readonly name: string
    readonly nameEn: string
  }) => ReactNode
}

function CommonSuperior({ own, other, link }: SuperiorProps) {
  const { t, say } = useWords()
  const { data } = useQuery(commonSuperiorQuery(own, other))
  return (
    <section className="card" aria-labelledby="common-superior">
      <h2 id="common-superior">{t('directory.commonSuperior')}</h2>
      {data ? (
        <>
          <p>
            <strong>{data.superior ? link(data.superior) : t('directory.noSuperior')}</strong>
          </p>
          <p className="soft">{say(data.why)}</p>
        </>
      ) : (
        <Loading rows={1} />
      )}
    </section>
  )
}
