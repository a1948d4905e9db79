#ifndef UNPACKER_H
#define UNPACKER_H

#include "CDecompression.h"

/* What the unpackers of both libraries have in common. */
struct svodka_unpacker {
  svodka_unpack_step (*step)(svodka_unpacker *, const uint8_t *, size_t, uint8_t *, size_t);
  void (*free)(svodka_unpacker *);
  const char *fault;
};

#endif
