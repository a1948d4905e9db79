#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>

#include "unpacker.h"

/* zlib's stream as its ABI has it since version 1.0; `inflateInit2_` checks the size and the major version. */
typedef struct {
  const uint8_t *next_in;
  unsigned int avail_in;
  unsigned long total_in;
  uint8_t *next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *msg;
  void *state;
  void *(*zalloc)(void *, unsigned int, unsigned int);
  void (*zfree)(void *, void *);
  void *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
} z_stream;

enum { Z_OK = 0, Z_STREAM_END = 1, Z_NEED_DICT = 2, Z_MEM_ERROR = -4, Z_BUF_ERROR = -5, Z_NO_FLUSH = 0 };

/* A window of 15 bits, and 16 more for a gzip header and its checksum instead of zlib's own. */
enum { GZIP_WINDOW = 15 + 16 };

typedef struct {
  svodka_unpacker base;
  z_stream stream;
  int has_ended;
  int (*inflate)(z_stream *, int);
  int (*reset)(z_stream *);
  int (*end)(z_stream *);
} gzip_unpacker;

static svodka_unpack_step gzip_step(svodka_unpacker *base, const uint8_t *input, size_t input_size,
                                    uint8_t *output, size_t output_size) {
  gzip_unpacker *unpacker = (gzip_unpacker *)base;
  z_stream *stream = &unpacker->stream;
  svodka_unpack_step result = {0, 0, SVODKA_UNPACK_GOES_ON};
  if (unpacker->has_ended) {
    unpacker->has_ended = 0;
    unpacker->reset(stream);
  }
  if (input_size > INT_MAX) input_size = INT_MAX;
  if (output_size > INT_MAX) output_size = INT_MAX;
  stream->next_in = input;
  stream->avail_in = (unsigned int)input_size;
  stream->next_out = output;
  stream->avail_out = (unsigned int)output_size;
  int status = unpacker->inflate(stream, Z_NO_FLUSH);
  result.consumed = input_size - stream->avail_in;
  result.produced = output_size - stream->avail_out;
  switch (status) {
    case Z_OK:
    case Z_BUF_ERROR:
      break;
    case Z_STREAM_END:
      unpacker->has_ended = 1;
      result.status = SVODKA_UNPACK_ENDED;
      break;
    case Z_MEM_ERROR:
      result.status = SVODKA_UNPACK_NO_MEMORY;
      break;
    default:
      base->fault = stream->msg;
      result.status = SVODKA_UNPACK_DAMAGED;
  }
  return result;
}

static void gzip_free(svodka_unpacker *base) {
  gzip_unpacker *unpacker = (gzip_unpacker *)base;
  unpacker->end(&unpacker->stream);
  free(unpacker);
}

svodka_unpacker *svodka_gzip_unpacker(const char *library) {
  /* Loaded once by the system however often it is asked for, and never unloaded. */
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return NULL;
  int (*init)(z_stream *, int, const char *, int) = dlsym(handle, "inflateInit2_");
  int (*step)(z_stream *, int) = dlsym(handle, "inflate");
  int (*reset)(z_stream *) = dlsym(handle, "inflateReset");
  int (*end)(z_stream *) = dlsym(handle, "inflateEnd");
  if (!init || !step || !reset || !end) return NULL;
  gzip_unpacker *unpacker = calloc(1, sizeof *unpacker);
  if (!unpacker) return NULL;
  if (init(&unpacker->stream, GZIP_WINDOW, "1", (int)sizeof unpacker->stream) != Z_OK) {
    free(unpacker);
    return NULL;
  }
  unpacker->base.step = gzip_step;
  unpacker->base.free = gzip_free;
  unpacker->inflate = step;
  unpacker->reset = reset;
  unpacker->end = end;
  return &unpacker->base;
}
