/** A mainland mobile number: eleven digits. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

/** What people type, as it is kept: no spaces, no hyphens, no +86. */
export const readPhone = (text: string): string => text.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')

/** A login: 2 to 64 letters, digits, dots, underscores, hyphens; letters are taken as lower case. */
export const isLogin = (text: string): boolean => /^[a-z0-9._-]{2,64}$/.test(text.toLowerCase())

export const readLogin = (text: string): string => text.trim().toLowerCase()

/** For logs and lists: `139****0000`. */
export const maskPhone = (phone: string): string => phone.replace(/^(.{3}).*(.{4})$/, '$1****$2')
