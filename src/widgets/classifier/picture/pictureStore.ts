import { createStore } from 'zustand/vanilla';
import type { Sample } from '../../../../content/samples.ts';
import type { Dragged } from './dragged.ts';
import type { Size } from './opening/openPicture.ts';
import { CheckpointGiven, PictureError, quote } from './opening/pictureError.ts';
import { reasonOf } from '../../../lib/reasonOf.ts';

/** What the reader looks at. */
export interface ShownPicture {
  name: string;
  /** As it was chosen, to ask another network about it. */
  file: Blob;
  /** Which of the samples it is; null where it is the reader's own. */
  sample: Sample['id'] | null;
  /** In pixels. */
  width: number;
  height: number;
  /** The picture at the size at which it is shown; closed once another takes its place. */
  preview: ImageBitmap;
}

/** As another window can be told of it. */
export type ToldPicture = Omit<ShownPicture, 'preview'>;

export interface PictureState {
  picture: ShownPicture | null;
  /** A picture that is being opened and so large that it takes seconds; null otherwise. */
  opening: Size | null;
}

/** What pictures are made with. */
export interface PictureClients {
  /** The pixels of a file; rejects with a PictureError when it is none. */
  openPicture(file: Blob, name: string, onLarge: (size: Size) => void): Promise<ImageBitmap>;
  makePreview(picture: ImageBitmap): Promise<ImageBitmap>;
  /** A photograph that comes with the chapter. */
  fetchSample(file: string): Promise<Blob>;
  /** What was dragged here; rejects with a PictureError when it may not be fetched. */
  fetchDragged(dragged: Dragged): Promise<Blob>;
}

/**
 * The picture shown, which stays until another has opened. What opens one resolves with its pixels, which are the caller's to hand on or to close;
 * with null once the reader has chosen another or given up; and rejects with a PictureError.
 */
export function createPictureStore(clients: PictureClients) {
  const { openPicture, makePreview, fetchSample, fetchDragged } = clients;
  const store = createStore<PictureState>(() => ({ picture: null, opening: null }));
  /** Of the latest choice: what an earlier one opens is thrown away. */
  let latest = 0;
  /** The choice that is being opened. */
  let opening: number | null = null;

  const clear = () => {
    latest++;
    const { picture } = store.getState();
    store.setState({ picture: null, opening: null });
    picture?.preview.close();
  };

  const show = async (name: string, sample: Sample['id'] | null, getFile: () => Promise<Blob>) => {
    const mine = ++latest;
    opening = mine;
    store.setState({ opening: null });
    try {
      const file = await getFile();
      const bitmap = await openPicture(file, name, (size) => {
        if (mine === latest) store.setState({ opening: size });
      });
      const { width, height } = bitmap;
      const preview = await makePreview(bitmap).catch((error: unknown) => {
        bitmap.close();
        throw error;
      });
      if (mine !== latest) {
        bitmap.close();
        preview.close();
        return null;
      }
      const before = store.getState().picture;
      store.setState({ picture: { name, file, sample, width, height, preview }, opening: null });
      before?.preview.close();
      return bitmap;
    } catch (error) {
      if (mine !== latest) return null;
      throw asPictureError(error, name);
    } finally {
      if (opening === mine) opening = null;
      if (mine === latest) store.setState({ opening: null });
    }
  };

  return {
    ...store,
    show: (file: Blob, name: string) => show(name, null, async () => file),
    async showDragged(dragged: Dragged) {
      try {
        return await show(dragged.name, null, () => fetchDragged(dragged));
      } catch (error) {
        if (!(error instanceof CheckpointGiven)) throw error;
        throw new PictureError(
          error.message,
          'Save it on this device, then drop or choose that file.',
        );
      }
    },
    showSample: ({ id, file }: Sample) => show(file, id, () => fetchSample(file)),
    /** Shows what another window shows, without asking about it. One that does not open here is not shown. */
    async mirror(told: ToldPicture | null, size: Size | null) {
      const { picture } = store.getState();
      if (!told) return picture ? clear() : store.setState({ opening: size });
      store.setState({ opening: size });
      if (picture && isSame(picture, told)) return;
      const bitmap = await show(told.name, told.sample, async () => told.file).catch(() => null);
      bitmap?.close();
    },
    /** Whether another picture is on its way; it may still fail to open. */
    isOpening: () => opening === latest,
    /** Opens the picture shown once more; null where none is. */
    async showAgain() {
      const { picture } = store.getState();
      return picture && show(picture.name, picture.sample, async () => picture.file);
    },
    /** Gives up on the picture that is being opened; one that is shown already stays. */
    giveUp() {
      latest++;
      store.setState({ opening: null });
    },
    clear,
  };
}

function isSame(one: ToldPicture, other: ToldPicture): boolean {
  return one.name === other.name && one.file.size === other.file.size;
}

function asPictureError(error: unknown, name: string): PictureError {
  if (error instanceof PictureError) return error;
  return new PictureError(
    `${quote(name)} could not be shown: ${reasonOf(error)}.`,
    'Check your network connection and try again, or choose another picture.',
  );
}
