export { type Catalogue, createCatalogue, type Message, type Messages } from './catalogue.ts'
export { faultMessages } from './fault-messages.ts'
export { defaultLanguage, type Language, languageCookie, languages, pickLanguage } from './language.ts'
export { refusalMessages } from './refusal-messages.ts'
