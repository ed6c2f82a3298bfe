/**
 * Text of a record that may be long: `<LongText label="申请内容">{content}</LongText>` keeps its lines, takes no more than a few of them on the
 * screen, and scrolls in itself. `<Cut of={name} />` a long name on one line, whole when pointed at.
 */
import './long-text.css'
import { Scroll } from './scroll.tsx'

export const LongText = ({ label, children }: { label: string; children: string }) => (
  <Scroll className="long-text" label={label}>
    {children}
  </Scroll>
)

export const Cut = ({ of: text }: { of: string }) => (
  <span className="cut" title={text}>
    {text}
  </span>
)
