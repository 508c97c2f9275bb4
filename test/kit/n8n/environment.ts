import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Read by n8n-core when it is loaded, so this file has to be imported before it.
process.env['N8N_USER_FOLDER'] = mkdtempSync(join(tmpdir(), 'n8n-test-'));
process.env['N8N_ENCRYPTION_KEY'] = 'only-for-tests';
process.env['N8N_LOG_LEVEL'] = 'silent';
