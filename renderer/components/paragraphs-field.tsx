/**
 * `<ParagraphsField form={fields} name="content" label="所需信息" max={limits.content} />` several lines of text. Enter goes on as in every box;
 * Shift+Enter begins a new line. What is pasted keeps its lines.
 */
import { Input } from 'antd'
import type { FieldValues } from 'react-hook-form'
import { Box, type FieldProps } from './field-box.tsx'

const NEW_LINE = 'Shift+Enter 换行'

export const ParagraphsField = <F extends FieldValues>({ max, rows = 3, hint, ...props }: FieldProps<F> & { max: number; rows?: number }) => (
  <Box
    {...props}
    hint={
      hint ? (
        <>
          {hint}　{NEW_LINE}
        </>
      ) : (
        NEW_LINE
      )
    }
  >
    {(field, id, status) => (
      <Input.TextArea {...field} id={id} status={status} rows={rows} maxLength={max} autoFocus={props.first} disabled={props.disabled} data-words />
    )}
  </Box>
)
