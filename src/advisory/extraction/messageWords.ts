import type { DateKind, DelaySignal } from '../../domain/advice/extraction';

/** What words of four languages say about time. Stems, since German and Spanish put endings on them. */
export const signalWords: ReadonlyArray<[DelaySignal, RegExp]> = [
	[
		'cancelled',
		/(?<!\p{L})(?:cancel(?:l?ed|lation)?|discontinued|storn\p{L}*|abgesagt|eingestellt|annul\p{L}*|cancela\p{L}*|anula\p{L}*)/giu,
	],
	[
		'delayed',
		/(?<!\p{L})(?:delay\p{L}*|late(?:r than)?|postpone\p{L}*|push(?:ed)? back|back ?order\p{L}*|out of stock|reschedul\p{L}*|shortage|verzöger\p{L}*|verspät\p{L}*|verschieb\p{L}*|verschoben|lieferengpass|nicht lieferbar|später|retard\p{L}*|report[ée]\p{L}*|rupture de stock|décal\p{L}*|retras\p{L}*|aplaz\p{L}*|demora\p{L}*|sin existencias|más tarde)/giu,
	],
	[
		'partial',
		/(?<!\p{L})(?:partial\p{L}*|in part|remainder|split (?:shipment|delivery)|short[- ]shipped|teillieferung\p{L}*|teilweise|rest(?:menge|lieferung)|partiel\p{L}*|le reste|parcial\p{L}*|el resto)/giu,
	],
	[
		'early',
		/(?<!\p{L})(?:early|earlier|ahead of schedule|früher|vorzeitig|plus tôt|en avance|antes de lo previsto|más pronto)/giu,
	],
	[
		'on_time',
		/(?<!\p{L})(?:on time|on schedule|as (?:planned|agreed|ordered)|no change|termingerecht|pünktlich|wie (?:geplant|vereinbart|bestellt)|dans les délais|comme (?:prévu|convenu)|à temps|a tiempo|según lo (?:previsto|acordado)|puntual\p{L}*)/giu,
	],
];

/** Turns a word into its opposite when it stands shortly before. */
export const negation =
	/(?<!\p{L})(?:no|not|without|never|isn't|won't|nicht|kein\p{L}*|ohne|pas|sans|aucun\p{L}*|jamais|sin|ningún|ninguna?)\s+(?:\p{L}+\s+){0,2}$/iu;

/** What stands shortly before a date tells what it is about. The first that fits counts. */
export const dateWords: ReadonlyArray<[DateKind, RegExp]> = [
	[
		'old',
		/(?:instead of|rather than|original\p{L}*|previous\p{L}*|initial\p{L}*|was (?:due|planned|promised)|statt|anstatt|ursprünglich\p{L}*|bisher\p{L}*|au lieu d[eu]|initialement|prévue? initialement|en (?:lugar|vez) de(?:l)?|inicial\p{L}*|from)\W+(?:\p{L}+\W+){0,3}$/iu,
	],
	[
		'shipped',
		/(?:shipped|dispatched|sent|left|versandt|verschickt|abgeschickt|expédié\p{L}*|enviad\p{L}*|despachad\p{L}*)\W+(?:\p{L}+\W+){0,3}$/iu,
	],
	[
		'new',
		/(?:deliver\p{L}*|leaves?|arriv\p{L}*|ship|eta|expect\p{L}*|available|new|now|until|confirm\p{L}*|to|by|liefer\p{L}*|eintreff\p{L}*|voraussichtlich\p{L}*|neu\p{L}*|erst|livr\p{L}*|nouvelle?|disponible|prévue?|entreg\p{L}*|llega\p{L}*|nueva?|prevista?)\W+(?:\p{L}+\W+){0,4}$/iu,
	],
];

/** What goods are counted in. */
export const unitWords =
	/^\s*(?:x\s+)?(units?|pcs|pieces?|boxes|box|cartons?|pallets?|kg|g|t|l|m|sets?|rolls?|stück|stk|einheiten|kartons?|paletten?|pièces?|unités?|cartons?|palettes?|unidades|piezas|cajas|palés?)\b\.?/iu;

/** What comes before the number of an order. */
export const orderWords =
	/(?:purchase order|order|p\.?o\.?|bestellung|auftrag|commande|pedido|orden)\s*(?:no\.?|nr\.?|number|nummer|n[°º]|núm\.?|#|:)*\s*$/iu;

/** What comes before the number of a shipment. */
export const shipmentWords =
	/(?:tracking|shipment|delivery note|awb|waybill|sendung(?:snummer)?|lieferschein|envoi|colis|suivi|envío|albarán|seguimiento)\s*(?:no\.?|nr\.?|number|nummer|n[°º]|núm\.?|#|:)*\s*$/iu;
