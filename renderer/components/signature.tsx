/** Signatures as a record shows them. */
import type { SignatureMark } from '../../contract/fields.ts'
import { When } from './when.tsx'

/** The short code of a signature. */
export const Code = ({ of: code }: { of: string }) => (
  <span className="signature-code" title="签名短码：签名值 SHA-256 的前八位">
    {code}
  </span>
)

/** A signature on paper: when it was signed, who entered it, and whether its person has signed for it since. */
const OnPaper = ({ mark, paper }: { mark: SignatureMark; paper: NonNullable<SignatureMark['paper']> }) => (
  <>
    <span>{paper.of}</span>
    <When at={paper.signedAt} />
    <span className="quiet">
      纸质签，{mark.by}补录 <Code of={mark.code} />
    </span>
    {paper.kept && <span className="quiet">纸件存放：{paper.kept}</span>}
    {paper.confirmed ? (
      <span>
        本人补签 <When at={paper.confirmed.at} /> <Code of={paper.confirmed.code} />
      </span>
    ) : (
      <span className="waits">待本人补签</span>
    )}
  </>
)

/** `<Signed act="签收" mark={leg.take} />` one signature under a record: the act, who signed, when, and the short code. Nothing where none stands yet. */
export const Signed = ({ act, mark }: { act: string; mark: SignatureMark | null }) =>
  mark && (
    <div className="signed">
      <span className="signed-act">{act}</span>
      {mark.paper ? (
        <OnPaper mark={mark} paper={mark.paper} />
      ) : (
        <>
          <span>{mark.by}</span>
          <When at={mark.at} />
          <Code of={mark.code} />
        </>
      )}
    </div>
  )
