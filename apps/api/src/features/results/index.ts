export { Publication } from './publication.entity.js';
export { PublicationService } from './publication.service.js';
export { ResultsModule } from './results.module.js';
