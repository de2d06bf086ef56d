/** Writes a made-up roster: `make-roster.ts <file> <people>`. A process of its own, so that the measured one is free of what it leaves. */
import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { HEADINGS, rosterRows } from './vault-import.bench.ts';

const [file = '', people = '0'] = process.argv.slice(2);
const rows = [HEADINGS, ...rosterRows(Number(people))];
writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Data_Pegawai_PNS', rows }] }));
