import { annotationImport } from './annotation-import';
import type { Composite } from './composite';
import { predictionImport } from './prediction-import';
import { projectDuplicate } from './project-duplicate';
import { projectExport } from './project-export';
import { projectFromTemplate } from './project-from-template';
import { exportStorageSync, importStorageSync } from './storage-sync';
import { taskGetChanged } from './task-get-changed';
import { taskGetRows } from './task-get-rows';
import { taskImport } from './task-import';
import { taskUpsert } from './task-upsert';

/** The composite operations by the names that the capability calls them (`x-n8n.composite.run`). */
export const composites: Readonly<Record<string, Composite>> = {
	annotationImport,
	exportStorageSync,
	importStorageSync,
	predictionImport,
	projectDuplicate,
	projectExport,
	projectFromTemplate,
	taskGetChanged,
	taskGetRows,
	taskImport,
	taskUpsert,
};
