/** A text of the interface in both languages, Chinese first. Every word a person reads is one of these. */
export type Words = { readonly zh: string; readonly en: string }

/** The languages of the interface. */
export type Language = keyof Words
