#include "CStandardRules.h"

// #embed is of C23; clang has it for every C and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Written by .ci/store-rules. The zero at the end lets the file be empty.
// Numbers of eight bytes are read where they lie.
_Alignas(8) static const unsigned char program[] = {
#embed "program.bin" suffix(,)
0};

const unsigned char *svodka_stored_program(void) { return program; }
size_t svodka_stored_program_count(void) { return sizeof program - 1; }
