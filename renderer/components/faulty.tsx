/** Keeps a defect of one desk from taking the whole page with it: `<Faulty>…</Faulty>` says so in words, and the rest goes on. */
import { Alert, Button } from 'antd'
import { Component, type ReactNode } from 'react'

export class Faulty extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Alert
        type="error"
        title="这一页出错，没有显示出来。已保存的记录不受影响。"
        description="请重新打开这一页；仍不行，请告知系统管理员。"
        action={<Button onClick={() => this.setState({ failed: false })}>重新打开</Button>}
      />
    )
  }
}
