import { amount, display, ifThere, type RecordOf } from './fields';

/** A unit of measure, with what it takes to reckon it into another of its kind. */
export const unit = {
	...display,
	factor: amount,
	/** Since Odoo 19, where `factor` counts the other way round. */
	relative_factor: ifThere(amount),
};

export type Unit = RecordOf<typeof unit>;
