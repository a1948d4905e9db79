#ifndef SVODKA_CLEXICON_H
#define SVODKA_CLEXICON_H

#include <stddef.h>

/// The first byte of the embedded lexicon; it lives as long as the process, aligned to 64 bytes.
const unsigned char *svodka_lexicon_bytes(void);
/// The length of the embedded lexicon in bytes.
size_t svodka_lexicon_count(void);

#endif
