import {
  INCIDENT_STATES,
  type IncidentState,
  incidentStateLabel,
  LEG_STATES,
  type LegState,
  legStateLabel,
  SHEET_STATES,
  type SheetState,
  sheetStateLabel,
  WIDENING_STATES,
  type WideningState,
  wideningStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 传阅单: 拟制 → 核定范围 → 传阅中 → 全部退回 → 办结. */
export const sheetLifecycle: Lifecycle<SheetState> = {
  table: 'sheet',
  label: '传阅单',
  states: SHEET_STATES,
  stateLabel: sheetStateLabel,
  begins: ['draft'],
  steps: [
    { from: 'draft', to: 'confirmed', by: ['circulation.confirm', 'circulation.draft'], clause: 'F1(2)b' },
    { from: 'draft', to: 'cancelled', by: ['circulation.cancel'], clause: 'F1(2)b' },
    { from: 'confirmed', to: 'cancelled', by: ['circulation.cancel'], clause: 'F1(2)b' },
    { from: 'confirmed', to: 'circulating', by: ['circulation.handOut', 'circulation.handOutOnPaper'], clause: 'F1(4)a' },
    { from: 'confirmed', to: 'allReturned', by: ['circulation.returnUnread'], clause: 'F1(2)c' },
    {
      from: 'circulating',
      to: 'allReturned',
      by: [
        'circulation.receiveBack',
        'circulation.returnUnread',
        'circulation.reportShort',
        'circulation.settleShort',
        'handover.complete',
        'breaches.found',
        'breaches.close',
      ],
      clause: 'F1(2)c',
    },
    { from: 'allReturned', to: 'confirmed', by: ['circulation.addReader'], clause: 'F1(4)c' },
    { from: 'allReturned', to: 'finished', by: ['circulation.close'], clause: 'F1(2)c' },
  ],
  otherwise: 'F1(2)b',
}

/** 一次送阅: 待送 → 已送 → 已阅签 → 已退回核对, or 未阅退回. × 退回 unsigned. */
export const legLifecycle: Lifecycle<LegState> = {
  table: 'leg',
  label: '本次送阅',
  states: LEG_STATES,
  stateLabel: legStateLabel,
  begins: ['waiting'],
  steps: [
    { from: 'waiting', to: 'handedOut', by: ['circulation.handOut', 'circulation.handOutOnPaper'], clause: 'F1(4)a' },
    { from: 'waiting', to: 'returnedUnread', by: ['circulation.returnUnread'], clause: 'F1(2)c' },
    { from: 'handedOut', to: 'signed', by: ['circulation.sign', 'circulation.signOnPaper'], clause: 'F1(2)c' },
    {
      from: 'handedOut',
      to: 'returnedUnread',
      by: ['circulation.returnUnread', 'handover.complete', 'circulation.settleShort', 'breaches.found', 'breaches.close'],
      clause: 'F1(2)c',
    },
    {
      from: 'signed',
      to: 'returned',
      by: ['circulation.receiveBack', 'circulation.settleShort', 'handover.complete', 'breaches.found', 'breaches.close'],
      clause: 'F1(2)c',
    },
  ],
  otherwise: 'F1(2)c',
}

/** 短少: open until every missing number is back in hand, or lost under a case. */
export const incidentLifecycle: Lifecycle<IncidentState> = {
  table: 'incident',
  label: '短少登记',
  states: INCIDENT_STATES,
  stateLabel: incidentStateLabel,
  begins: ['open'],
  steps: [{ from: 'open', to: 'settled', by: ['circulation.settleShort', 'breaches.found', 'breaches.close'], clause: 'F1(2)b' }],
  otherwise: 'F1(2)b',
}

/** 扩大知悉范围审批. */
export const wideningLifecycle: Lifecycle<WideningState> = {
  table: 'widening',
  label: '扩大知悉范围申请',
  states: WIDENING_STATES,
  stateLabel: wideningStateLabel,
  begins: ['requested'],
  steps: [
    { from: 'requested', to: 'approved', by: ['circulation.decideWidening', 'circulation.decideWideningOnPaper'], clause: 'F1(4)c' },
    { from: 'requested', to: 'rejected', by: ['circulation.decideWidening', 'circulation.decideWideningOnPaper'], clause: 'F1(4)c' },
  ],
  otherwise: 'F1(4)c',
}
