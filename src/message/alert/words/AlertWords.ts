import type { AlertKind } from '../../../domain/insights/thresholds';

/** What one kind of alert says. Numbers come written as the language does. */
export interface KindWords {
	/** It is past the threshold. */
	exceeded(value: string): string;
	/** It is not. */
	fine: string;
	/** The threshold, with its unit. */
	upTo(threshold: string): string;
	/** What to do about it. */
	toDo: string;
	/** What the list in Odoo is called. */
	list: string;
}

/** Every sentence of an alert, in one language. */
export interface AlertWords {
	labels: { asOf: string; since: string; threshold: string; toDo: string };
	kinds: Readonly<Record<AlertKind, KindWords>>;
}
