import type { Database } from '../orm/Database';

type Tier = 'A' | 'B' | 'C';

/** Name, city, country, tier (none: standard), payment days, credit limit and open receivables in euros. */
const customers: ReadonlyArray<
	readonly [
		name: string,
		city: string,
		country: string,
		tier: Tier | null,
		days: number,
		limit: number,
		owed: number,
	]
> = [
	['Alster Marine Works', 'Hamburg', 'Germany', 'A', 30, 120_000, 38_400],
	['Brightwell Facilities', 'Leeds', 'United Kingdom', 'A', 45, 90_000, 61_200],
	['Cordoba Food Plants', 'Córdoba', 'Spain', 'B', 30, 60_000, 12_750],
	['Delta Elevators', 'Rotterdam', 'Netherlands', 'B', 30, 45_000, 44_100],
	['Eastgate Hospitals', 'Vienna', 'Austria', 'A', 60, 150_000, 97_300],
	['Fjord Timber', 'Bergen', 'Norway', 'C', 15, 20_000, 3_900],
	['Granit Road Building', 'Poznań', 'Poland', 'B', 30, 50_000, 27_600],
	['Harbor Lights Hotels', 'Lisbon', 'Portugal', 'C', 15, 15_000, 16_850],
	['Iberia Wind Service', 'Zaragoza', 'Spain', 'A', 45, 110_000, 5_400],
	['Jura Watch Cases', 'Biel', 'Switzerland', null, 15, 10_000, 0],
	['Kestrel Schools Trust', 'Bristol', 'United Kingdom', null, 30, 25_000, 8_200],
	['Lumen Stage Rental', 'Lyon', 'France', 'C', 0, 8_000, 1_100],
];

/** Makes the customers; returns their ids by name. */
export function seedCustomers(database: Database): ReadonlyMap<string, number> {
	const tags = new Map<Tier | null, number[]>([[null, []]]);
	for (const tier of ['A', 'B', 'C'] as const)
		tags.set(tier, [
			database.insert('res.partner.category', { name: `Tier ${tier}`, active: true }).id,
		]);
	const terms = new Map([0, 15, 30, 45, 60].map((days) => [days, seedTerm(database, days)]));

	const countries = new Map(
		[...new Set(customers.map(([, , country]) => country))].map((name) => [
			name,
			database.insert('res.country', { name }).id,
		]),
	);

	const ids = customers.map(
		([name, city, country, tier, days, limit, owed], index): [string, number] => {
			const row = database.insert('res.partner', {
				name,
				city,
				country_id: countries.get(country) ?? false,
				ref: `C${String(index + 1).padStart(3, '0')}`,
				is_company: true,
				active: true,
				category_id: tags.get(tier) ?? [],
				property_payment_term_id: terms.get(days) ?? false,
				use_partner_credit_limit: true,
				credit_limit: limit,
				credit: owed,
			});
			return [name, row.id];
		},
	);
	return new Map(ids);
}

function seedTerm(database: Database, days: number): number {
	const name = days === 0 ? 'Immediate Payment' : `${days} Days`;
	const { id } = database.insert('account.payment.term', { name, active: true });
	database.insert('account.payment.term.line', {
		payment_id: id,
		value: 'percent',
		value_amount: 100,
		nb_days: days,
		delay_type: 'days_after',
	});
	return id;
}
