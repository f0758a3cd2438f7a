import { lessons } from '../../../scripts/site/mdx.ts';

/** Compiles a lesson as the build does. */
export async function compile(text: string, file = '99-test'): Promise<string> {
  const { transform } = lessons() as unknown as {
    transform(text: string, id: string): Promise<{ code: string }>;
  };
  return (await transform(text, `content/lessons/${file}.mdx`)).code;
}
