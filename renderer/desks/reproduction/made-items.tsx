import type { MadeItem, ReproductionView } from '../../../contract/reproduction-views.ts'
import { copyKindLabel, copyStateLabel } from '../../../contract/terms.ts'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'

/** Each time it was issued: who gave and who took, who gave it back and who took it. */
const Holding = ({ of: { give, take, giveBack, takeBack } }: { of: MadeItem['holdings'][number] }) => (
  <div className="copy-holding">
    <Signed act="发放" mark={give} />
    <Signed act="领取" mark={take} />
    <Signed act="归还" mark={giveBack} />
    <Signed act="收回" mark={takeBack} />
  </div>
)

const Item = ({ of: { number, state, holder, since, holdings } }: { of: MadeItem }) => (
  <li>
    <div className="copy-item">
      <span className="figures unbroken">{number}</span>
      <span className="copy-place">
        {holder && <strong>{holder.name}　</strong>}
        <span className={holder ? 'waits' : undefined}>{copyStateLabel[state]}</span>
      </span>
      {holdings.length === 0 && (
        <span className="quiet">
          <When at={since} /> 入箱
        </span>
      )}
    </div>
    {holdings.map((holding) => (
      <Holding key={holding.givenAt} of={holding} />
    ))}
  </li>
)

/** What was made, by number: in whose hands each item is, and every signature under which it moved (F1(5)d). */
export const MadeItems = ({ of: { kind, items, out } }: { of: ReproductionView }) => (
  <>
    <h3>
      {copyKindLabel[kind]} {items.length} 份{out > 0 && `，在外 ${out} 份`}
    </h3>
    <ol className="copy-items">
      {items.map((item) => (
        <Item key={item.id} of={item} />
      ))}
    </ol>
  </>
)
