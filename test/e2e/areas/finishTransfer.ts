import type { AreaStage } from './AreaStage';

/** Moves so many pieces of everything on a transfer, and leaves the rest where it is. */
export async function finishTransfer(
	stage: AreaStage,
	transfer: number,
	quantity: number,
): Promise<void> {
	const moves = await stage.idsOf('stock.picking', transfer, 'move_ids');
	await stage.asAdmin('stock.move', 'write', { ids: moves, vals: { quantity, picked: true } });
	await stage.asAdmin('stock.picking', 'button_validate', {
		ids: [transfer],
		context: { skip_backorder: true, skip_sms: true },
	});
}
