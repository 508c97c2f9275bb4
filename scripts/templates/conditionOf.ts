/** What an If node asks of an item. */
interface Question {
	/** n8n tells conditions apart by it. */
	id: string;
	leftValue: string;
	/** The text that it has to be, or whether it has to be true. */
	is: string | boolean;
}

/** The one condition of an If node, as n8n keeps it. */
export function conditionOf({ id, leftValue, is }: Question) {
	const operator =
		typeof is === 'string'
			? { type: 'string', operation: 'equals' }
			: { type: 'boolean', operation: String(is), singleValue: true };
	return {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		combinator: 'and',
		conditions: [{ id, leftValue, rightValue: typeof is === 'string' ? is : '', operator }],
	};
}
