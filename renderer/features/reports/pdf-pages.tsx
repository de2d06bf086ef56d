/** The pages of a PDF as pictures, drawn by pdf.js when they come into view. */
import '../../older-runtime.ts';
import { type PDFDocumentProxy, getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfWorker from './pdf-worker.ts?worker';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../bridge/addresses.ts';
import { Bones, Problem } from '../../ui/states.tsx';

let worker: Worker | null = null;

/** All pages of the document behind a handle, one below the other. */
export function PdfPages({ handle }: { handle: string }): ReactNode {
  const { document, error } = useDocument(handle);
  const { t } = useTranslation();
  if (error !== null) return <Problem error={error} />;
  if (document === null) return <Bones rows={12} />;
  return (
    <div className="n-pages" tabIndex={0} role="region" aria-label={t('reports.title')}>
      {Array.from({ length: document.numPages }, (_, index) => (
        <PdfPage
          key={index}
          document={document}
          number={index + 1}
          label={t('reports.pageOf', { at: index + 1, all: document.numPages })}
        />
      ))}
    </div>
  );
}

function useDocument(handle: string): { document: PDFDocumentProxy | null; error: unknown } {
  const [state, setState] = useState<{ document: PDFDocumentProxy | null; error: unknown }>({
    document: null,
    error: null,
  });
  useEffect(() => {
    worker ??= new PdfWorker();
    GlobalWorkerOptions.workerPort = worker;
    setState({ document: null, error: null });
    // Neither WebAssembly nor fetched font data: the page's policy allows none, and issued documents embed their fonts.
    const task = getDocument({
      url: documentAddress(handle),
      useWasm: false,
      useSystemFonts: false,
      disableRange: true,
      disableStream: true,
    });
    let left = false;
    task.promise.then(
      (document) => !left && setState({ document, error: null }),
      (error: unknown) => !left && setState({ document: null, error }),
    );
    return () => {
      left = true;
      void task.destroy();
    };
  }, [handle]);
  return state;
}

function PdfPage({
  document,
  number,
  label,
}: {
  document: PDFDocumentProxy;
  number: number;
  label: string;
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number <= 2);
  useEffect(() => {
    const element = frame.current;
    if (element === null || near) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '800px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  useEffect(() => {
    const element = canvas.current;
    if (!near || element === null) return;
    let cancel = (): void => undefined;
    let left = false;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      if (left) return;
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({
        scale: ((frame.current?.clientWidth ?? 720) / natural.width) * Math.min(2, window.devicePixelRatio),
      });
      element.width = viewport.width;
      element.height = viewport.height;
      const task = page.render({ canvas: element, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    // A page that is scrolled away is cancelled; that is no failure.
    draw().catch(() => undefined);
    return () => {
      left = true;
      cancel();
    };
  }, [near, document, number]);
  return (
    <div ref={frame} className="n-page-sheet" data-blank={!near || undefined}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
