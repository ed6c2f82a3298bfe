/** `<MarkField form={fields} name="mark" />` one box for 密级★保密期限, typed as it stands on the paper, and read back in words below. */
import { Button, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import type { FieldValues } from 'react-hook-form'
import { LEVELS, levelLabel } from '../../contract/terms.ts'
import { limits } from '../../contract/limits.ts'
import { useSession } from '../app/session.tsx'
import { Box, type FieldProps, onWhole } from './field-box.tsx'
import { LevelMark } from './level-mark.tsx'
import { markInWords, markIsWhole } from './mark.ts'
import { readMark } from '../../contract/written.ts'

const Read = ({ typed }: { typed: string }) => {
  const marked = readMark(typed)
  if (!typed.trim()) return <>照来文抄录：机密★5年、秘密★6个月、秘密（未标明期限）、内部</>
  if (!marked) return <span className="field-error">读不出密级和期限，请照来文抄录，如 机密★5年</span>
  return (
    <>
      <LevelMark level={marked.level} />　{markInWords(marked)}
    </>
  )
}

export const MarkField = <F extends FieldValues>(props: Omit<FieldProps<F>, 'label'>) => {
  const { level: station } = useSession()
  const box = useRef<InputRef>(null)
  const levels = LEVELS.slice(0, LEVELS.indexOf(station) + 1).toReversed()
  return (
    <Box {...props} label="密级★期限" hint={<Read typed={String(props.form.watch(props.name) ?? '')} />}>
      {(field, id, status) => (
        <span className="mark-box">
          <Input
            {...field}
            ref={(input) => {
              field.ref(input)
              box.current = input
            }}
            id={id}
            status={status}
            autoComplete="off"
            maxLength={limits.note}
            {...onWhole(field, markIsWhole)}
          />
          {levels.map((level) => (
            <Button
              key={level}
              size="small"
              type="text"
              tabIndex={-1}
              onClick={() => {
                field.onChange(level === 'internal' ? levelLabel.internal : `${levelLabel[level]}★`)
                box.current?.focus({ cursor: 'end' })
              }}
              aria-pressed={readMark(String(field.value ?? ''))?.level === level}
            >
              {levelLabel[level]}
            </Button>
          ))}
        </span>
      )}
    </Box>
  )
}
