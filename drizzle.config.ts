import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/kit/*/tables.ts', './src/kit/*/access.ts', './src/rooms/*/tables.ts', './src/rooms/*/access.ts', './src/rooms/*/*/tables.ts', './src/rooms/*/*/access.ts'],
  out: './db/migrations',
  casing: 'snake_case',
})
