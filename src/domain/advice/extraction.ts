import { z } from 'zod';
import { usageSchema } from './adviceSection';

/** What a date in a message is about. */
export const dateKinds = ['new', 'old', 'shipped', 'other'] as const;
export type DateKind = (typeof dateKinds)[number];

/** What a message says about time, in one word; `none` when it does not speak of it. */
export const delaySignals = [
	'delayed',
	'partial',
	'cancelled',
	'early',
	'on_time',
	'none',
	'unclear',
] as const;
export type DelaySignal = (typeof delaySignals)[number];

export const referenceKinds = ['order', 'shipment', 'product', 'other'] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * What was read out of a message of a supplier or carrier: advice, for people and policies to check.
 *
 * Everything stands with the words of the message that it was read from. What can be read in two
 * ways is `null`, with its readings beside it.
 */
export const extractionSchema = z.object({
	source: z.enum(['model', 'rules']),
	dates: z.array(
		z.object({
			kind: z.enum(dateKinds),
			/** `null` when it is not clear which day is meant. */
			day: day.nullable(),
			/** Days that may be meant. */
			readings: z.array(day),
			quote: z.string(),
		}),
	),
	quantities: z.array(
		z.object({
			/** `null` when it is not clear which number is meant. */
			value: z.number().nullable(),
			readings: z.array(z.number()),
			unit: z.string().nullable(),
			item: z.string().nullable(),
			quote: z.string(),
		}),
	),
	delay: z.object({
		signal: z.enum(delaySignals),
		reason: z.string().nullable(),
		quote: z.string().nullable(),
	}),
	references: z.array(
		z.object({ value: z.string(), kind: z.enum(referenceKinds), quote: z.string() }),
	),
	/** Whether anything in it can be read in two ways, or the model is less sure than wanted. */
	uncertain: z.boolean(),
	/** 0 to 1; `null` when no model read it. */
	confidence: z.number().min(0).max(1).nullable(),
	fallbackReason: z.string().nullable(),
	model: z.string().nullable(),
	promptVersion: z.string().nullable(),
	promptHash: z.string().nullable(),
	usage: usageSchema.nullable(),
});

export type Extraction = z.infer<typeof extractionSchema>;
