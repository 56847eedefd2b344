import type { Composite } from './composite';
import { projectDuplicate } from './project-duplicate';

/** The composite operations by the names that the capability calls them (`x-n8n.composite.run`). */
export const composites: Readonly<Record<string, Composite>> = { projectDuplicate };
