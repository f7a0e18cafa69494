export { Organization, regionOf } from './organization.entity.js';
export { OrganizationsImporter } from './organizations.importer.js';
export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsReader } from './organizations.reader.js';
