/** pdf.js reads and decodes pages here, off the page's own thread. */
import '../../older-runtime.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
