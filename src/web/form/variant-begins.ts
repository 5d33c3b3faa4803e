import { createContext, useContext } from 'react'
import type { FormSchema } from './form-schema.ts'

type Body = Readonly<Record<string, unknown>>

const VariantBegins = createContext<(variant: FormSchema) => Body>(() => ({}))

/** Gives the form below it what a variant begins with; which one it is, somebody only chooses in the form. */
export const VariantBeginsProvider = VariantBegins.Provider

/** What a variant that was just chosen begins with, as far as it is known. */
export const useVariantBegins = (): ((variant: FormSchema) => Body) => useContext(VariantBegins)
