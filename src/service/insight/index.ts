export { ResidentHistory } from './history/resident-history.ts'
export { Insight, type InsightPorts } from './insight.ts'
export { insightMessages } from './messages.ts'
export { insightRoutes } from './routes.ts'
