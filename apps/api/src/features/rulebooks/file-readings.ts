import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/index.js';

/** Each reading is a thread with a quarter of a gigabyte to itself. */
const atOnce = 2;
const mostWaiting = 20;

/** Lets a few files be read at a time and the others wait their turn, so that uploads never take the machine from everybody else. */
@Injectable()
export class FileReadings {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws AppError 429 when too many are waiting already */
  async run<T>(read: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting) throw tooManyFiles();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
    try {
      return await read();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

const tooManyFiles = () =>
  new AppError(
    'throttled',
    'TOO_MANY_FILES',
    {
      zh: '正在读取的文件太多，请过一会儿再试。',
      en: 'Too many files are being read. Try again in a moment.',
    },
    { retryAfterSeconds: 10 },
  );
