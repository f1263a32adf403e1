/** Where the unsent form of a step is kept on this device. */
export const draftKeyOf = (caseId: string, taskId: string): string => `desk ${caseId} ${taskId}`
