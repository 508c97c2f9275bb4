import type { Office } from './Office';

/** Moves so many pieces of everything on a transfer, and leaves the rest where it is. */
export async function finishTransfer(
	office: Office,
	transfer: number,
	quantity: number,
): Promise<void> {
	const moves = await office.idsOf('stock.picking', transfer, 'move_ids');
	await office.asAdmin('stock.move', 'write', { ids: moves, vals: { quantity, picked: true } });
	await office.asAdmin('stock.picking', 'button_validate', {
		ids: [transfer],
		context: { skip_backorder: true, skip_sms: true },
	});
}
