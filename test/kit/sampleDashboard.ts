import { exampleQueue } from '../../scripts/templates/exampleQueue';
import type { CountedFigures } from '../../src/domain/insights/figures';
import { figuresFrom } from '../../src/domain/insights/figuresFrom';
import { openCasesFrom } from '../../src/domain/insights/openCases';
import type { Queue } from '../../src/domain/insights/queue';
import type { Language } from '../../src/domain/languages';
import { dashboardPage } from '../../src/page/dashboard/dashboardPage';
import { sampleFigures } from './sampleFigures';

export const sampleOdoo = 'https://odoo.example.com';

interface Sample {
	queue?: Queue;
	figures?: CountedFigures;
	language?: Language;
	areaLabels?: readonly string[];
}

/** The dashboard of a house that has some work, or of another. */
export async function sampleDashboard({
	queue = exampleQueue(),
	figures = sampleFigures(),
	language = 'en',
	areaLabels = [],
}: Sample = {}): Promise<string> {
	const zone = 'Europe/Berlin';
	return await dashboardPage(
		{
			open: openCasesFrom(queue, ({ model, id }) => `${sampleOdoo}/${model}/${id}`),
			figures: figuresFrom(figures, { unit: 'day', zone }),
			unit: 'day',
		},
		{
			...{ language, zone, areaLabels },
			casesUrl: `${sampleOdoo}/cases`,
			deadLettersUrl: `${sampleOdoo}/dead`,
		},
	);
}
