import type { Database } from '../orm/Database';

type Product = readonly [code: string, name: string, cost: number, price: number, stock: number];

/** What the distributor sells, by category: cost and price of one in euros, and how many there are. */
const catalogue: Readonly<Record<string, readonly Product[]>> = {
	Cable: [
		['CAB-100', 'Installation cable 3×1.5 mm², 100 m', 41, 62, 480],
		['CAB-125', 'Installation cable 5×2.5 mm², 100 m', 96, 139, 210],
		['CAB-240', 'Ground cable 4×16 mm², 100 m', 540, 720, 36],
		['CAB-310', 'Data cable Cat 7, 500 m', 188, 259, 95],
	],
	Protection: [
		['PRO-016', 'Circuit breaker 16 A', 3.2, 6.4, 2_600],
		['PRO-040', 'Residual current device 40 A', 24, 39, 720],
		['PRO-063', 'Main switch 63 A', 18.5, 29, 340],
		['PRO-900', 'Surge arrester type 2', 64, 98, 150],
	],
	Lighting: [
		['LIG-060', 'LED panel 60×60, 36 W', 27, 44, 900],
		['LIG-150', 'LED batten 150 cm', 15.5, 24.9, 1_400],
		['LIG-200', 'LED high bay 200 W', 89, 135, 160],
		['LIG-EXI', 'Emergency exit light', 33, 52, 310],
	],
	Enclosures: [
		['ENC-012', 'Distribution board, 12 modules', 14, 23, 410],
		['ENC-036', 'Distribution board, 36 modules', 48, 76, 185],
		['ENC-IND', 'Industrial cabinet 2000×800', 610, 860, 14],
	],
	Tools: [
		['TOO-CRI', 'Crimping tool set', 72, 119, 66],
		['TOO-DRI', 'Cordless drill 18 V', 118, 179, 48],
		['TOO-TES', 'Installation tester', 735, 980, 9],
	],
	Power: [
		['POW-UPS', 'UPS 3 kVA, rack', 690, 940, 22],
		['POW-PV5', 'Solar inverter 5 kW', 870, 1_150, 17],
	],
};

/** Makes the products; returns their ids by internal reference. */
export function seedProducts(database: Database): ReadonlyMap<string, number> {
	const ids = Object.entries(catalogue).flatMap(([category, products]) => {
		const { id: categ_id } = database.insert('product.category', { name: category });
		return products.map(([default_code, name, cost, price, stock]): [string, number] => {
			const row = database.insert('product.product', {
				name,
				default_code,
				categ_id,
				type: 'consu',
				is_storable: true,
				active: true,
				sale_ok: true,
				standard_price: cost,
				list_price: price,
				qty_available: stock,
			});
			return [default_code, row.id];
		});
	});
	return new Map(ids);
}
