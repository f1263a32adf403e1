/** Stands for the company's own finished cases. */
export const ownLog = 'own'
