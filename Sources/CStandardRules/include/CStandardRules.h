#ifndef SVODKA_CSTANDARDRULES_H
#define SVODKA_CSTANDARDRULES_H

#include <stddef.h>

/// One file of `Rules/`, as it was when the package was built.
typedef struct {
  /// The path below `Rules/`, for example `number/money.rules`.
  const char *path;
  const unsigned char *bytes;
  size_t count;
} svodka_rule_file;

/// The embedded rule files, sorted by path; they live as long as the process.
const svodka_rule_file *svodka_rule_files(void);
size_t svodka_rule_file_count(void);

/// The program that these files gave when they were last compiled and stored; it may be of older files.
const unsigned char *svodka_stored_program(void);
size_t svodka_stored_program_count(void);

#endif
