import { z } from 'zod';
import { traceIdSchema } from '../events/traceId';

const traced = z.object({ traceId: traceIdSchema }).nullish().catch(null);

/** Sections that carry the id; the case's own counts before that of the event it came from. */
const tracedSchema = z.object({ outcome: traced, routing: traced, event: traced }).partial();

/** The id of the business event that an item is about; `null` where it says none. */
export function traceIdOf(json: unknown): string | null {
	const { outcome, routing, event } = tracedSchema.safeParse(json).data ?? {};
	return (outcome ?? routing ?? event)?.traceId ?? null;
}
