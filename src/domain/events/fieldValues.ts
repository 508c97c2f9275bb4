import { kindOf, type FieldKind, type ModelField } from './modelFields';

const isText = (value: unknown) => typeof value === 'string';
const isTextLike = (pattern: RegExp) => (value: unknown) =>
	typeof value === 'string' && pattern.test(value);

/** What a kind of field holds besides `false`, which stands for nothing, and how to say so. */
const kinds: Readonly<
	Record<FieldKind, { fits: (value: unknown, field: ModelField) => boolean; wanted: string }>
> = {
	number: { fits: (value) => Number.isFinite(value), wanted: 'a number' },
	text: { fits: isText, wanted: 'a text' },
	boolean: { fits: (value) => value === true, wanted: 'true or false' },
	date: { fits: isTextLike(/^\d{4}-\d{2}-\d{2}$/), wanted: 'a day such as 2026-01-31' },
	datetime: {
		fits: isTextLike(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/),
		wanted: 'a time in UTC such as 2026-01-31 08:00:00',
	},
	choice: {
		fits: (value, { choices }) => choices.some(([choice]) => choice === value),
		wanted: 'one of ',
	},
	relation: {
		fits: (value) => Number.isSafeInteger(value) || isText(value),
		wanted: 'the ID of a record, or its name',
	},
	other: { fits: () => true, wanted: '' },
};

/**
 * What somebody typed, as the value that the field holds. What does not fit stays a text, for
 * `describeUnfit` to object to.
 */
export function typedValue(typed: string, field: ModelField): string | number | boolean {
	const text = typed.trim();
	const kind = kindOf(field);
	if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
	if (kind === 'relation' && /^\d+$/.test(text)) return Number(text);
	if (kind === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
	return kind === 'text' ? typed : text;
}

/** What the field would have to hold instead of the value; `null` when it may hold it. */
export function describeUnfit(value: unknown, field: ModelField): string | null {
	const { fits, wanted } = kinds[kindOf(field)];
	if (value === false || fits(value, field)) return null;
	return wanted + field.choices.map(([choice, label]) => `${choice} (${label})`).join(', ');
}
