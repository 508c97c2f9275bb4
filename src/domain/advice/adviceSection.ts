import { z } from 'zod';

/** What a matter is about, whatever the area is called. */
export const adviceCategories = [
	'discount',
	'credit',
	'procurement',
	'allocation',
	'return',
	'logistics',
	'receipt',
	'invoice',
	'supplier',
	'billing',
	'override',
	'other',
] as const;
export type AdviceCategory = (typeof adviceCategories)[number];

export const urgencies = ['low', 'normal', 'high', 'critical'] as const;
export type Urgency = (typeof urgencies)[number];

/** `anomaly`: something out of the ordinary that no rule speaks of. */
export const pointKinds = ['for', 'against', 'question', 'anomaly'] as const;
export type PointKind = (typeof pointKinds)[number];

/** What the clerk would do next; `investigate` is no answer to the case. */
export const suggestedActions = ['approve', 'reject', 'send_back', 'investigate'] as const;
export type SuggestedAction = (typeof suggestedActions)[number];

/** A sentence with what it rests on, by id: `fact:marginPercent`, `rule:low-margin`, `lines`. */
export const claimSchema = z.object({ text: z.string(), cites: z.array(z.string()).default([]) });
export type Claim = z.infer<typeof claimSchema>;

/** What asking a model took. */
export const usageSchema = z.object({
	/** Requests that were answered; 0 when the same was asked before in the same execution. */
	requests: z.number().int().nonnegative(),
	inputTokens: z.number().int().nonnegative(),
	outputTokens: z.number().int().nonnegative(),
	milliseconds: z.number().nonnegative(),
	/** In `currency`; `null` when no prices are given. */
	cost: z.number().nonnegative().nullable(),
	currency: z.string().nullable(),
});
export type Usage = z.infer<typeof usageSchema>;

const sectionShape = z.object({
	/** `model`: written by a language model. `rules`: put together from facts and matched rules. */
	source: z.enum(['model', 'rules']),
	/** What is asked and why a person has to look. */
	summary: z.string(),
	points: z.array(claimSchema.extend({ kind: z.enum(pointKinds) })),
	/** 0 to 1; `null` for the summary made from rules. */
	confidence: z.number().min(0).max(1).nullable(),
	/** Why the model was not used, when it was not. */
	fallbackReason: z.string().nullable(),
	/** Name under which the server answered. */
	model: z.string().nullable(),
	promptVersion: z.string().nullable(),
	/** Tokens read and written together; `null` when no model was asked or it does not say. */
	tokens: z.number().int().nonnegative().nullable(),
	// What follows is not in cases of before it was kept.
	/** Whether the model is less sure than the analyst wants it to be. */
	uncertain: z.boolean().default(false),
	summaryCites: z.array(z.string()).default([]),
	cause: claimSchema.nullable().default(null),
	/** The numbers that matter, written out. */
	keyFigures: z
		.array(z.object({ fact: z.string(), label: z.string(), value: z.string() }))
		.default([]),
	urgency: z.enum(urgencies).nullable().default(null),
	category: z.enum(adviceCategories).nullable().default(null),
	/** Shown to people and never routed to; `action` and `role` are `null` where nothing speaks for one. */
	suggestion: claimSchema
		.extend({ action: z.enum(suggestedActions).nullable(), role: z.string().nullable() })
		.nullable()
		.default(null),
	/** The whole story in a paragraph, for the record. */
	narrative: claimSchema.nullable().default(null),
	/** ISO 639-1 code of the language it is written in. */
	language: z.string().nullable().default(null),
	/** SHA-256 (hex) of everything the model was told. */
	promptHash: z.string().nullable().default(null),
	usage: usageSchema.nullable().default(null),
});

/**
 * The case file's `advice` section: what a clerk says about a case, for people to read.
 *
 * It is plain text and decides nothing. Figures come from the facts, never from a model.
 */
export type AdviceSection = z.infer<typeof sectionShape>;

/** With its type said, since spelling it out once more in every schema around it is too much for the compiler. */
export const adviceSectionSchema: z.ZodType<
	AdviceSection,
	z.ZodTypeDef,
	z.input<typeof sectionShape>
> = sectionShape;
