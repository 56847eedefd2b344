// n8n's own log would repeat every error that a test provokes.
process.env.N8N_LOG_LEVEL = 'silent';
