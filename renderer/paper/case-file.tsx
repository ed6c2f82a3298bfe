import type { ReactNode } from 'react'
import type { ApplicationVersion } from '../../contract/disclosure-views.ts'
import type { CaseFilePaper } from '../../contract/paper.ts'
import { applicantKindLabel, applicationChannelLabel, disclosureStateLabel, letterKindLabel } from '../../contract/terms.ts'
import { type Part, partOf, partsAfter, partsBefore } from './case-file-parts.tsx'
import { applicantBoxes, applicationOf, disclosureSections } from './disclosure.tsx'
import { letterSections } from './letter.tsx'
import type { Form } from './pages.tsx'
import { reviewSections } from './review.tsx'
import { headOf, namedRows } from './rows.tsx'
import type { PagesOf, Section } from './section.tsx'
import { dayOfInstant, dayOnLine } from './wording.ts'

type Review = CaseFilePaper['reviews'][number]

/** The application as it was entered, or as a 补正 left it. */
const applicationPart = (version: ApplicationVersion): Part => {
  const { kind, name, evidence, agent, contact, content, providedAs, obtainedBy } = applicantBoxes(version)
  const text = (box: { text: string | null } | { half: ReactNode }) => ('half' in box ? String(box.half) : (box.text ?? ''))
  const rows = [
    namedRows('收到日期', `${dayOnLine(version.receivedOn)}　录入：${version.by}`, 'sheet-scope'),
    namedRows('申请人类别', text(kind), 'sheet-scope'),
    namedRows('姓名、名称', text(name), 'sheet-scope'),
    namedRows('身份证明', text(evidence), 'sheet-scope'),
    namedRows('代理人', text(agent), 'sheet-scope'),
    namedRows('联系方式', text(contact), 'sheet-scope'),
    namedRows('申请内容', text(content), 'sheet-scope'),
    namedRows('提供形式', text(providedAs), 'sheet-scope'),
    namedRows('获取方式', text(obtainedBy), 'sheet-scope'),
  ]
  const named = version.version === 1 ? '申请' : `补正（第${version.version}版申请）`
  return partOf(`application-${version.version}`, named, [{ key: 'boxes', columns: [24, 164], rows: rows.flat() }])
}

/** A case as it stood on one of its texts: what was signed on that text, and no other. */
const asOf = (review: Review, version: number): Review => ({
  ...review,
  version,
  versions: review.versions.filter((one) => one.version <= version),
  steps: review.steps
    .filter((step) => step.version === version)
    .map((step) => ({ ...step, stands: version === review.version ? step.stands : true })),
  referrals: review.referrals.filter((one) => one.version <= version),
  releases: review.releases.filter((one) => one.version <= version),
})

/** 保密审查表 of every text of a review, the last one first as it stands. */
const reviewParts = ({ templates }: CaseFilePaper, review: Review): Part[] =>
  review.versions.map(({ version }) => {
    const void_ = version === review.version ? '' : '（已失效）'
    const name = `保密审查表 ${review.number} 第${version}版${void_}`
    return partOf(`review-${review.id}-${version}`, name, reviewSections(asOf(review, version), templates.review))
  })

const letterParts = ({ letters }: CaseFilePaper): Part[] =>
  letters.map((letter) => {
    const { id, kind, number, stands } = letter
    return partOf(`letter-part-${id}`, `${letterKindLabel[kind]} ${number}${stands ? '' : '（已失效，不得发出）'}`, letterSections(letter))
  })

/** The parts in the order in which they are bound (G4). */
const partsOf = (paper: CaseFilePaper): Part[] => [
  ...paper.disclosure.versions.map(applicationPart),
  partOf('registration', '申请登记表', disclosureSections(paper.disclosure, paper.templates.disclosure)),
  ...partsBefore(paper),
  ...paper.reviews.flatMap((review) => reviewParts(paper, review)),
  ...letterParts(paper),
  ...partsAfter(paper),
]

/** What another 科室 reviewed is not bound in whoever prints it may not see it; its number is told. */
const leftOut = ({ disclosure, reviews }: CaseFilePaper): string[] =>
  disclosure.items
    .flatMap((item) => item.reviews)
    .filter(({ id }) => !reviews.some((review) => review.id === id))
    .map(({ number }) => number)

const coverRows = (paper: CaseFilePaper): (readonly [string, string])[] => {
  const { disclosure, frame } = paper
  const { name, kind, content } = applicationOf(disclosure)
  const characters = Array.from(content.replaceAll('\n', ' '))
  const end = disclosure.steps.findLast(({ act }) => act === 'file' || act === 'abandoned' || act === 'withdrawn')
  const out = leftOut(paper)
  return [
    ['申请编号', disclosure.number],
    ['密　　级', frame.mark],
    ['申 请 人', `${name}（${applicantKindLabel[kind]}）`],
    ['收到日期', `${dayOnLine(disclosure.receivedOn)}　${applicationChannelLabel[disclosure.channel]}`],
    ['申请内容', characters.length > 150 ? `${characters.slice(0, 150).join('')}……` : characters.join('')],
    ['状　　态', `${disclosureStateLabel[disclosure.state]}${end?.words ? `：${end.words}` : ''}`],
    ['立卷日期', dayOfInstant(frame.printedAt)],
    ...(out.length > 0 ? [['未　　附', `${out.join('、')}的保密审查表（其他科室承办）`] as const] : []),
  ]
}

const coverSection = (paper: CaseFilePaper): Section => ({
  key: 'cover',
  columns: [34, 154],
  rows: coverRows(paper).map(([name, text]) => (
    <tr key={name} className="cover-row">
      <th scope="row">{name}</th>
      <td>{text}</td>
    </tr>
  )),
})

/** The list of contents, with the page that each part begins on and how many it has. */
const contentsSection = (parts: readonly Part[]): Section => {
  const listing = (pagesOf: PagesOf): ReactNode[] =>
    parts.map(({ key, name, sections }, at) => {
      const first = pagesOf(key)?.first ?? 0
      const last = Math.max(first, ...sections.map((section) => pagesOf(section.key)?.last ?? 0))
      return (
        <tr key={key}>
          <td className="paper-centred">{at + 1}</td>
          <td>{name}</td>
          <td className="paper-centred">{first}</td>
          <td className="paper-centred">{last - first + 1}</td>
        </tr>
      )
    })
  return {
    key: 'contents',
    columns: [14, 130, 22, 22],
    head: (
      <>
        <tr key="part" className="part-head">
          <th colSpan={4}>目录</th>
        </tr>
        {headOf([{ head: '序号' }, { head: '文件' }, { head: '页次' }, { head: '页数' }])}
      </>
    ),
    rows: listing(() => undefined),
    listing,
  }
}

/** The 案卷 of one application: cover and contents, then each part on pages of its own; the highest mark stands on each, page 1 first. */
export const caseFileForm = (paper: CaseFilePaper): Form => {
  const parts = partsOf(paper)
  return {
    frame: paper.frame,
    landscape: false,
    title: '依申请公开案卷',
    about: (
      <>
        <span>申请编号：{paper.disclosure.number}</span>
        <span>{disclosureStateLabel[paper.disclosure.state]}</span>
      </>
    ),
    sections: [coverSection(paper), contentsSection(parts), ...parts.flatMap(({ sections }) => sections)],
  }
}
