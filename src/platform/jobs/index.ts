export { type BackgroundWork, type BackgroundWorkOptions, startBackgroundWork } from './background-work.ts'
export type { DueTimer, Message, MessageHandler, NextTimer, TimerHandler, TroubleLog } from './message.ts'
