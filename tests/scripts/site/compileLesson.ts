import { lessons } from '../../../scripts/site/mdx.ts';

/** Compiles a lesson, or another file of content/, as the build does. */
export async function compile(text: string, file = '99-test', folder = 'lessons'): Promise<string> {
  const { transform } = lessons() as unknown as {
    transform(text: string, id: string): Promise<{ code: string }>;
  };
  return (await transform(text, `content/${folder}/${file}.mdx`)).code;
}
