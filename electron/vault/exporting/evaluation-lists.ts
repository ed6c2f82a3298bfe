import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import { applicantKindLabel, APPLICANT_KINDS, reportLineLabel } from '../../../contract/terms.ts'
import { report } from '../evaluation/reading.ts'
import { type Exported, exported, whole } from './listing.ts'

type Line = ReportFigures['lines'][number]

/** 年报表三 of a year: as it was recorded last, else as it is counted now. Figures alone. */
export const evaluationLists = {
  annualReport: exported<Line>(
    {
      by: ['officeHead'],
      pages: whole('disclosure.annualReport', (query, asked) => {
        const { record, figures } = report(query, asked)
        return (record?.figures ?? figures).lines
      }),
    },
    [
      ['事项', 22, ({ line }) => reportLineLabel(line).under],
      ['申请人情况', 60, ({ line }) => reportLineLabel(line).label],
      ...APPLICANT_KINDS.map((kind) => [applicantKindLabel[kind], 14, ({ counts }: Line) => counts[kind]] as const),
      ['总计', 10, ({ counts }) => counts.total],
    ],
  ),
} satisfies Record<string, Exported>
