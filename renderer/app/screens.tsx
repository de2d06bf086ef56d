/** The screens behind the door, as a file of their own: the door is drawn without waiting for them. */
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { makeRouter } from './routes.tsx';

const router = makeRouter();

/** Every address of the app. */
export function Screens(): ReactNode {
  return <RouterProvider router={router} />;
}
