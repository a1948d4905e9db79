#include "unpacker.h"

svodka_unpack_step svodka_unpack(svodka_unpacker *unpacker, const uint8_t *input, size_t input_size,
                                 uint8_t *output, size_t output_size) {
  return unpacker->step(unpacker, input, input_size, output, output_size);
}

const char *svodka_unpacker_fault(const svodka_unpacker *unpacker) {
  return unpacker->fault ? unpacker->fault : "damaged data";
}

void svodka_unpacker_free(svodka_unpacker *unpacker) { unpacker->free(unpacker); }
