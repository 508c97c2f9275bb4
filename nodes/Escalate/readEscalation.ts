import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { ladderSchema, rungActions, type Ladder } from '../../src/domain/escalation/ladder';
import { quietHoursSchema, type QuietHours } from '../../src/domain/escalation/quietHours';
import { authorityShape, type GivenAuthority } from '../../src/n8n/authorityFrom';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';

const rowSchema = z.object({
	// Ladders of before 0.2 knew of nothing but asking others.
	action: z.enum(rungActions as [string, ...string[]]).default('ask'),
	role: z.string().optional(),
	workingMinutes: z.number(),
	more: z
		.object({ at: z.string(), fromRisk: z.number(), slaClasses: z.string() })
		.partial()
		.default({}),
});

const optionsSchema = z
	.object({
		queueOwner: z.string(),
		quietFrom: z.string(),
		quietUntil: z.string(),
		reminderGapMinutes: z.number().nonnegative(),
	})
	.partial();

const parameters = z.object({
	ladder: z.object({ rows: z.array(rowSchema).default([]) }),
	escalateOptions: optionsSchema.default({}),
	...authorityShape,
});

/** Reminders come at most twice in a working day when nobody says otherwise. */
const REMINDER_GAP_MINUTES = 240;

export interface EscalationSettings {
	ladder: Ladder;
	authority: GivenAuthority;
	quietHours: QuietHours | null;
	reminderGapMinutes: number;
	/** Login; empty for an approval manager. */
	queueOwner: string;
}

/** What the node's fields say about climbing. @throws {ParameterInvalidError} */
export function readEscalation(context: IExecuteFunctions, itemIndex: number): EscalationSettings {
	const { ladder, escalateOptions, ...authority } = readParameters(context, itemIndex, parameters);
	const { reminderGapMinutes = REMINDER_GAP_MINUTES, queueOwner = '' } = escalateOptions;
	return {
		ladder: parseParameters(z.object({ ladder: ladderSchema }), { ladder: ladder.rows.map(toRung) })
			.ladder,
		authority,
		quietHours: quietHoursFrom(escalateOptions, context.getTimezone()),
		reminderGapMinutes,
		queueOwner: queueOwner.trim(),
	};
}

function toRung({ more, ...row }: z.infer<typeof rowSchema>) {
	return { ...row, ...more, slaClasses: splitByComma(more.slaClasses) };
}

function quietHoursFrom(
	{ quietFrom = '', quietUntil = '' }: z.infer<typeof optionsSchema>,
	zone: string,
): QuietHours | null {
	const [from, to] = [quietFrom.trim(), quietUntil.trim()];
	if (from === '' && to === '') return null;
	if (from === '' || to === '') {
		throw new ParameterInvalidError('escalateOptions: quiet hours need a beginning and an end');
	}
	return parseParameters(quietHoursSchema, { from, to, zone });
}
