import { useTranslation } from 'react-i18next'
import { networkRuleNames } from '#journey/supply-plan/rules/network-rule-names'

/** What a rule of the network is called in the person's language. */
export function useRuleNames(): (rule: string) => string {
  const { i18n } = useTranslation()
  return (rule) => networkRuleNames[rule]?.[i18n.language === 'en' ? 'en' : 'zh'] ?? rule
}
