#include "CLexicon.h"

// #embed is of C23; clang has it for every C and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// C23's #embed puts the file into the binary with no start-up work and no literal that a compiler must parse.
static const unsigned char lexicon[] __attribute__((aligned(64))) = {
#embed "lexicon.bin"
};

const unsigned char *svodka_lexicon_bytes(void) { return lexicon; }
size_t svodka_lexicon_count(void) { return sizeof lexicon; }
