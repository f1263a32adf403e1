/** What a group of people is called: its roles, the first two by name. */
export function groupName(roles: readonly string[], roleName: (role: string) => string): string {
  const shown = roles.slice(0, 2).map(roleName).join(' + ')
  return roles.length > 2 ? `${shown} +${roles.length - 2}` : shown
}
