import { Button } from 'antd'
import { redactionReasonLabel, redactionWayLabel } from '../../../contract/terms.ts'
import { type Mark, sameElsewhere } from './marks.ts'

/** More are counted, not shown. */
const SHOWN = 24

/** The words of a mark on one line, the middle of long ones left out. */
export const wordsInShort = (words: string): string => {
  const letters = Array.from(words.replaceAll('\n', '↵'))
  return letters.length <= SHOWN ? letters.join('') : `${letters.slice(0, SHOWN / 2).join('')}…${letters.slice(-SHOWN / 2).join('')}`
}

type Props = { content: string; marks: readonly Mark[]; onSame: (mark: Mark) => void; onCancel: (mark: Mark) => void }

/** What is marked, in the order of the text: its words, why, whether the same stand elsewhere; each can be taken back. */
export const MarkList = ({ content, marks, onSame, onCancel }: Props) =>
  marks.length > 0 && (
    <table className="short-list review-marks">
      <tbody>
        {marks.map((mark, place) => {
          const same = sameElsewhere(content, marks, mark).length
          const words = content.slice(mark.from, mark.to)
          return (
            <tr key={mark.from}>
              <td>{place + 1}</td>
              <td>{redactionWayLabel[mark.how]}</td>
              <td>{wordsInShort(words)}</td>
              <td>{redactionReasonLabel[mark.reason]}</td>
              <td>
                {same > 0 && (
                  <Button size="small" onClick={() => onSame(mark)}>
                    同样的另有 {same} 处，一并标记
                  </Button>
                )}
              </td>
              <td>
                <Button size="small" aria-label={`取消第${place + 1}处`} onClick={() => onCancel(mark)}>
                  取消
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
