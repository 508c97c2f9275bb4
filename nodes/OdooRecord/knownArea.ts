import { findArea } from '../../src/domain/areas/areas';
import { NO_AREA } from '../../src/domain/events/eventSection';

/** An area that events can be of. @throws {UnknownAreaError} naming the areas that are known */
export function knownArea(id: string): string {
	return id === NO_AREA ? NO_AREA : findArea(id).id;
}
