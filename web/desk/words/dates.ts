import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../data/use-me.ts'

const timeZone = 'Asia/Shanghai'

const at = (value: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value)

/** The desk's dense dates, in figures that line up: `11-23 周一`, `09-14 10:06`; years other than this one are named. */
export function useDates() {
  const { i18n } = useTranslation()
  const { today } = useMe()
  return useMemo(() => {
    const language = i18n.language === 'en' ? 'en-GB' : 'zh-CN'
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone })
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
    const plain = (value: string) => new Date(at(value).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const short = (value: string) => (plain(value).startsWith(today.slice(0, 4)) ? plain(value).slice(5) : plain(value))
    return {
      plain,
      short,
      day: (value: string) => `${short(value)} ${weekday.format(at(value))}`,
      fullDay: (value: string) => `${plain(value)} ${weekday.format(at(value))}`,
      time: (value: string) => time.format(at(value)),
      instant: (value: string) => `${short(value)} ${time.format(at(value))}`,
    }
  }, [i18n.language, today])
}
