import { z } from 'zod';

/**
 * The id of one business event on its whole way, made by Odoo when the event is written: 32 lower-case
 * hexadecimal digits, which makes it a trace id of W3C's Trace Context as well.
 */
export const traceIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits');

/** `null` where nobody made one: of an event that an older blueprint wrote, or of its case. */
export const knownTraceIdSchema = traceIdSchema.nullable().default(null);
