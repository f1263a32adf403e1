import { expect, it } from 'vitest'
import { Endings } from './endings.ts'

it('closes the last opened first, once, and goes on past a failure', async () => {
  const closed: string[] = []
  const endings = new Endings()
  endings.add(async () => closed.push('database'))
  endings.add(async () => {
    throw new Error('queue')
  })
  endings.add(async () => closed.push('server'))
  await expect(endings.close()).rejects.toThrow('queue')
  await endings.close()
  expect(closed).toEqual(['server', 'database'])
})
