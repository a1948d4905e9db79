#ifndef CDECOMPRESSION_H
#define CDECOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

/* gzip and zstd by the libraries of the system, which are loaded when the first compressed input is met:
   the package builds without their headers, and what is not compressed needs neither. */

typedef enum {
  /// The input was taken as far as `consumed` says; there may be more output.
  SVODKA_UNPACK_GOES_ON,
  /// A gzip member or a zstd frame has ended, and its checksum holds.
  SVODKA_UNPACK_ENDED,
  /// The data is damaged; `svodka_unpacker_fault` tells how.
  SVODKA_UNPACK_DAMAGED,
  /// There is no memory for it, or it wants more than is allowed.
  SVODKA_UNPACK_NO_MEMORY,
} svodka_unpack_status;

typedef struct {
  size_t consumed;
  size_t produced;
  svodka_unpack_status status;
} svodka_unpack_step;

typedef struct svodka_unpacker svodka_unpacker;

/// Makes an unpacker by the library of this name, `libz.so.1`; NULL where it cannot be loaded.
svodka_unpacker *svodka_gzip_unpacker(const char *library);

/// Makes an unpacker by the library of this name, `libzstd.so.1`; NULL where it cannot be loaded.
svodka_unpacker *svodka_zstd_unpacker(const char *library);

/// Unpacks some bytes. After the end of a member or frame, the next call begins another.
svodka_unpack_step svodka_unpack(svodka_unpacker *unpacker, const uint8_t *input, size_t input_size,
                                 uint8_t *output, size_t output_size);

/// What the library says is wrong; never NULL.
const char *svodka_unpacker_fault(const svodka_unpacker *unpacker);

/// Frees an unpacker.
void svodka_unpacker_free(svodka_unpacker *unpacker);

#endif
