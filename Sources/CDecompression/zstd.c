#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "unpacker.h"

/* The stable part of zstd's ABI, unchanged since version 1.0. */
typedef struct {
  const void *src;
  size_t size;
  size_t pos;
} zstd_input;

typedef struct {
  void *dst;
  size_t size;
  size_t pos;
} zstd_output;

/* Every frame has at least so many; the library says then what it wants. */
enum { FIRST_BYTES = 5 };

typedef struct {
  svodka_unpacker base;
  void *stream;
  /* How many bytes the library asks for next, which is one block. */
  size_t wanted;
  size_t (*decompress)(void *, zstd_output *, zstd_input *);
  unsigned (*is_error)(size_t);
  const char *(*error_name)(size_t);
  size_t (*free)(void *);
} zstd_unpacker;

static svodka_unpack_step zstd_step(svodka_unpacker *base, const uint8_t *input, size_t input_size,
                                    uint8_t *output, size_t output_size) {
  zstd_unpacker *unpacker = (zstd_unpacker *)base;
  /* A call that fails gives nothing of what it had unpacked, so each gets one block: what stands before the
     damage has come from the calls before. */
  if (input_size > unpacker->wanted) input_size = unpacker->wanted;
  zstd_input in = {input, input_size, 0};
  zstd_output out = {output, output_size, 0};
  size_t hint = unpacker->decompress(unpacker->stream, &out, &in);
  svodka_unpack_step result = {in.pos, out.pos, SVODKA_UNPACK_GOES_ON};
  if (unpacker->is_error(hint)) {
    base->fault = unpacker->error_name(hint);
    /* Error codes are not in the stable part, but their names have never changed. */
    result.status = base->fault && strstr(base->fault, "memory") ? SVODKA_UNPACK_NO_MEMORY
                                                                 : SVODKA_UNPACK_DAMAGED;
    return result;
  }
  if (hint == 0) result.status = SVODKA_UNPACK_ENDED;
  unpacker->wanted = hint == 0 ? FIRST_BYTES : hint;
  return result;
}

static void zstd_free(svodka_unpacker *base) {
  zstd_unpacker *unpacker = (zstd_unpacker *)base;
  unpacker->free(unpacker->stream);
  free(unpacker);
}

svodka_unpacker *svodka_zstd_unpacker(const char *library) {
  /* Loaded once by the system however often it is asked for, and never unloaded. */
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return NULL;
  void *(*create)(void) = dlsym(handle, "ZSTD_createDStream");
  size_t (*decompress)(void *, zstd_output *, zstd_input *) = dlsym(handle, "ZSTD_decompressStream");
  unsigned (*is_error)(size_t) = dlsym(handle, "ZSTD_isError");
  const char *(*error_name)(size_t) = dlsym(handle, "ZSTD_getErrorName");
  size_t (*release)(void *) = dlsym(handle, "ZSTD_freeDStream");
  if (!create || !decompress || !is_error || !error_name || !release) return NULL;
  zstd_unpacker *unpacker = calloc(1, sizeof *unpacker);
  if (!unpacker) return NULL;
  unpacker->stream = create();
  if (!unpacker->stream) {
    free(unpacker);
    return NULL;
  }
  unpacker->base.step = zstd_step;
  unpacker->base.free = zstd_free;
  unpacker->wanted = FIRST_BYTES;
  unpacker->decompress = decompress;
  unpacker->is_error = is_error;
  unpacker->error_name = error_name;
  unpacker->free = release;
  return &unpacker->base;
}
