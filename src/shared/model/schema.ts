import * as z from 'zod'

// Zod compiles object parsers with `new Function` unless told not to, which the Content-Security-Policy forbids. Every schema of
// the product is made from this export, so that the setting is in force before the first of them.
z.config({ jitless: true })

export { z }
